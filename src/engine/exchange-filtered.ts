// One case of a filter: the expression is set, an event is handed in, and what arrives behind the filter is gathered.
import type { Reply, Sink, SinkMessage } from '../target/types.js';
import type { Case } from './case.js';
import type { Drive } from './drive.js';
import type { Evidence } from './evidence.js';
import { tokenOf } from './random.js';
import { collect, FIRST_LOOK_MS, passFence } from './sink-path.js';

/** Lets everything through: before and behind a case, so that the path itself is known to be open. */
export const OPEN_FILTER = 'TRUE';

/** How much longer than an event has just taken one is waited for before the filter is taken away. */
const PATIENCE = 5;

/** Sets the filter, sends the event, and tells what came out while it was in force. */
export async function exchangeFiltered(
  item: Case,
  expressionOf: (token: string) => string,
  drive: Drive,
): Promise<Evidence> {
  const { sink, setFilter, target, timeoutMs, signal } = drive;
  if (sink === undefined || setFilter === undefined) throw new Error(`no filter can be set before ${target.name}`);
  const options = { timeoutMs, signal };
  const token = tokenOf(drive.seed, item.id);
  const requests = item.stimulus(token);
  const filter = expressionOf(token);
  const evidence = { token, observation: drive.observation, requests, filter };
  const started = performance.now();
  const passed = async (): Promise<number> => performance.now() - started;

  // An event that passes just before tells that the path is open, and how long it takes.
  const opened = await setFilter(OPEN_FILTER, options);
  const latency = opened.reply.kind === 'set' ? await passFence(`${item.id} before`, sink, drive) : undefined;
  if (latency === undefined) {
    const reply: Reply = opened.reply.kind === 'set' ? CLOSED : opened.reply;
    return { ...evidence, replies: [reply], arrived: [], fence: 'lost', ms: await passed() };
  }
  const replies: Reply[] = [(await setFilter(filter, options)).reply];
  if (replies[0]?.kind !== 'set') return { ...evidence, replies, arrived: [], ms: await passed() };
  for (const request of requests) replies.push((await target.exchange(request, options)).reply);
  // Long for what is to come, as long as the path has shown to need for what is not.
  const wait = Math.max(FIRST_LOOK_MS, latency * PATIENCE);
  const arrived = await collect(sink, token, 1, item.events > 0 ? Math.max(wait, timeoutMs / 2) : wait, signal);
  if (arrived.length > 0) return { ...evidence, replies, arrived, ms: await passed() };
  return { ...evidence, replies, arrived, ...(await behind(item, token, sink, drive)), ms: await passed() };
}

// What was held back stays away also when the path is open again, which an event sent later shows.
async function behind(item: Case, token: string, sink: Sink, drive: Drive): Promise<Pick<Evidence, 'fence'>> {
  const { setFilter, timeoutMs, signal } = drive;
  const opened = await setFilter?.(OPEN_FILTER, { timeoutMs, signal });
  const latency = opened?.reply.kind === 'set' ? await passFence(`${item.id} behind`, sink, drive) : undefined;
  if (latency === undefined) return { fence: 'lost' };
  const late: readonly SinkMessage[] = await collect(sink, token, 1, latency * PATIENCE, signal);
  return late.length > 0 ? { fence: 'late' } : {};
}

const CLOSED: Reply = { kind: 'unset', reason: `nothing passes the filter ${OPEN_FILTER}` };
