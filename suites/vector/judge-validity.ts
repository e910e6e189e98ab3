// What an adapter says of a valid event and of an invalid one. An SDK may repair what it is handed before it validates
// it, so an event that is found valid counts against it only where it is written with its defect.
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed, Reaction } from '../../src/engine/observed.js';
import type { CloudEvent, JsonValue } from '../../src/event/types.js';
import { type Violation, validate } from '../../src/event/validate.js';
import { broken } from './causes.js';
import type { Vector } from './types.js';

/** Judges the answers about a pair of events, and the message that the second was written to if it was found valid. */
export function judgeValidity(vector: Pick<Vector, 'requirement' | 'title'>, observed: Observed): Judgement {
  const { reactions } = observed;
  const failure = reactions.find((reaction) => reaction.kind === 'broken');
  if (failure?.kind === 'broken') return broken(failure.failure, { expect: { refused: { attributes: [] } } });
  const [valid, invalid, written] = reactions;
  if (valid === undefined || invalid === undefined) return { status: 'inconclusive', message: 'there was no answer' };
  const undecided = [valid, invalid].find((reaction) => reaction.kind === 'undecided');
  if (undecided?.kind === 'undecided') return { status: 'inconclusive', message: undecided.reason };
  if (valid.kind === 'refused') {
    return { status: 'blocked', message: `a plain valid event is found invalid as well: ${valid.text}` };
  }
  if (invalid.kind === 'refused') return { status: 'pass', expected: 'invalid', actual: `invalid: ${invalid.text}` };
  return foundValid(vector, observed, written);
}

function foundValid(
  { requirement, title }: Pick<Vector, 'requirement' | 'title'>,
  { validated, outputs }: Observed,
  written: Reaction | undefined,
): Judgement {
  if (written === undefined || written.kind === 'undecided') {
    return {
      status: 'inconclusive',
      message: 'found valid, and nothing is written that would show what was validated',
    };
  }
  if (written.kind === 'refused') return beside('found valid, but refused when it is to be written');
  const decoded = outputs.at(-1)?.decoded;
  if (decoded?.kind !== 'decoded') {
    return { status: 'inconclusive', message: 'found valid, and what is written cannot be decoded' };
  }
  const kept = defects(validated?.[1]).filter((defect) =>
    decoded.value.events.some((event) => defects(event).some((other) => isSame(other, defect))),
  );
  if (kept.length === 0) return beside('it is repaired before it is validated: what is written is valid');
  const message = 'an invalid event is found valid';
  return {
    status: 'fail',
    expected: 'invalid',
    actual: { valid: true, written: Object.fromEntries(kept.map((defect) => shown(defect, decoded.value.events[0]))) },
    message,
    cause: { key: `found valid ${requirement}`, title: `An invalid event is found valid: ${title}` },
  };
}

const beside = (message: string): Judgement => ({ status: 'not-applicable', message });

const defects = (event: CloudEvent | undefined): readonly Violation[] =>
  event === undefined ? [] : validate(event, '1.0.2');

const isSame = (a: Violation, b: Violation): boolean => a.rule === b.rule && a.attribute === b.attribute;

const shown = ({ attribute = '' }: Violation, event: CloudEvent | undefined): readonly [string, JsonValue] => [
  attribute,
  event?.attributes.get(attribute) ?? null,
];
