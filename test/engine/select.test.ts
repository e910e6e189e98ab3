import { describe, expect, it } from 'vitest';
import { select } from '../../src/engine/select.js';
import { baselineOf } from '../../suites/vector/case.js';
import { tinySuite, vector } from './tiny-suite.js';

const both = ['http-structured', 'http-binary'] as const;
const { cases } = tinySuite([
  vector('core.one/plain', { carriers: both }),
  vector('core.one/a.b', { carriers: both }),
  vector('http.two/slash', { requires: ['core.one/plain'] }),
  vector('http.three/bad', { twin: 'http.two/slash', expect: { refused: { attributes: ['subject'] } } }),
]);
const ids = (only: readonly string[], skip: readonly string[] = []): readonly string[] =>
  select(cases, { only, skip }).cases.map(({ id }) => id);
const without = (all: readonly string[]): readonly string[] => all.filter((id) => !id.startsWith('core.attr.minimal'));

describe('select', () => {
  it('takes everything by default, in the order of the suite', () => {
    expect(ids([])).toEqual(cases.map(({ id }) => id));
  });

  it.each([
    [
      'core.one',
      [
        'core.one/plain@http-structured',
        'core.one/plain@http-binary',
        'core.one/a.b@http-structured',
        'core.one/a.b@http-binary',
      ],
    ],
    ['core.one/plain', ['core.one/plain@http-structured', 'core.one/plain@http-binary']],
    ['core.one/plain@http-binary', ['core.one/plain@http-binary']],
    ['core.*/a.b@*', ['core.one/a.b@http-structured', 'core.one/a.b@http-binary']],
    ['core.on*@http-binary', ['core.one/plain@http-binary', 'core.one/a.b@http-binary']],
  ])('%s names what it says', (glob, expected) => {
    expect(without(ids([glob]))).toEqual(expected);
  });

  it('takes along what a case rests on, also at second hand and by its twin, and says which those are', () => {
    const { cases: chosen, prerequisites } = select(cases, { only: ['http.three'], skip: [] });
    expect(chosen.map(({ id }) => id)).toEqual([
      baselineOf('http-structured'),
      'core.one/plain@http-structured',
      'http.two/slash@http-structured',
      'http.three/bad@http-structured',
    ]);
    expect([...prerequisites].toSorted()).toEqual([
      baselineOf('http-structured'),
      'core.one/plain@http-structured',
      'http.two/slash@http-structured',
    ]);
  });

  it('keeps what is skipped where another case rests on it', () => {
    expect(ids(['http.two'], ['core.attr.*'])).toContain(baselineOf('http-structured'));
  });

  it.each([
    [['core.nothing'], []],
    [[], ['core.nothing']],
    [['core.one', 'CORE.ONE'], []],
    [['t12345'], []],
  ])('a glob that matches nothing is a usage error: only %j, skip %j', (only, skip) => {
    expect(() => ids(only, skip)).toThrowError(
      expect.objectContaining({ diagnostic: expect.objectContaining({ code: 'filter.unmatched', exit: 2 }) }),
    );
  });

  it('leaving nothing is a usage error', () => {
    expect(() => ids(['core.one'], ['core.*'])).toThrowError(
      expect.objectContaining({ diagnostic: expect.objectContaining({ code: 'filter.empty', exit: 2 }) }),
    );
  });

  it.each([['['], ['((((((('], ['{a,b'], ['\\'], ['!('.repeat(40)]])(
    '%j is a glob like any other: no crash',
    (glob) => {
      expect(() => ids([glob])).toThrowError(
        expect.objectContaining({ diagnostic: expect.objectContaining({ exit: 2 }) }),
      );
    },
  );
});
