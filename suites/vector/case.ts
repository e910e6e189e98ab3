// Vectors become cases: one for each carrier.
import { type Carrier, carrierOf, formOf } from '../../src/engine/carriers.js';
import type { Case, Needs } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { JsonValue } from '../../src/event/types.js';
import type { Stimulus } from '../../src/target/types.js';
import { type EncodedRequests, NOT_ENCODED, SENTINEL } from '../encoded-requests.js';
import { carriersNamed } from './carriers.js';
import type { BaseEvent } from './event.js';
import { judgeVector } from './judge.js';
import { BASELINE, prerequisitesOf } from './prerequisites.js';
import { requestsOf } from './request.js';
import { substitute } from './substitute.js';
import type { EventPatch, Expectation, JudgedVector, Vector } from './types.js';
import { validating } from './validating.js';

/** The case that every other case over this carrier rests on. */
export const baselineOf = (carrier: Carrier): string => `${BASELINE}@${carrier}`;

export interface Making {
  /** What the target is asked to do with the message. Default: to decode it. */
  readonly task?: 'decode' | 'forward';
  readonly encodedRequests?: EncodedRequests;
}

/** The cases of one vector, one for each of its carriers. */
export function casesOf(
  vector: Vector,
  requirement: Requirement,
  base: BaseEvent,
  { task = 'decode', encodedRequests = NOT_ENCODED }: Making = {},
): readonly Case[] {
  // What is to be passed on in a mode needs a binding that has it.
  const isPossible = (carrier: Carrier): boolean =>
    vector.passedOn === undefined ||
    carrierOf({ binding: formOf(carrier).binding, mode: vector.passedOn }) !== undefined;
  const judged = judgedPart(vector, task);
  const needs = needsOf(requirement, task);
  return carriersNamed(vector.carriers)
    .filter(isPossible)
    .map((carrier): Case => {
      const requests = (token: string): readonly Stimulus[] =>
        requestsOf(substitute(vector, token), substitute(base, token), carrier);
      const on = (id: string): string => `${id}@${carrier}`;
      const id = on(`${vector.requirement}/${vector.variant}`);
      const item: Case = {
        id,
        requirement,
        ...levelsOf(vector, requirement, carrier, requests),
        carrier,
        task,
        title: vector.title,
        ...(vector.why === undefined ? {} : { why: vector.why }),
        ...(vector.expect === undefined ? {} : { expected: expectedOf(vector.expect, vector) }),
        needs,
        requires: prerequisitesOf(vector, carrier),
        events: eventsOf(vector),
        ...(vector.twin === undefined && !isNothing(vector, requirement) ? {} : { twin: on(vector.twin ?? BASELINE) }),
        ...(isTransport(vector) ? { transport: true as const } : {}),
        stimulus: (token) => encodedRequests(id, token) ?? requests(token),
        judge: (observed) => judgeVector(substitute(judged, observed.token), needs, observed),
      };
      return vector.validation === undefined
        ? item
        : { ...item, whenValidating: (asked) => validating(item, vector, { judged, base, asked }) };
    });
}

/**
 * The levels of a case. 1.0.2 does not say what the record of an event without data has for a value (position A43), so what
 * becomes of a null one is recorded there, whatever it is about.
 */
function levelsOf(
  { level, levelOnMain }: Vector,
  requirement: Requirement,
  carrier: Carrier,
  requests: (token: string) => readonly Stimulus[],
): Pick<Case, 'level' | 'levelOnMain'> {
  const own = level ?? requirement.level;
  const isOpen =
    carrier === 'kafka-binary' && requests(SENTINEL).some((one) => one.binding === 'kafka' && one.isNull === true);
  if (isOpen) return { level: 'info', levelOnMain: levelOnMain ?? own };
  return { level: own, ...(levelOnMain === undefined ? {} : { levelOnMain }) };
}

// What is passed on has to come out somewhere to be judged.
const needsOf = ({ needs }: Requirement, task: 'decode' | 'forward'): Needs => {
  if (task === 'forward') return 'message';
  return needs.includes('status') ? 'status' : 'event';
};

// All that a judgement looks at: of the events that were sent, no more than their ids.
function judgedPart(
  { requirement, title, expect, times, watch, mayRefuse, event, batch, passedOn }: Vector,
  task: 'decode' | 'forward',
): JudgedVector {
  return {
    requirement,
    title,
    ...(expect === undefined ? {} : { expect }),
    ...(times === undefined ? {} : { times }),
    ...(watch === undefined ? {} : { watch }),
    ...(mayRefuse === undefined ? {} : { mayRefuse }),
    ...(event === undefined ? {} : { event: idOf(event) }),
    ...(batch === undefined ? {} : { batch: batch.map(idOf) }),
    ...(passedOn === undefined ? {} : { passedOn }),
    ...(task === 'forward' ? { through: true as const } : {}),
  };
}

function idOf({ set }: EventPatch): EventPatch {
  const id = set?.['id'];
  return id === undefined ? {} : { set: { id } };
}

/** A refusal that is legal too stands beside what is expected. */
const expectedOf = (expect: Expectation, { mayRefuse }: Vector): JsonValue => ({
  ...(expect as { readonly [member: string]: JsonValue }),
  ...(mayRefuse === undefined ? {} : { mayRefuse }),
});

function eventsOf(vector: Vector): number {
  if (vector.expect === undefined || 'accepted' in vector.expect) return vector.batch?.length ?? 1;
  if ('elements' in vector.expect) return vector.expect.elements.length;
  return 'event' in vector.expect ? 1 : 0;
}

// Where nothing may come out, a target from which nothing ever comes out would pass: such a case needs a twin.
const isNothing = (vector: Vector, { code }: Requirement): boolean =>
  code === 'rej' || code === 'soft' || (vector.expect !== undefined && eventsOf(vector) === 0);

// A method, a framing or the pieces of a body are none of the event's business.
const isTransport = ({ message }: Vector): boolean =>
  message?.method !== undefined || message?.framing !== undefined || message?.pieces !== undefined;
