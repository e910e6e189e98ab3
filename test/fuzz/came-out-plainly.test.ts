import { describe, expect, it } from 'vitest';
import { carriersOf } from '../../src/engine/carriers.js';
import type { Observed } from '../../src/engine/observed.js';
import type { AttributeValue, CloudEvent, EventData } from '../../src/event/types.js';
import { aimsOf } from '../../src/fuzz/aims.js';
import { cameOutPlainly } from '../../src/fuzz/came-out-plainly.js';
import { draw } from '../../src/fuzz/draw.js';
import { batchVectorOf, vectorOf } from '../../src/fuzz/expected-event.js';
import { marked } from '../../src/fuzz/marked.js';
import { judgeVector } from '../../suites/vector/judge.js';
import { trueReply } from '../engine/helpers/observed.js';
import { answeredBy, event, events } from './helpers/trials.js';

/** The events of a trial as they were sent, what was seen of each message, and what the judge says of it. */
function judgedByVectors(index: number) {
  const aims = aimsOf({ decodes: carriersOf(['http']), encodes: [], evaluates: false });
  const aim = aims[index % aims.length];
  const { trial } = draw(aim?.arbitrary ?? expect.fail('no aims'), 1, index);
  if (trial.kind !== 'events') return [];
  return answeredBy(trial, trueReply).map(({ shot, observed }) => {
    const own = trial.events.map((one) => marked(one, observed.token));
    const [single] = own;
    const vector = shot.way === 'http-batch' || single === undefined ? batchVectorOf(own) : vectorOf(single);
    return { own, observed, judgement: judgeVector(vector, 'event', observed) };
  });
}

const all = Array.from({ length: 600 }, (_, index) => judgedByVectors(index)).flat();

/** What came out for one event is another one. */
function answeredWith(sent: CloudEvent, came: readonly CloudEvent[], more: Partial<Observed> = {}): boolean {
  const [answer = expect.fail('nothing was asked')] = answeredBy(events(sent), trueReply);
  const decoded = { kind: 'decoded', value: { mode: 'structured', events: came } } as const;
  return cameOutPlainly([sent], { ...answer.observed, outputs: [{ decoded, copied: false }], ...more });
}

describe('what came out plainly', () => {
  it('passes with the judge of vectors, and is nearly all that the reference answers', () => {
    const plain = all.filter(({ own, observed }) => cameOutPlainly(own, observed));
    expect(plain.length).toBeGreaterThan(all.length * 0.8);
    for (const { judgement } of plain) expect(judgement).toEqual({ status: 'pass' });
  });

  it('is never another event', () => {
    const plain = all.filter(({ own, observed }) => cameOutPlainly(own, observed));
    for (const { own, observed } of plain) {
      for (const name of new Set(own.flatMap(({ attributes }) => [...attributes.keys()]))) {
        const altered = own.map((one) =>
          one.attributes.has(name) ? { ...one, attributes: new Map([...one.attributes, [name, 'another']]) } : one,
        );
        expect(cameOutPlainly(altered, observed)).toBe(false);
      }
      expect(cameOutPlainly([...own, event()], observed)).toBe(false);
      expect(cameOutPlainly(own.slice(1), observed)).toBe(false);
    }
  });

  const withData = (data?: EventData, more: Readonly<Record<string, AttributeValue>> = {}): CloudEvent =>
    event({ id: 'a', ...more }, data);

  it.each<readonly [string, CloudEvent, CloudEvent]>([
    ['has what the target adds', withData(), withData(undefined, { seenby: 'it' })],
    ['is a number or its canonical string', withData(undefined, { n: 7 }), withData(undefined, { n: '7' })],
    ['has no data or data of no bytes', withData(), withData({ kind: 'binary', bytes: new Uint8Array() })],
    [
      'is a text or its bytes',
      withData({ kind: 'text', text: 'ä' }),
      withData({ kind: 'binary', bytes: Buffer.from('ä') }),
    ],
  ])('%s', (_, sent, came) => {
    expect(answeredWith(sent, [came])).toBe(true);
  });

  it.each<readonly [string, CloudEvent, CloudEvent]>([
    ['other data', withData({ kind: 'json', value: 1 }), withData({ kind: 'json', value: 2 })],
    ['no data where there was some', withData({ kind: 'json', value: 1 }), withData()],
    ['data that is made up', withData(), withData({ kind: 'json', value: 1 })],
    ['null where there was nothing', withData(), withData({ kind: 'json', value: null })],
    [
      'the same instant in other digits',
      withData(undefined, { time: '2020-01-01T00:00:00.0Z' }),
      withData(undefined, { time: '2020-01-01T00:00:00Z' }),
    ],
    [
      'bytes that came out as a string of JSON',
      withData({ kind: 'binary', bytes: Buffer.from('"a"') }),
      withData({ kind: 'json', value: 'a' }),
    ],
  ])('is left to the judge with %s', (_, sent, came) => {
    expect(answeredWith(sent, [came])).toBe(false);
  });

  it('is left to the judge where an answer may hide it', () => {
    const sent = withData();
    const decoded = { kind: 'decoded', value: { mode: 'binary', events: [sent] } } as const;
    expect(answeredWith(sent, [sent])).toBe(true);
    expect(answeredWith(sent, [sent], { outputs: [{ decoded, copied: false }] })).toBe(false);
    const structured = { ...decoded, value: { ...decoded.value, mode: 'structured' } } as const;
    expect(answeredWith(sent, [sent], { outputs: [{ decoded: structured, copied: true }] })).toBe(false);
    const message = { headers: [['CE-id', 'b']], body: new Uint8Array() } as const;
    expect(answeredWith(sent, [sent], { outputs: [{ decoded: structured, copied: false, message }] })).toBe(false);
    expect(answeredWith(sent, [sent], { observation: 'sink' })).toBe(false);
    expect(answeredWith(sent, [sent], { reactions: [{ kind: 'refused', text: '' }] })).toBe(false);
    expect(answeredWith(sent, [sent, sent])).toBe(false);
  });

  it('is left to the judge where two events have one id', () => {
    const [one, other] = [event({ id: 'a' }), event({ id: 'a', source: '/other' })];
    for (const { observed } of answeredBy(events([one, other], 'http-batch'), trueReply)) {
      const own = [one, other].map((each) => marked(each, observed.token));
      expect(cameOutPlainly(own, observed)).toBe(false);
    }
  });
});
