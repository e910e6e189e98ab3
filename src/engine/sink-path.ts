// The way from the target to the sink: what arrives on it, and when nothing more is expected to.
import { decodeMessage } from '../binding/decode-message.js';
import type { Reply, Sink, SinkMessage } from '../target/types.js';
import type { Drive } from './drive.js';
import { reaction } from './observe.js';
import { tokenOf } from './random.js';

/** A path that has delivered everything within this time is taken to be quiet; a fence follows all the same. */
export const FIRST_LOOK_MS = 100;

/** How long a plain event took to arrive, in milliseconds; undefined when it did not. `name` gives it a token of its own. */
export async function passFence(name: string, sink: Sink, drive: Drive): Promise<number | undefined> {
  const started = performance.now();
  const token = tokenOf(drive.seed, name);
  for (const request of drive.fence.stimulus(token)) {
    const { reply } = await drive.target.exchange(request, drive);
    if (!isAccepted(reply)) return undefined;
  }
  const arrived = await collect(sink, token, 1, drive.timeoutMs, drive.signal);
  return arrived.length === 0 ? undefined : performance.now() - started;
}

/** How many of what is waited for there are. */
export type Count = (messages: readonly SinkMessage[]) => number;

/** Waits for so many, at most so long. A batch may come out as one message or as many: by default, events are counted. */
export async function collect(
  sink: Sink,
  token: string,
  events: number,
  timeoutMs: number,
  signal: AbortSignal,
  count: Count = countEvents,
): Promise<readonly SinkMessage[]> {
  const until = performance.now() + timeoutMs;
  const messages: SinkMessage[] = [];
  do {
    const left = Math.max(0, until - performance.now());
    const more = await sink.take(token, { count: 1, timeoutMs: left, signal });
    messages.push(...more);
    if (more.length === 0) break;
  } while (count(messages) < events);
  return messages;
}

/** The events in messages that arrived. */
export const countEvents: Count = (messages) =>
  messages.reduce((sum, message) => {
    const decoded = decodeMessage(message);
    return sum + (decoded.kind === 'decoded' ? decoded.value.events.length : 0);
  }, 0);

const isAccepted = (reply: Reply): boolean => reaction(reply).kind === 'accepted';
