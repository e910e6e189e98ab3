import { describe, expect, it } from 'vitest';
import { differingIn, isTrimmed } from '../../../src/fuzz/symptoms/differing.js';

describe('differingIn', () => {
  it.each([
    ['equivalent URIs', { source: 'S:', dataschema: 'http://a' }, { source: 's:', dataschema: 'http://a/' }],
    ['null and nothing', { data: { json: null } }, { data: null }],
    ['nothing and the empty text of JSON', { data: null }, { data: { json: '' } }],
  ])('is nothing of %s', (_, expected, actual) => {
    expect(differingIn({ expected, actual })).toBeUndefined();
  });

  it('is the rest of what differs, and how that does', () => {
    const actual = { source: 's:', data: { json: 2 } };
    expect(differingIn({ expected: { source: 'S:', data: { json: 1 } }, actual })).toEqual({
      expected: { data: { json: 1 } },
      actual: { data: { json: 2 } },
      word: 'data-changed',
    });
    expect(differingIn({ expected: { source: 'S:', subject: 'x' }, actual: { source: 's:', subject: null } })).toEqual({
      expected: { subject: 'x' },
      actual: { subject: null },
      word: 'lost',
    });
  });

  it('is all of it where every part counts', () => {
    for (const one of [
      { expected: { source: 'a#' }, actual: { source: 'a' } },
      { expected: { subject: 'S:' }, actual: { subject: 's:' } },
      { expected: { data: null }, actual: { data: { json: 'x' } } },
      { expected: 'accepted', actual: 'refused' },
    ])
      expect(differingIn(one)).toEqual(one);
  });
});

describe('isTrimmed', () => {
  it.each([
    [' a', 'a'],
    ['a\u3000', 'a'],
    [' ', null],
    [' ', ''],
  ])('is so of %j and %j', (subject, other) => {
    expect(isTrimmed({ expected: { subject }, actual: { subject: other } })).toBe(true);
  });

  it.each([
    ['a', 'b'],
    ['a', null],
    ['', null],
    ['\ufeffa', 'a '],
  ])('is not of %j and %j', (subject, other) => {
    expect(isTrimmed({ expected: { subject }, actual: { subject: other } })).toBe(false);
  });

  it('is not where more differs, or nothing', () => {
    expect(isTrimmed({ expected: { subject: ' a', type: 'a' }, actual: { subject: 'a', type: 'b' } })).toBe(false);
    expect(isTrimmed({ expected: 'accepted', actual: 'refused' })).toBe(false);
  });
});
