import { expect, test } from 'vitest';
import { fitBlocks } from '../../../src/report/job-summary/fit-blocks.js';

const leftOut = (blocks: number): string => `${blocks} left out`;

test('all blocks where they fit', () => {
  expect(fitBlocks(['a\n', 'b\n'], 1000, leftOut)).toBe('a\n\nb\n');
});

test('from the first that does not fit they are left out, in bytes and not in characters', () => {
  const block = `${'€'.repeat(100)}\n`;
  expect(fitBlocks(['a\n', block, block, 'b\n'], 1000, leftOut)).toBe(`a\n\n${block}\n2 left out\n`);
  expect(Buffer.byteLength(fitBlocks(['a\n', block, block], 720, leftOut))).toBeLessThanOrEqual(720);
});

test('the first stands whatever the room', () => {
  expect(fitBlocks(['verdict\n', 'b\n'], 10, leftOut)).toBe('verdict\n\n1 left out\n');
});
