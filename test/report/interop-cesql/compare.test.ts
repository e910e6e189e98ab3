import { describe, expect, it } from 'vitest';
import type { Answer, Ours } from '../../../src/report/interop-cesql/answer.js';
import { ourAnswers } from '../../../src/report/interop-cesql/answer.js';
import { compare, kindsOf, typeName } from '../../../src/report/interop-cesql/compare.js';
import { event, gave } from './helpers/posed.js';

const clean: Ours = { value: 5, errors: [] };
const failed: Ours = { value: 0, errors: ['cast', 'math', 'cast'] };

describe('an answer', () => {
  it.each<[string, Answer, Ours]>([
    ['of the same value', gave(5), clean],
    ['of the same kinds of errors, in any order and number', gave(0, 'math', 'cast'), failed],
    ['that was not asked for', { kind: 'not-asked' }, clean],
  ])('%s is ours', (_, theirs, ours) => {
    expect(compare(theirs, ours)).toBeUndefined();
  });

  it.each<[string, string, Answer, Ours]>([
    ['dies', 'the program ends', { kind: 'failed', code: 'closed', message: 'exit code 7' }, clean],
    ['hangs', 'no answer in time', { kind: 'failed', code: 'timeout', message: 'no reply' }, clean],
    [
      'protocol',
      'an answer that breaks the adapter protocol',
      { kind: 'failed', code: 'protocol', message: '' },
      clean,
    ],
    ['throws', 'something thrown beside the errors of the engine', { kind: 'thrown', reason: 'oh' }, clean],
    ['refuses', 'no evaluation', { kind: 'refused', reason: 'no' }, clean],
    ['parse', 'a parse error', gave(undefined, 'parse'), clean],
    ['parse', 'a parse error', gave(false, 'parse'), failed],
    ['no-error', 'no cast and math error', gave(0), failed],
    ['error', 'a cast error where nothing fails', gave(5, 'cast', 'cast'), clean],
    ['errors', 'more or fewer errors', gave(0, 'cast'), failed],
    ['other-error', 'a generic error instead of a cast and math error', gave(0, 'generic'), failed],
    ['type', 'a String instead of an Integer', gave('5'), clean],
    ['type', 'no value instead of an Integer', gave(undefined), clean],
    ['type', 'null instead of an Integer', gave(null), clean],
    ['type', 'a value of no type instead of an Integer', gave([5]), clean],
    ['value', 'another value', gave(6), clean],
  ])('%s: %s', (how, what, theirs, ours) => {
    expect(compare(theirs, ours)).toEqual({ how, what });
  });
});

it('kinds are told once, in a fixed order', () => {
  expect(kindsOf(['math', 'cast', 'math'])).toEqual(['cast', 'math']);
});

it('types have names', () => {
  expect([true, 1, '', undefined, null, {}].map((value) => typeName(value))).toEqual([
    'a Boolean',
    'an Integer',
    'a String',
    'no value',
    'null',
    'a value of no type',
  ]);
});

it('ours is given in each mode, and a parse error in all', () => {
  expect(ourAnswers("'a' + 1", event)).toEqual({
    complete: { value: 1, errors: ['cast'] },
    'fail-fast': { value: 0, errors: ['cast'] },
    operator: { value: 0, errors: ['cast'] },
  });
  expect(ourAnswers('1 +', event).operator).toEqual({ value: false, errors: ['parse'] });
});
