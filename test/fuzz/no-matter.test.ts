import { describe, expect, it } from 'vitest';
import { isNoMatter } from '../../src/fuzz/no-matter.js';

describe('what does not matter', () => {
  it.each([
    ['source', 'HTTP://a/%7Eb', 'http://a/~b'],
    ['dataschema', 'http://a:80/', 'http://a'],
    ['data', { json: null }, null],
    ['data', null, { json: '' }],
  ] as const)('%s: %j that came out as %j', (name, expected, actual) => {
    expect(isNoMatter(name, expected, actual)).toBe(true);
  });

  it.each([
    ['source', '/a', '/b'],
    ['source', 'null', null],
    ['subject', 'HTTP://a', 'http://a'],
    ['data', { json: 0 }, null],
    ['data', { json: null }, { json: '' }],
    ['data', null, { text: 'x' }],
  ] as const)('not %s: %j that came out as %j', (name, expected, actual) => {
    expect(isNoMatter(name, expected, actual)).toBe(false);
  });
});
