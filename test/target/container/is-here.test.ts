import { expect, test } from 'vitest';
import { isHere } from '../../../src/target/container/is-here.js';

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  // For documentation (RFC 5737): nobody has it.
  ['192.0.2.1', false],
])('%s: %s', async (host, expected) => {
  expect(await isHere(host)).toBe(expected);
});
