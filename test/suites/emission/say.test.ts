import { expect, test } from 'vitest';
import { broken, KEPT, silent, weigh } from '../../../suites/emission/say.js';

const bad = broken('it is wrong', 'a', 'b', 'root');

test('one broken part breaks the whole, one kept part keeps it, and silence has a reason', () => {
  expect(weigh([silent('one'), KEPT, bad], 'nothing')).toBe(bad);
  expect(weigh([silent('one'), KEPT], 'nothing')).toBe(KEPT);
  expect(weigh([silent('one'), silent('two')], 'nothing')).toEqual({ kind: 'silent', reason: 'one' });
  expect(weigh([], 'nothing')).toEqual({ kind: 'silent', reason: 'nothing' });
});

test('what is broken says what was expected and what came; its root only where it has one', () => {
  expect(bad).toEqual({ kind: 'broken', message: 'it is wrong', expected: 'a', actual: 'b', root: 'root' });
  expect(broken('it is wrong', 'a', 'b')).not.toHaveProperty('root');
});
