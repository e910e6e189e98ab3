// What was not captured, in words for whoever watches.
import type { CaptureLosses } from '../target/capture/types.js';

/** A sentence for each reason that something was lost; none where nothing was. */
export function lossNotes({
  tooLarge,
  noRoom,
  incomplete,
  unreadable,
  unreadableBecause,
}: CaptureLosses): readonly string[] {
  const because = unreadableBecause === undefined ? '' : `: ${unreadableBecause}`;
  return [
    [tooLarge, 'too large, and not kept'],
    [noRoom, 'not kept, because there was no more room'],
    [incomplete, 'not complete when the connection or the time for it ended'],
    [unreadable, `no HTTP/1.1${because}`],
  ].flatMap(([count, what]) =>
    typeof count === 'number' && count > 0 ? [`${count} ${count === 1 ? 'message was' : 'messages were'} ${what}`] : [],
  );
}
