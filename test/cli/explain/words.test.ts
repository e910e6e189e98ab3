import { expect, test } from 'vitest';
import { codeWords, levelWords, needsWords, roleWords, sinceWords } from '../../../src/cli/explain/words.js';
import { grade } from '../../../src/engine/grade.js';
import { loadSuite } from '../../../suites/suite.js';

const requirements = [...loadSuite().requirements.values()];

test('every level says what its failure does in the report', () => {
  for (const requirement of requirements) {
    const { level, code } = requirement;
    const words = levelWords(level, code);
    const { status } = grade({ status: 'fail' }, { requirement: { ...requirement, since: 'same' }, level }, '1.0.2');
    if (words.includes('recorded')) expect(['observed', 'fail'], requirement.id).toContain(status);
    else if (words.includes('warning')) expect(status, requirement.id).toBe('warn');
    else
      expect({ status, words }).toEqual({ status: 'fail', words: 'a case that fails makes the target nonconformant' });
  }
});

test('no two codes, roles or versions read alike', () => {
  const distinct = (words: readonly string[]) => expect(new Set(words).size).toBe(words.length);
  distinct((['pos', 'rej', 'soft', 'free'] as const).map(codeWords));
  distinct((['producer', 'receiver', 'intermediary', 'engine', 'broker', 'any'] as const).map(roleWords));
  distinct((['same', 'reworded', 'main', '1.0.2'] as const).map(sinceWords));
});

test('needs are alternatives', () => {
  expect(needsWords({ needs: ['status', 'event'] })).toBe(
    'the status of the answer, or the event that the target decoded',
  );
  expect(needsWords({ needs: ['value', 'sink'] })).toBe(
    'the value and the errors of an expression, or what reaches a subscriber',
  );
});
