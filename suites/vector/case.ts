// Vectors become cases: one for each carrier.
import type { Carrier, Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import type { JsonValue } from '../../src/event/types.js';
import type { HttpRequest } from '../../src/target/types.js';
import { type EncodedRequests, NOT_ENCODED } from '../encoded-requests.js';
import type { BaseEvent } from './event.js';
import { judgeVector } from './judge.js';
import { BASELINE, prerequisitesOf } from './prerequisites.js';
import { requestsOf } from './request.js';
import { substitute } from './substitute.js';
import type { EventPatch, Expectation, JudgedVector, Vector } from './types.js';

/** The case that every other case over this carrier rests on. */
export const baselineOf = (carrier: Carrier): string => `${BASELINE}@${carrier}`;

/** The cases of one vector, one for each of its carriers. */
export function casesOf(
  vector: Vector,
  requirement: Requirement,
  base: BaseEvent,
  encodedRequests: EncodedRequests = NOT_ENCODED,
): readonly Case[] {
  const judged = judgedPart(vector);
  const needs = requirement.needs.includes('status') ? 'status' : 'event';
  return vector.carriers.map((carrier): Case => {
    const requests = (token: string): readonly HttpRequest[] =>
      requestsOf(substitute(vector, token), substitute(base, token), carrier);
    const on = (id: string): string => `${id}@${carrier}`;
    const id = on(`${vector.requirement}/${vector.variant}`);
    return {
      id,
      requirement,
      level: vector.level ?? requirement.level,
      ...(vector.levelOnMain === undefined ? {} : { levelOnMain: vector.levelOnMain }),
      carrier,
      title: vector.title,
      ...(vector.why === undefined ? {} : { why: vector.why }),
      ...(vector.expect === undefined ? {} : { expected: expectedOf(vector.expect, vector) }),
      needs,
      requires: prerequisitesOf(vector, carrier),
      events: eventsOf(vector),
      ...(vector.twin === undefined && !isNothing(vector, requirement) ? {} : { twin: on(vector.twin ?? BASELINE) }),
      stimulus: (token) => encodedRequests(id, token) ?? requests(token),
      judge: (observed) => judgeVector(substitute(judged, observed.token), needs, observed),
    };
  });
}

// All that a judgement looks at: of the events that were sent, no more than their ids.
function judgedPart({ requirement, title, expect, times, watch, mayRefuse, event, batch }: Vector): JudgedVector {
  return {
    requirement,
    title,
    ...(expect === undefined ? {} : { expect }),
    ...(times === undefined ? {} : { times }),
    ...(watch === undefined ? {} : { watch }),
    ...(mayRefuse === undefined ? {} : { mayRefuse }),
    ...(event === undefined ? {} : { event: idOf(event) }),
    ...(batch === undefined ? {} : { batch: batch.map(idOf) }),
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
