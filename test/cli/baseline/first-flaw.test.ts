import { describe, expect, test } from 'vitest';
import { firstFlaw, lacksReason, NO_REASON } from '../../../src/cli/baseline/first-flaw.js';
import { entryOf } from '../../report/baseline/helpers/entries.js';

const strict = { mayLackReasons: false };

test('entries without a flaw have none', () => {
  const entries = [
    entryOf('a', { expires: '2028-02-29' }),
    entryOf('b', { expires: '2000-01-01', fingerprint: 'aaaaaaaa' }),
    entryOf('b', { fingerprint: 'bbbbbbbb' }),
  ];
  expect(firstFlaw(entries, strict)).toBeUndefined();
  expect(firstFlaw([], strict)).toBeUndefined();
});

describe('a reason that is still to be written', () => {
  test('is a flaw, unless it may wait', () => {
    const waiting = entryOf('a', { reason: NO_REASON });
    expect(firstFlaw([waiting], strict)).toMatchObject({ code: 'reason', entry: waiting, more: 0 });
    expect(firstFlaw([waiting], { mayLackReasons: true })).toBeUndefined();
  });

  test('is known in other letters, and in no longer sentence', () => {
    expect(lacksReason(entryOf('a', { reason: ` ${NO_REASON.toLowerCase()} ` }))).toBe(true);
    expect(lacksReason(entryOf('a', { reason: `${NO_REASON}: it is so` }))).toBe(false);
  });
});

test.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31'])('%s is no day', (expires) => {
  expect(firstFlaw([entryOf('a', { expires })], { mayLackReasons: true })).toMatchObject({
    code: 'expires',
    message: `expires of "a" is "${expires}", and there is no such day`,
  });
});

describe('an entry that is listed again', () => {
  const first = entryOf('a', { line: 3 });

  test('is told with the place of the first, and so is a third', () => {
    const again = entryOf('a', { line: 5 });
    expect(firstFlaw([first, again, entryOf('a', { line: 7 })], strict)).toMatchObject({
      code: 'repeated',
      entry: again,
      hint: 'it stands in line 3 already: keep one of them',
      more: 1,
    });
  });

  test('is one in the other list as well', () => {
    const other = entryOf('a', { line: 5, list: 'flaky' });
    expect(firstFlaw([first, other], strict)?.hint).toContain('line 3, as expected already');
  });
});
