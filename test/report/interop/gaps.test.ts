import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { event } from '../../../src/generate/event.js';
import { bytes, json, plain, text } from '../../../src/generate/telling/telling.js';
import { type Gap, gapsOf, isSameGap, isWhole } from '../../../src/report/interop/gaps.js';
import type { Decoded, Encoded } from '../../../src/report/interop/observed.js';
import { altered, events, message } from './helpers/inputs.js';

const one = plain({ subject: 's', time: '2018-04-05T17:31:00Z', datacontenttype: 'application/json' }, json({ a: 1 }));
const WRITTEN = message(one);
const between = (seen: Decoded, told = [one]) => gapsOf(told, WRITTEN, seen);

describe('nothing is lost', () => {
  test.each([
    ['the same event', one],
    ['the instant in another zone', altered(one, { time: '2018-04-05T18:31:00+01:00' })],
    ['the JSON value as text', { ...one, data: text('{ "a" : 1.0 }') }],
    ['the JSON value as bytes', { ...one, data: bytes(...Buffer.from('{"a":1}')) }],
    ['a media type in another case', altered(one, { datacontenttype: 'Application/json' })],
  ])('%s', (_, seen) => {
    expect(between(events(seen))).toEqual([]);
  });

  test('between a number and its canonical string', () => {
    const counted = altered(one, { count: 7 });
    expect(gapsOf([counted], WRITTEN, events(altered(one, { count: '7' })))).toEqual([]);
  });

  test('of any event by itself', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 3 }), (all) => gapsOf(all, WRITTEN, events(...all))?.length === 0),
    );
  });
});

describe('what is lost', () => {
  test.each<[string, Decoded, readonly Gap[]]>([
    [
      'an attribute',
      events(altered(one, { subject: undefined })),
      [{ kind: 'attribute', name: 'subject', change: 'lost', told: 's' }],
    ],
    [
      'the value of one',
      events(altered(one, { subject: 'S' })),
      [{ kind: 'attribute', name: 'subject', change: 'changed', told: 's', seen: 'S' }],
    ],
    [
      'nothing, but one more',
      events(altered(one, { more: 1 })),
      [{ kind: 'attribute', name: 'more', change: 'added', seen: 1 }],
    ],
    ['data', events({ attributes: one.attributes }), [{ kind: 'data', change: 'lost', told: json({ a: 1 }) }]],
    [
      'the value of data',
      events({ ...one, data: json({ a: 2 }) }),
      [{ kind: 'data', change: 'changed', told: json({ a: 1 }), seen: json({ a: 2 }) }],
    ],
    ['the event', events(), [{ kind: 'count', told: 1, seen: 0 }]],
    ['its being the only one', events(one, one), [{ kind: 'count', told: 1, seen: 2 }]],
    ['all, with a reason', { kind: 'refused', reason: 'no' }, [{ kind: 'refused', reason: 'no', by: 'decoder' }]],
    [
      'all, in a crash',
      { kind: 'failed', code: 'closed', message: 'm' },
      [{ kind: 'failed', code: 'closed', message: 'm', by: 'decoder' }],
    ],
  ])('%s', (_, seen, expected) => {
    expect(between(seen)).toEqual(expected);
  });

  test.each<[string, Encoded, readonly Gap[]]>([
    ['a refusal', { kind: 'refused', reason: 'no' }, [{ kind: 'refused', reason: 'no', by: 'encoder' }]],
    [
      'a failure',
      { kind: 'failed', code: 'timeout', message: 'm' },
      [{ kind: 'failed', code: 'timeout', message: 'm', by: 'encoder' }],
    ],
  ])('%s of the encoder, whoever reads', (_, encoded, expected) => {
    expect(gapsOf([one], encoded, undefined)).toEqual(expected);
    expect(gapsOf([one], encoded, events(one))).toEqual(expected);
  });

  test('each attribute counts once in a batch, and each event is compared with its own', () => {
    const [a, b] = [altered(one, { id: 'a' }), altered(one, { id: 'b' })];
    const seen = [altered(a, { subject: 'x' }), altered(b, { subject: 'y' })];
    expect(between(events(...seen), [a, b])).toEqual([
      { kind: 'attribute', name: 'subject', change: 'changed', told: 's', seen: 'x' },
    ]);
    expect(between(events(b, a), [a, b])).toMatchObject([{ name: 'id', told: 'a', seen: 'b' }]);
  });
});

test('who was not asked has lost nothing', () => {
  expect(gapsOf([one], { kind: 'not-asked' }, undefined)).toBeUndefined();
  expect(gapsOf([one], WRITTEN, undefined)).toBeUndefined();
  expect(gapsOf([one], WRITTEN, { kind: 'not-asked' })).toBeUndefined();
});

test('gaps are the same where they are about the same part', () => {
  const subject: Gap = { kind: 'attribute', name: 'subject', change: 'lost' };
  const data: Gap = { kind: 'data', change: 'lost' };
  expect(isSameGap(subject, { ...subject, change: 'changed' })).toBe(true);
  expect(isSameGap(subject, { ...subject, name: 'id' })).toBe(false);
  expect(isSameGap(subject, data)).toBe(false);
  expect([subject, data, { kind: 'count', told: 1, seen: 0 } as const].map(isWhole)).toEqual([false, false, true]);
});
