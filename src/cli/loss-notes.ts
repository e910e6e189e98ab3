// What was not captured, in words for whoever watches.
import type { CaptureLosses } from '../target/capture/types.js';

type Loss = readonly [count: number, verbs: readonly [one: string, many: string], what: string];

/** A sentence for each reason that something was lost; none where nothing was. */
export function lossNotes({
  tooLarge,
  noRoom,
  incomplete,
  unreadable,
  unreadableBecause,
}: CaptureLosses): readonly string[] {
  const because = unreadableBecause === undefined ? '' : `: ${unreadableBecause}`;
  const losses: readonly Loss[] = [
    [tooLarge, ['was', 'were'], 'too large, and not kept'],
    [noRoom, ['was', 'were'], 'not kept, because there was no more room'],
    [incomplete, ['was', 'were'], 'not complete when the connection or the time for it ended'],
    [unreadable, ['could', 'could'], `not be read${because}`],
  ];
  return losses.flatMap(([count, [one, many], what]) =>
    count > 0 ? [`${count} ${count === 1 ? `message ${one}` : `messages ${many}`} ${what}`] : [],
  );
}
