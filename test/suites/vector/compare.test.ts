import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../../src/binding/types.js';
import type { AttributeValue, EventData } from '../../../src/event/types.js';
import { compareEvent, type Seen } from '../../../suites/vector/compare.js';
import type { EventExpectation } from '../../../suites/vector/types.js';

interface Given {
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly data?: EventData;
  readonly mode?: Seen['mode'];
  readonly came?: readonly HeaderLine[];
  readonly sent?: readonly HeaderLine[];
}

const differences = (
  expected: EventExpectation,
  { attributes = {}, data, mode = 'structured', came = [], sent = [] }: Given,
) =>
  compareEvent(
    {
      event: { attributes: new Map(Object.entries(attributes)), ...(data === undefined ? {} : { data }) },
      mode,
      message: { headers: came, body: Buffer.of() },
      request: { headers: sent, body: Buffer.of() },
    },
    expected,
  );
const kinds = (expected: EventExpectation, given: Given): readonly string[] =>
  differences(expected, given).map(({ kind, name }) => `${kind} ${name}`);

describe('attributes', () => {
  it.each<[string, EventExpectation, Given, readonly string[]]>([
    ['the same text', { attributes: { a: 'x' } }, { attributes: { a: 'x' } }, []],
    ['a number and its canonical text', { attributes: { a: 7 } }, { attributes: { a: '7' } }, []],
    ['a boolean and its canonical text', { attributes: { a: true } }, { attributes: { a: 'true' } }, []],
    ['another case of letters', { attributes: { a: 'x' } }, { attributes: { a: 'X' } }, ['changed a']],
    ['nothing', { attributes: { a: 'x' } }, {}, ['lost a']],
    ['the empty string', { attributes: { a: 'x' } }, { attributes: { a: '' } }, ['changed a']],
    [
      'the same instant in another zone',
      { attributes: { time: '2020-01-01T00:00:00Z' } },
      { attributes: { time: '2020-01-01T01:00:00+01:00' } },
      [],
    ],
    [
      'another instant',
      { attributes: { time: '2020-01-01T00:00:00Z' } },
      { attributes: { time: '2020-01-01T00:00:01Z' } },
      ['changed time'],
    ],
    [
      'an instant that is no time attribute',
      { attributes: { a: '2020-01-01T00:00:00Z' } },
      { attributes: { a: '2020-01-01T01:00:00+01:00' } },
      ['changed a'],
    ],
    ['an absent one that is there', { absent: ['a'] }, { attributes: { a: '' } }, ['invented a']],
    ['an absent one', { absent: ['a'] }, { attributes: { b: 'x' } }, []],
    ['a value it must not have', { not: { a: ['x', 1] } }, { attributes: { a: '1' } }, ['invented a']],
    ['another value than those it must not have', { not: { a: ['x'] } }, { attributes: { a: 'y' } }, []],
    ['a value beside those it may have', { only: { a: ['x'] } }, { attributes: { a: 'y' } }, ['invented a']],
    ['a value it may have', { only: { a: ['x'] } }, { attributes: { a: 'x' } }, []],
    ['none of those it may have', { only: { a: ['x'] } }, {}, []],
    ['a name of the prototype', { attributes: { constructor: 'x' } }, {}, ['lost constructor']],
  ])('%s', (_, expected, given, found) => {
    expect(kinds(expected, given)).toEqual(found);
  });
});

describe('attributes of an answer in binary mode', () => {
  const sent = [
    ['ce-a', '%E2%82%AC'],
    ['ce-b', 'plain'],
  ] as const;
  const given = (a: string, line: string, b = 'other'): Given => ({
    mode: 'binary',
    sent,
    attributes: { a, b },
    came: [
      ['ce-a', line],
      ['ce-b', b],
    ],
  });

  it('are decoded where they were encoded anew', () => {
    expect(kinds({ attributes: { a: '€' } }, given('€', '%e2%82%ac'))).toEqual([]);
  });

  it('are not seen to be where the bytes of the request came back', () => {
    expect(kinds({ attributes: { a: '€' } }, given('€', '%E2%82%AC'))).toEqual(['unseen a']);
    expect(kinds({ attributes: { a: '€' } }, given('€', '%E2%82%AC', 'plain'))).toEqual(['unseen a', 'unseen event']);
  });

  it('are not seen where the encoding of the answer may be at fault', () => {
    expect(kinds({ attributes: { a: '€' } }, given('?', '?'))).toEqual(['unseen a']);
    expect(kinds({ attributes: { b: 'plain' } }, given('', '', '%70lain!'))).toEqual(['unseen b']);
  });

  it('are changed where neither value needs encoding', () => {
    expect(kinds({ attributes: { b: 'plain' } }, given('', '', 'other'))).toEqual(['changed b']);
  });
});

describe('an attribute that came out as the bytes of its header', () => {
  it('is told from one that was changed', () => {
    const sent = [['ce-a', ' %41 ']] as const;
    expect(kinds({ attributes: { a: 'A' } }, { sent, attributes: { a: '%41' } })).toEqual(['as-sent a']);
    expect(kinds({ attributes: { a: 'A' } }, { sent, attributes: { a: '%61' } })).toEqual(['changed a']);
  });
});

describe('data', () => {
  const text: EventData = { kind: 'text', text: 'x' };
  it.each<[string, EventExpectation['data'], EventData | undefined, readonly string[]]>([
    ['not asked for', undefined, text, []],
    ['none, and none', 'none', undefined, []],
    ['none, and zero bytes', 'none', { kind: 'binary', bytes: Buffer.of() }, []],
    ['none, and the empty text', 'none', { kind: 'text', text: '' }, []],
    ['none, and JSON null', 'none', { kind: 'json', value: null }, ['unseen data']],
    ['none, and some', 'none', text, ['data-invented data']],
    ['some, and some', 'some', text, []],
    ['some, and none', 'some', undefined, ['data-lost data']],
    ['text, and none', { text: 'x' }, undefined, ['data-lost data']],
    ['text, and the same as bytes', { text: 'x' }, { kind: 'binary', bytes: Buffer.from('x') }, []],
    ['text, and another', { text: 'x' }, { kind: 'text', text: 'y' }, ['data-changed data']],
    ['JSON in another order', { json: { a: 1, b: 2 } }, { kind: 'json', value: { b: 2, a: 1 } }, []],
    ['another JSON', { json: [1] }, { kind: 'json', value: [1, 2] }, ['data-changed data']],
    ['bytes, and others', { base64: '/w==' }, { kind: 'binary', bytes: Buffer.of(0xfe) }, ['data-changed data']],
    ['a filler, one byte short', { fill: 3 }, { kind: 'text', text: 'xx' }, ['data-changed data']],
  ])('%s', (_, expected, data, found) => {
    expect(kinds(expected === undefined ? {} : { data: expected }, data === undefined ? {} : { data })).toEqual(found);
  });
});
