import { expect, test } from 'vitest';
import { type ExpectedOutcome, isOutcome, outcomeWords } from '../../../src/cli/explain/outcome-words.js';

test.each<[ExpectedOutcome, readonly string[]]>([
  [{ value: true }, ['the value true, without an error']],
  [{ value: 'a"b' }, ['the value "a\\"b", without an error']],
  [{ value: 0, errors: ['math', 'cast'] }, ['the value 0, with an error of kind math or cast']],
  [
    { value: 0, errors: ['missingAttribute'], not: ['math'] },
    ['the value 0, with an error of kind missingAttribute, and none of kind math'],
  ],
  [{ type: 'integer' }, ['an Integer, without an error']],
  [{ type: 'boolean', errors: ['cast'] }, ['a Boolean, with an error of kind cast']],
  [{ parseError: true }, ['a parse error']],
  [{ error: 'any' }, ['an error of any kind']],
  [
    { values: { complete: 1, 'fail-fast': 0, operator: 0 }, errors: ['cast'] },
    [
      'in complete mode the value 1, with an error of kind cast',
      'in fail-fast mode the value 0, with an error of kind cast',
      'in operator mode the value 0, with an error of kind cast',
    ],
  ],
  [{ oneOf: [{ value: false }, { parseError: true }] }, ['the value false, without an error', 'or a parse error']],
])('%j', (outcome, words) => {
  expect(isOutcome(outcome)).toBe(true);
  expect(outcomeWords(outcome)).toEqual(words);
});

test('what is expected of an event is no outcome', () => {
  for (const expectation of [{ accepted: true }, { event: {} }, { elements: [] }, { refused: { attributes: [] } }])
    expect(isOutcome(expectation)).toBe(false);
});
