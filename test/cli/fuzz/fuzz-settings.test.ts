import { describe, expect, it } from 'vitest';
import { assertFuzzable, parseShard } from '../../../src/cli/fuzz/fuzz-settings.js';
import { diagnosticOf } from '../helpers/diagnostic.js';

describe('a part of a seed', () => {
  it('is the whole where nothing is said', () => {
    expect(parseShard(undefined)).toEqual({ index: 0, of: 1 });
  });

  it.each([
    ['1/1', 0, 1],
    ['2/8', 1, 8],
    ['1000/1000', 999, 1000],
  ])('%s', (text, index, of) => {
    expect(parseShard(text)).toEqual({ index, of });
  });

  it.each(['', '0/2', '3/2', '1', '1/0', 'a/b', '1/2/3', '-1/2', '1/ 2'])('is refused: %j', async (text) => {
    expect(await diagnosticOf(() => parseShard(text))).toMatchObject({ code: 'shard.syntax', exit: 2 });
  });
});

describe('what events are sent to', () => {
  it('is no producer, and nothing behind a filter', async () => {
    expect(await diagnosticOf(() => assertFuzzable({ listen: ':0' }))).toMatchObject({ code: 'fuzz.target', exit: 2 });
    expect(await diagnosticOf(() => assertFuzzable({ apply: ['x'] }))).toMatchObject({ code: 'fuzz.target', exit: 2 });
    expect(() => assertFuzzable({})).not.toThrow();
  });
});
