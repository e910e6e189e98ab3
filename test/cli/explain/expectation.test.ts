import { expect, test } from 'vitest';
import { expectationWords } from '../../../src/cli/explain/expectation.js';
import type { Level } from '../../../src/engine/requirement.js';
import type { JsonValue } from '../../../src/event/types.js';
import { loadSuite } from '../../../suites/suite.js';

const words = (expected: JsonValue, level: Level = 'must') => expectationWords({ expected, level }, 'tok');

test('acceptance', () => {
  expect(words({ accepted: true })).toEqual(['the event is accepted']);
});

test('an event, with its token', () => {
  expect(
    words({
      event: {
        attributes: { id: '{token}', n: 1 },
        absent: ['time'],
        not: { flag: ['true', true] },
        only: { size: [1, '1'] },
        data: { json: { a: '{token}' } },
      },
    }),
  ).toEqual([
    'the event is accepted, and comes out with',
    '  id = "tok"',
    '  n = 1',
    '  no time',
    '  flag not "true" nor true',
    '  size = 1 or "1", or no size',
    '  data = {"a":"tok"} (as JSON)',
  ]);
});

test.each<[JsonValue, string]>([
  ['none', 'no data'],
  ['some', 'data, whatever they are'],
  [{ text: 'a\nb' }, 'data = "a\\nb" (as text)'],
  [{ base64: 'AAE=' }, 'data = AAE= (base64, as bytes)'],
  [{ fill: 9 }, 'data = 9 letters x'],
])('data %j', (data, line) => {
  expect(words({ event: { data } })[1]).toBe(`  ${line}`);
});

test('a batch', () => {
  expect(words({ elements: [] })).toEqual(['the message is accepted, and no event comes out']);
  expect(words({ elements: [{ data: 'none' }, { absent: ['a'] }] })).toEqual([
    'the message is accepted, and event 1 of 2 comes out with',
    '  no data',
    'event 2 of 2 comes out with',
    '  no a',
  ]);
});

test('a refusal', () => {
  expect(words({ refused: { attributes: ['subject'] } })).toEqual(['a refusal, or an event without a made-up subject']);
});

test('an acceptance that may be a refusal', () => {
  expect(words({ accepted: true, mayRefuse: true })).toEqual([
    'the event is accepted',
    'a refusal is legal too: the case then does not apply',
  ]);
});

test('the value of an expression, and what a filter does, are not read as events', () => {
  expect(words({ value: '{token}' })).toEqual(['the value "tok", without an error']);
  expect(expectationWords({ expected: 'the event passes', level: 'must' }, 'tok')).toEqual(['the event passes']);
});

test('what is only recorded', () => {
  expect(expectationWords({ level: 'info' }, 'tok')).toEqual([
    'nothing: the text prescribes no outcome, so whatever happens is recorded',
  ]);
  expect(words({ accepted: true }, 'info')).toEqual(['the event is accepted', 'recorded, not judged']);
});

test('every case of the suite has words, and none of them a placeholder', () => {
  for (const item of loadSuite().cases) {
    const lines = expectationWords(item, 'tok');
    expect(lines.length, item.id).toBeGreaterThan(0);
    expect(lines.join('\n'), item.id).not.toMatch(/\{token\}|= undefined|\[object/);
  }
});
