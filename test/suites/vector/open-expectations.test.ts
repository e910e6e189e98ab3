import { describe, expect, it } from 'vitest';
import type { Observed, Reaction } from '../../../src/engine/observed.js';
import type { AttributeValue } from '../../../src/event/types.js';
import { compareEvent, type Seen } from '../../../suites/vector/compare.js';
import { judgeVector } from '../../../suites/vector/judge.js';
import type { Vector } from '../../../suites/vector/types.js';

const message = { headers: [], body: new Uint8Array() };

describe('an attribute with the only values it may have', () => {
  const allowed = { only: { datacontenttype: ['application/octet-stream', 'text/plain'] } };

  it.each([
    ['is absent', {}],
    ['has the first value', { datacontenttype: 'application/octet-stream' }],
    ['has the second value', { datacontenttype: 'text/plain' }],
  ])('is as expected when it %s', (_, attributes) => {
    expect(compareEvent(seen(attributes), allowed)).toEqual([]);
  });

  it('is invented when it has another one, and the finding names what was allowed', () => {
    expect(compareEvent(seen({ datacontenttype: 'text/xml' }), allowed)).toEqual([
      {
        kind: 'invented',
        name: 'datacontenttype',
        expected: { only: allowed.only.datacontenttype },
        actual: 'text/xml',
      },
    ]);
  });

  it('is compared by canonical string', () => {
    expect(compareEvent(seen({ sequence: 7 }), { only: { sequence: ['7'] } })).toEqual([]);
    expect(compareEvent(seen({ sequence: 7 }), { only: { sequence: ['007'] } })).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('fails a valid event', () => {
    expect(judged({}, { kind: 'refused', status: 400, text: '' }).status).toBe('fail');
  });

  it('of an event that may be refused does not apply, and says why', () => {
    const judgement = judged({ mayRefuse: true }, { kind: 'refused', status: 422, text: '' });
    expect(judgement.status).toBe('not-applicable');
    expect(judgement.message).toContain('422');
  });

  it('is nothing but a refusal: an accepted event that does not come out still fails', () => {
    expect(judged({ mayRefuse: true }, { kind: 'accepted', status: 200 }).status).toBe('fail');
  });
});

function seen(attributes: Readonly<Record<string, AttributeValue>>): Seen {
  return { event: { attributes: new Map(Object.entries(attributes)) }, mode: 'structured', message, request: message };
}

function judged(change: Pick<Vector, 'mayRefuse'>, reaction: Reaction): ReturnType<typeof judgeVector> {
  const vector: Vector = {
    requirement: 'http.str.conflict',
    variant: 'id',
    title: 'a case',
    carriers: ['http-structured'],
    expect: { event: { attributes: { id: 'a' } } },
    ...change,
  };
  const request = { ...message, method: 'POST', via: 'client' as const };
  const observed: Observed = {
    token: 'a',
    observation: 'reply',
    requests: [request],
    reactions: [reaction],
    outputs: [],
    answers: [],
  };
  return judgeVector(vector, 'event', observed);
}
