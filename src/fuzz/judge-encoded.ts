// What a target wrote of events that it was asked to write, read by our own decoder.

import { broken, differs, noEvent } from '../../suites/vector/causes.js';
import { compareEvent, type Difference } from '../../suites/vector/compare.js';
import type { JudgedVector } from '../../suites/vector/types.js';
import { attributeLine, modeOfMessage } from '../binding/parts.js';
import type { Message } from '../binding/types.js';
import type { Cause, Judgement } from '../engine/judgement.js';
import type { Observed } from '../engine/observed.js';
import { canonical } from '../event/canonical.js';
import { sameData } from '../event/same-data.js';
import type { CloudEvent } from '../event/types.js';
import { trimOws } from '../target/header-text.js';
import { ANY_REQUIREMENT, expectationOf } from './expected-event.js';

const VECTOR: JudgedVector = { requirement: ANY_REQUIREMENT, title: 'a generated event', expect: { accepted: true } };

/** Nothing was read: what is compared is what came out. */
const NOTHING = { headers: [], body: new Uint8Array() };

/** The judgement of what was written of these events. */
export function judgeEncoded(events: readonly CloudEvent[], { reactions, outputs }: Observed): Judgement {
  const [reaction] = reactions;
  if (reaction === undefined) return { status: 'inconclusive', message: 'there is no answer' };
  if (reaction.kind === 'broken') return broken(reaction.failure, VECTOR);
  if (reaction.kind === 'undecided') return { status: 'inconclusive', message: reaction.reason };
  // Nobody is obliged to be able to write every event.
  if (reaction.kind === 'refused')
    return { status: 'not-applicable', message: `it writes no such event: ${reaction.text}` };
  const seen: CloudEvent[] = [];
  for (const { decoded, message } of outputs) {
    if (decoded.kind === 'rejected')
      return message !== undefined && events.some((event) => hasVerbatim(message, event))
        ? { ...unreadable(decoded.reason), cause: NOT_ENCODED }
        : unreadable(decoded.reason);
    seen.push(...decoded.value.events);
  }
  if (seen.length === 0 && events.length > 0) return noEvent(VECTOR, events.length);
  const differences = events.flatMap((event, index) => differencesOf(event, seen[index]));
  if (differences.length === 0) return { status: 'pass' };
  const judgement = written(differs(VECTOR, differences));
  const isBare = outputs.some(
    ({ message }) => message !== undefined && differences.some((one) => isVerbatim(message, one)),
  );
  return isBare ? { ...judgement, cause: NOT_ENCODED } : judgement;
}

/** The cause of every value that is read as another one because it was written into a header of HTTP as it is. */
export const NOT_ENCODED: Cause = { key: 'header not encoded', title: 'Header values are not percent-encoded' };

/** Whether a value that cannot stand in a header as it is does. */
const hasVerbatim = (message: Message, { attributes }: CloudEvent): boolean =>
  [...attributes].some(
    ([name, expected]) =>
      typeof expected === 'string' &&
      /[^\x21-\x7e]|["%]/.test(expected) &&
      isVerbatim(message, { kind: 'changed', name, expected, actual: null }),
  );

function isVerbatim(message: Message, { name, expected }: Difference): boolean {
  if (message.binding !== undefined || modeOfMessage(message).mode !== 'binary') return false;
  const line = attributeLine(message, name);
  if (line === undefined || typeof expected !== 'string') return false;
  // A line has a character for each byte.
  const bytes = Buffer.from(expected, 'utf8').toString('latin1');
  return [expected, bytes].some((one) => trimOws(one) === trimOws(line));
}

// What is wrong with an event that was read is not what is wrong with one that was written.
const written = ({ cause, ...judgement }: Judgement): Judgement => ({
  ...judgement,
  ...(cause && {
    cause: { ...cause, title: `In what is written, ${cause.title.charAt(0).toLowerCase()}${cause.title.slice(1)}` },
  }),
});

function differencesOf(event: CloudEvent, seen: CloudEvent | undefined): readonly Difference[] {
  if (seen === undefined) {
    const id = canonical(event.attributes.get('id') ?? '');
    return [{ kind: 'lost', name: 'event', expected: id, actual: null }];
  }
  const all = compareEvent({ event: seen, mode: 'structured', request: NOTHING, through: true }, expectationOf(event));
  return isItsText(event, seen) ? all.filter(({ name }) => name !== 'data') : all;
}

/** A string may be text as well as JSON: whoever writes it decides (position A11). */
const isItsText = ({ data }: CloudEvent, seen: CloudEvent): boolean =>
  data?.kind === 'json' && typeof data.value === 'string' && sameData({ kind: 'text', text: data.value }, seen.data);

const unreadable = (reason: string): Judgement => ({
  status: 'fail',
  expected: 'a message that holds the event',
  actual: reason,
  message: `what was written cannot be read: ${reason}`,
  cause: { key: 'unreadable', title: 'What is written of a valid event cannot be read' },
});
