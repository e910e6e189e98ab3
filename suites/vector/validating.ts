// What is recorded of invalid input is judged where the target claims to validate. The text itself prescribes no reaction.
import { decodeMessage } from '../../src/binding/decode-message.js';
import type { Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { CloudEvent } from '../../src/event/types.js';
import { validate } from '../../src/event/validate.js';
import { carriersNamed } from './carriers.js';
import { type BaseEvent, patchedEvent } from './event.js';
import { judgeVector } from './judge.js';
import { judgeValidity } from './judge-validity.js';
import { substitute } from './substitute.js';
import type { JudgedVector, Vector } from './types.js';

/**
 * The case of a vector for a target that claims to validate: it is handed the message, or asked about the event in it.
 * `judged` is the part of the vector that is judged.
 */
export function validating(
  item: Case,
  vector: Vector,
  {
    judged,
    base,
    asked,
  }: { readonly judged: JudgedVector; readonly base: BaseEvent; readonly asked: 'message' | 'event' },
): Case {
  const { whenValidating: _, ...rest } = item;
  // Where no value is watched, no event at all may come out.
  const attributes = vector.watch ?? ['id', 'source', 'type'];
  const refusal: JudgedVector = { ...judged, expect: { refused: { attributes } }, validating: true };
  const strict: Case = {
    ...rest,
    requirement: asMust(item.requirement),
    level: 'must',
    validation: true,
    expected: { refused: { attributes } },
    needs: 'status',
    events: 0,
  };
  if (asked === 'event') return askedAbout(strict, vector, base);
  return {
    ...strict,
    judge: (observed) => judgeVector(substitute(refusal, observed.token), 'status', observed),
  };
}

// It brings its own twin along, so it rests on no other case. An event is asked about once, whatever form it could
// travel in.
function askedAbout(strict: Case, vector: Vector, base: BaseEvent): Case {
  const { twin: _, ...rest } = strict;
  return {
    ...rest,
    requires: [],
    expected: 'invalid',
    ...(isAboutEvents(strict, vector) ? { validity: (token: string) => pair(strict, base, token) } : {}),
    judge: (observed) => judgeValidity(vector, observed),
  };
}

const musts = new WeakMap<Requirement, Requirement>();

// One for all cases of a requirement, which are grouped by it.
function asMust(requirement: Requirement): Requirement {
  const known = musts.get(requirement) ?? { ...requirement, level: 'must', code: 'rej', inferred: true };
  musts.set(requirement, known);
  return known;
}

// An event is validated once, whatever form it could travel in, and a rule about how one is written has none to validate.
const isAboutEvents = (item: Case, { requirement, carriers }: Vector): boolean =>
  (requirement.startsWith('core.') || requirement === 'json.type.core-wrong') &&
  item.carrier === carriersNamed(carriers)[0] &&
  invalidEvent(item, 'token') !== undefined;

// In a batch it stands among valid ones.
function invalidEvent(item: Case, token: string): CloudEvent | undefined {
  const [request] = item.stimulus(token);
  const decoded = request && decodeMessage(request);
  if (decoded?.kind !== 'decoded') return undefined;
  return decoded.value.events.find((event) => validate(event, '1.0.2').length > 0);
}

const pair = (item: Case, base: BaseEvent, token: string): readonly [CloudEvent, CloudEvent] => {
  const valid = patchedEvent(substitute(base, token));
  return [valid, invalidEvent(item, token) ?? valid];
};
