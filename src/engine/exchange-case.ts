// One case, from its stimulus to its evidence.
import { decodeHttp } from '../binding/http/decode.js';
import type { HttpTarget, Reply, Sink, SinkMessage } from '../target/types.js';
import type { Case } from './case.js';
import type { Evidence } from './evidence.js';
import type { Observation } from './observed.js';
import { tokenOf } from './random.js';

/** Everything needed to drive the target: the same for every case of a run. */
export interface Drive {
  readonly target: HttpTarget;
  readonly observation: Observation;
  readonly sink?: Sink;
  /** The plainest valid event: a fence behind which nothing more is expected to arrive. */
  readonly fence: Case;
  readonly seed: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A path that has delivered everything within this time is taken to be quiet; a fence follows all the same. */
const FIRST_LOOK_MS = 100;

/** Sends what the case sends, and gathers every byte that comes back. */
export async function exchangeCase(item: Case, drive: Drive): Promise<Evidence> {
  const token = tokenOf(drive.seed, item.id);
  const requests = item.stimulus(token);
  const replies: Reply[] = [];
  let ms = 0;
  for (const request of requests) {
    const exchange = await drive.target.exchange(request, drive);
    replies.push(exchange.reply);
    ms += exchange.ms;
  }
  const arrived = drive.observation === 'sink' ? await arrivals(item, token, replies, drive) : [];
  return { token, observation: drive.observation, requests, replies, arrived, ms };
}

async function arrivals(
  item: Case,
  token: string,
  replies: readonly Reply[],
  drive: Drive,
): Promise<readonly SinkMessage[]> {
  if (drive.sink === undefined) return [];
  if (!replies.some(isAccepted)) return drive.sink.take(token, { count: 0, timeoutMs: 0 });
  const first = await collect(drive.sink, token, item.events, FIRST_LOOK_MS, drive.signal);
  if (countEvents(first) >= item.events && item.events > 0) return first;
  // "Did not arrive" is believed only behind an event that was sent later on the same path, and did.
  const started = performance.now();
  const fence = tokenOf(drive.seed, `${item.id} fence`);
  for (const request of drive.fence.stimulus(fence)) await drive.target.exchange(request, drive);
  await collect(drive.sink, fence, 1, drive.timeoutMs, drive.signal);
  const latency = performance.now() - started;
  return [
    ...first,
    ...(await collect(drive.sink, token, Math.max(1, item.events - countEvents(first)), latency * 3, drive.signal)),
  ];
}

// A batch may come out as one message or as many, so events are counted, not messages.
async function collect(
  sink: Sink,
  token: string,
  events: number,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<readonly SinkMessage[]> {
  const until = performance.now() + timeoutMs;
  const messages: SinkMessage[] = [];
  do {
    const left = Math.max(0, until - performance.now());
    const more = await sink.take(token, { count: 1, timeoutMs: left, signal });
    messages.push(...more);
    if (more.length === 0) break;
  } while (countEvents(messages) < events);
  return messages;
}

const countEvents = (messages: readonly SinkMessage[]): number =>
  messages.reduce((sum, message) => {
    const decoded = decodeHttp(message);
    return sum + (decoded.kind === 'decoded' ? decoded.value.events.length : 0);
  }, 0);

const isAccepted = (reply: Reply): boolean =>
  reply.kind === 'response' && reply.response.status >= 200 && reply.response.status < 300;
