// One case, from its stimulus to its evidence.
import type { CloudEvent } from '../event/types.js';
import type { Exchange, Question, Reply, Stimulus, Told } from '../target/types.js';
import type { Case } from './case.js';
import type { Drive } from './drive.js';
import type { Evidence } from './evidence.js';
import { exchangeFiltered } from './exchange-filtered.js';
import { reaction } from './observe.js';
import { tokenOf } from './random.js';
import { type Count, collect, countEvents, FIRST_LOOK_MS, passFence } from './sink-path.js';

/** As much of a case as is needed to carry it out: how it is judged is another matter. */
export type Exchanged = Pick<
  Case,
  'id' | 'task' | 'events' | 'filter' | 'stimulus' | 'told' | 'validity' | 'questions'
>;

/** Sends what the case sends, and gathers every byte that comes back. */
export async function exchangeCase(item: Exchanged, drive: Drive): Promise<Evidence> {
  if (item.filter !== undefined) return exchangeFiltered(item, item.filter, drive);
  const token = tokenOf(drive.seed, item.id);
  const validated = item.validity?.(token);
  const requests = validated === undefined ? item.stimulus(token) : [];
  const told = item.told?.(token);
  const questions = item.questions?.(token);
  const interruptions = drive.target.interruptions?.();
  const replies: Reply[] = [];
  let ms = 0;
  let stderr: string | undefined;
  const note = (exchange: Exchange): void => {
    replies.push(exchange.reply);
    ms += exchange.ms;
    stderr = exchange.stderr ?? stderr;
  };
  if (validated !== undefined) await validate(validated, drive, note);
  if (told !== undefined) note(await emitted(told, drive));
  for (const question of questions ?? []) note(await answered(question, drive));
  for (const request of requests) note(await handed(item, request, drive));
  const seen = drive.observation === 'sink' ? await arrivals(item, token, replies, drive) : { arrived: [] };
  return {
    token,
    observation: drive.observation,
    requests,
    ...(told === undefined ? {} : { told }),
    ...(validated === undefined ? {} : { validated }),
    ...(questions === undefined ? {} : { questions }),
    replies: interruptions === drive.target.interruptions?.() ? replies : replies.map(interrupted),
    ...seen,
    ...(stderr === undefined ? {} : { stderr }),
    ms,
  };
}

// What did not come out may have been lost on the way, and so may what should not have come out.
const interrupted = (reply: Reply): Reply =>
  reply.kind === 'failure'
    ? reply
    : { kind: 'failure', failure: { code: 'interrupted', message: 'the connection to the broker was lost meanwhile' } };

function emitted(told: Told, { target, timeoutMs, signal }: Drive): Promise<Exchange> {
  if (target.emit === undefined) throw new Error(`${target.name} cannot be asked for a message`);
  return target.emit(told, { timeoutMs, signal });
}

function answered(question: Question, { target, timeoutMs, signal }: Drive): Promise<Exchange> {
  if (target.evaluate === undefined) throw new Error(`${target.name} cannot be asked for the value of an expression`);
  return target.evaluate(question, { timeoutMs, signal });
}

function handed(item: Exchanged, request: Stimulus, drive: Drive): Promise<Exchange> {
  const { target, timeoutMs, signal } = drive;
  if (item.task === 'forward' && target.forward !== undefined) return target.forward(request, { timeoutMs, signal });
  return target.exchange(request, { timeoutMs, signal });
}

// An event that is found valid is asked for as a message too, which shows what it was that was validated.
async function validate(
  [valid, invalid]: readonly [CloudEvent, CloudEvent],
  { target, timeoutMs, signal, writes }: Drive,
  note: (exchange: Exchange) => void,
): Promise<void> {
  if (target.validate === undefined) throw new Error(`${target.name} cannot be asked about an event`);
  note(await target.validate(valid, { timeoutMs, signal }));
  const answer = await target.validate(invalid, { timeoutMs, signal });
  note(answer);
  if (answer.reply.kind !== 'valid' || writes === undefined || target.emit === undefined) return;
  note(await target.emit({ ...writes, events: [invalid] }, { timeoutMs, signal }));
}

async function arrivals(
  item: Exchanged,
  token: string,
  replies: readonly Reply[],
  drive: Drive,
): Promise<Pick<Evidence, 'arrived' | 'fence'>> {
  const { sink, signal } = drive;
  if (sink === undefined) return { arrived: [] };
  const isTaken = replies.some(isAccepted);
  // Where nothing may come out, a refusal is believed only behind the fence too: some refuse and pass on all the same.
  if (!isTaken && (item.events > 0 || replies.every(({ kind }) => kind === 'failure'))) {
    return { arrived: await sink.take(token, { count: 0, timeoutMs: 0 }) };
  }
  // A broker is to hand on messages, whatever is in them.
  const count = item.task === 'relay' ? countMessages : countEvents;
  const first = isTaken ? await collect(sink, token, item.events, FIRST_LOOK_MS, signal, count) : [];
  if (count(first) >= item.events && item.events > 0) return { arrived: first };
  // "Did not arrive" is believed only behind an event that was sent later on the same path, and did.
  const latency = await passFence(`${item.id} fence`, sink, drive);
  if (latency === undefined) {
    return { arrived: [...first, ...(await sink.take(token, { count: 0, timeoutMs: 0 }))], fence: 'lost' };
  }
  const missing = Math.max(1, item.events - count(first));
  return { arrived: [...first, ...(await collect(sink, token, missing, latency * 3, signal, count))] };
}

const countMessages: Count = (messages) => messages.length;

const isAccepted = (reply: Reply): boolean => reaction(reply).kind === 'accepted';
