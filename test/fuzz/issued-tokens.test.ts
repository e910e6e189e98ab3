import { expect, it } from 'vitest';
import { createTokens } from '../../src/fuzz/issued-tokens.js';

it('knows the tokens that were issued, and no others', () => {
  const tokens = createTokens();
  tokens.issue('a');
  expect([tokens.isIssued('a'), tokens.isIssued('b')]).toEqual([true, false]);
});

it('remembers at least half of as many as it may, and forgets what is older', () => {
  const tokens = createTokens(10);
  for (let at = 0; at < 1000; at++) {
    tokens.issue(String(at));
    for (let back = 0; back < Math.min(at, 5); back++) expect(tokens.isIssued(String(at - back))).toBe(true);
    if (at >= 10) expect(tokens.isIssued(String(at - 10))).toBe(false);
  }
});
