// One case of a filter: the expression is set, an event is handed in, and what arrives behind the filter is gathered.
import type { Reply, SetFilter, Sink } from '../target/types.js';
import type { Case } from './case.js';
import type { Drive } from './drive.js';
import type { Evidence } from './evidence.js';
import { tokenOf } from './random.js';
import { collect, FIRST_LOOK_MS, passFence } from './sink-path.js';

/** Lets everything through: before and behind a case, so that the path itself is known to be open. */
export const OPEN_FILTER = 'TRUE';

/** How much longer than an event has just taken one is waited for before the filter is taken away. */
const PATIENCE = 5;

/** Remembers what is in force, so that nothing is set twice. */
export function rememberingFilter(setFilter: SetFilter): SetFilter {
  let inForce: string | undefined;
  return async (expression, options) => {
    if (expression === inForce) return { reply: { kind: 'set' }, ms: 0 };
    inForce = undefined;
    const exchange = await setFilter(expression, options);
    if (exchange.reply.kind === 'set') inForce = expression;
    return exchange;
  };
}

/** Sets the filter, sends the event, and tells what came out while it was in force. */
export async function exchangeFiltered(
  item: Pick<Case, 'id' | 'stimulus' | 'events'>,
  expressionOf: (token: string) => string,
  drive: Drive,
): Promise<Evidence> {
  const { sink, setFilter, target, timeoutMs, signal } = drive;
  if (sink === undefined || setFilter === undefined) throw new Error(`no filter can be set before ${target.name}`);
  const options = { timeoutMs, signal };
  const token = tokenOf(drive.seed, item.id);
  const requests = item.stimulus(token);
  const filter = expressionOf(token);
  const started = performance.now();
  const evidence = (rest: Pick<Evidence, 'replies' | 'fence'> & Partial<Pick<Evidence, 'arrived'>>): Evidence => ({
    token,
    observation: drive.observation,
    requests,
    filter,
    arrived: [],
    ...rest,
    ms: performance.now() - started,
  });

  let wait = timeoutMs / 2;
  if (item.events === 0) {
    // Where nothing is to come, an event that passes just before tells how long the path takes.
    const opened = await open(`${item.id} before`, sink, drive);
    if (opened.kind === 'closed') return evidence({ replies: [opened.reply], fence: 'lost' });
    wait = Math.max(FIRST_LOOK_MS, opened.latency * PATIENCE);
  }
  const replies: Reply[] = [(await setFilter(filter, options)).reply];
  if (replies[0]?.kind !== 'set') return evidence({ replies });
  for (const request of requests) replies.push((await target.exchange(request, options)).reply);
  const arrived = await collect(sink, token, 1, wait, signal);
  if (arrived.length > 0) return evidence({ replies, arrived });
  return evidence({ replies, ...(await behind(item, token, sink, drive)) });
}

// What was held back stays away also when the path is open again, which an event sent later shows.
async function behind(
  item: Pick<Case, 'id' | 'events'>,
  token: string,
  sink: Sink,
  drive: Drive,
): Promise<Pick<Evidence, 'fence'>> {
  const opened = await open(`${item.id} behind`, sink, drive);
  if (opened.kind === 'closed') return { fence: 'lost' };
  const late = await collect(sink, token, 1, opened.latency * PATIENCE, drive.signal);
  return late.length > 0 ? { fence: 'late' } : {};
}

type Opened = { readonly kind: 'open'; readonly latency: number } | { readonly kind: 'closed'; readonly reply: Reply };

/** Opens the path, and sends an event that shows it. */
async function open(name: string, sink: Sink, drive: Drive): Promise<Opened> {
  const { timeoutMs, signal } = drive;
  const reply = (await drive.setFilter?.(OPEN_FILTER, { timeoutMs, signal }))?.reply;
  if (reply?.kind !== 'set') return { kind: 'closed', reply: reply ?? CLOSED };
  const latency = await passFence(name, sink, drive);
  return latency === undefined ? { kind: 'closed', reply: CLOSED } : { kind: 'open', latency };
}

const CLOSED: Reply = { kind: 'unset', reason: `nothing passes the filter ${OPEN_FILTER}` };
