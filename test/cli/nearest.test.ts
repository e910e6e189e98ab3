import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/cli/nearest.js';

const IDS = ['http.dec.once', 'http.dec.pct', 'core.attr.minimal', 'core.attr.missing', 'A31'];

describe('nearest', () => {
  test.each([
    ['a letter too many', 'http.dec.oncee', ['http.dec.once']],
    ['a letter missing', 'htp.dec.once', ['http.dec.once']],
    ['another letter', 'http.dec.ance', ['http.dec.once']],
    ['two letters swapped', 'http.dec.onec', ['http.dec.once']],
    ['another case', 'HTTP.Dec.Once', ['http.dec.once']],
    ['the beginning of several', 'core.attr', ['core.attr.minimal', 'core.attr.missing']],
    ['nothing like it', 'kafka', []],
    ['nothing at all', '', []],
  ])('%s', (_, word, expected) => {
    expect(nearest(word, IDS)).toEqual(expected);
  });

  test('beside an exact one there is no other', () => {
    expect(nearest('sinkport', ['sinkHost', 'sinkPort'])).toEqual(['sinkPort']);
  });

  test('gives at most three', () => {
    expect(nearest('aaaa', ['aaab', 'aaac', 'aaad', 'aaae'])).toEqual(['aaab', 'aaac', 'aaad']);
  });

  test('finds any word of six letters or more again, with two neighbours swapped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{6,12}$/), fc.nat(4), (word, at) => {
        const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
        expect(nearest(swapped, [word, '0123456789'])).toEqual([word]);
      }),
    );
  });
});

test('didYouMean asks, or is silent', () => {
  expect(didYouMean('repott', ['report', 'config'])).toBe('did you mean report?');
  expect(didYouMean('aaaa', ['aaab', 'aaac'])).toBe('did you mean aaab or aaac?');
  expect(didYouMean('x', ['report'])).toBeUndefined();
});
