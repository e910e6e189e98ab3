// Vectors about expressions as filters become cases: what is judged is whether the event arrives behind the filter.
import { encodeHttp } from '../../src/binding/http/encode.js';
import type { Case } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import { isOwnEvent } from '../../src/engine/own-event.js';
import type { Requirement } from '../../src/engine/requirement.js';
import { type BaseEvent, patchedEvent } from '../vector/event.js';
import { substitute } from '../vector/substitute.js';
import { expressionText } from './expression-text.js';
import { noAnswer } from './no-answer.js';
import type { FilterVector } from './types.js';

/** What the filter FALSE holds back: who lets it through has no filter at all. */
export const CLOSED = 'cesql.filter.bool/literal-false';

/** The case of one vector. */
export function filterCaseOf(vector: FilterVector, requirement: Requirement, base: BaseEvent): Case {
  const name = `${vector.requirement}/${vector.variant}`;
  const { passes } = vector;
  return {
    id: `${name}@filter`,
    requirement,
    level: vector.level ?? requirement.level,
    carrier: 'filter',
    task: 'filter',
    title: vector.title,
    ...(vector.why === undefined ? {} : { why: vector.why }),
    ...(passes === undefined ? {} : { expected: passes ? 'the event passes' : 'the event does not pass' }),
    needs: 'event',
    ...(vector.twin === undefined ? {} : { twin: `${vector.twin}@filter` }),
    ...(name === CLOSED ? {} : { ground: `${CLOSED}@filter` }),
    requires: (vector.requires ?? []).map((id) => ({ id: `${id}@filter`, outcome: 'passed' })),
    events: passes === false ? 0 : 1,
    filter: (token) => expressionText(substitute(vector.expression, token)),
    // In structured mode, so that a Boolean or an Integer is one to the target as well.
    stimulus: (token) => {
      const event = patchedEvent(substitute(base, token), substitute(vector.event ?? {}, token));
      return [{ ...encodeHttp([event], 'structured'), method: 'POST', via: 'client' }];
    },
    judge: (observed) => judgeFiltered(vector, observed),
  };
}

function judgeFiltered(vector: FilterVector, observed: Observed): Judgement {
  // Who breaks down over an event has said nothing of its filter.
  const silent = noAnswer(observed, true);
  if (silent !== undefined) return silent;
  const [set, taken] = observed.reactions;
  if (set?.kind === 'refused') return refused(vector, set.text);
  if (taken?.kind !== 'accepted') return { status: 'inconclusive', message: 'the target did not take the event' };
  const passed = observed.outputs.some(
    ({ decoded }) => decoded.kind === 'decoded' && decoded.value.events.some((event) => isOwnEvent(event, observed)),
  );
  if (!passed && observed.fence !== undefined) return { status: 'inconclusive', message: FENCE[observed.fence] };
  if (vector.passes === undefined) return { status: 'observed', message: said(passed), actual: said(passed) };
  return passed === vector.passes ? { status: 'pass' } : failed(vector, said(passed));
}

const FENCE: Readonly<Record<NonNullable<Observed['fence']>, string>> = {
  lost: 'an event that was sent without a filter did not arrive either',
  late: 'the event arrived when the filter was no longer in force',
};

const said = (passed: boolean): string => (passed ? 'the event passes' : 'the event does not pass');

// What is never in force lets nothing through.
function refused(vector: FilterVector, reason: string): Judgement {
  const actual = `the filter is refused: ${reason}`;
  if (vector.passes === undefined) return { status: 'observed', message: actual, actual };
  return vector.passes ? failed(vector, actual) : { status: 'pass' };
}

const failed = ({ requirement, title, passes }: FilterVector, actual: string): Judgement => ({
  status: 'fail',
  expected: said(passes === true),
  actual,
  message: actual,
  cause: { key: `cesql ${requirement} ${actual.slice(0, 30)}`, title: `${title}: ${actual}` },
});
