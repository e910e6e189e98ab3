// What is recorded of invalid input is judged where the target claims to validate. The text itself prescribes no reaction.
import { decodeHttp } from '../../src/binding/http/decode.js';
import type { Case } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { CloudEvent } from '../../src/event/types.js';
import { validate } from '../../src/event/validate.js';
import { broken } from './causes.js';
import { type BaseEvent, patchedEvent } from './event.js';
import { judgeVector } from './judge.js';
import { isFilledIn } from './let-through.js';
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
  const hasEvent = strict.carrier === vector.carriers[0] && invalidEvent(strict, 'token') !== undefined;
  return {
    ...rest,
    requires: [],
    expected: 'invalid',
    ...(hasEvent ? { validity: (token: string) => pair(strict, base, token) } : {}),
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

// In a batch it stands among valid ones.
function invalidEvent(item: Case, token: string): CloudEvent | undefined {
  const [request] = item.stimulus(token);
  const decoded = request && decodeHttp(request);
  if (decoded?.kind !== 'decoded') return undefined;
  return decoded.value.events.find((event) => validate(event, '1.0.2').some((violation) => !isFilledIn(violation)));
}

const pair = (item: Case, base: BaseEvent, token: string): readonly [CloudEvent, CloudEvent] => {
  const valid = patchedEvent(substitute(base, token));
  return [valid, invalidEvent(item, token) ?? valid];
};

function judgeValidity(vector: Vector, { reactions }: Observed): Judgement {
  const [valid, invalid] = reactions;
  const failure = reactions.find((reaction) => reaction.kind === 'broken');
  if (failure?.kind === 'broken') return broken(failure.failure, { expect: { refused: { attributes: [] } } });
  if (valid === undefined || invalid === undefined) return { status: 'inconclusive', message: 'there was no answer' };
  const undecided = reactions.find((reaction) => reaction.kind === 'undecided');
  if (undecided?.kind === 'undecided') return { status: 'inconclusive', message: undecided.reason };
  if (valid.kind === 'refused') {
    return { status: 'blocked', message: `a plain valid event is found invalid as well: ${valid.text}` };
  }
  if (invalid.kind === 'refused') return { status: 'pass', expected: 'invalid', actual: `invalid: ${invalid.text}` };
  const message = 'an invalid event is found valid';
  return {
    status: 'fail',
    expected: 'invalid',
    actual: 'valid',
    message,
    cause: { key: `found valid ${vector.requirement}`, title: `An invalid event is found valid: ${vector.title}` },
  };
}
