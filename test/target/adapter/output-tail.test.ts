import { expect, test } from 'vitest';
import { createOutputTail } from '../../../src/target/adapter/output-tail.js';

test('gives what came since a position', () => {
  const tail = createOutputTail();
  expect(tail.since(0)).toBeUndefined();
  tail.push(Buffer.from('before'));
  const { position } = tail;
  expect(tail.since(position)).toBeUndefined();
  tail.push(Buffer.from('during\u001b['));
  tail.push(Buffer.from('\n'));
  expect(tail.since(position)).toBe('during\u001b[\n');
  expect(tail.since(0)).toBe('beforeduring\u001b[\n');
});

test('keeps the last 4 KiB', () => {
  const tail = createOutputTail();
  for (let index = 0; index < 100; index++) tail.push(Buffer.from(`${String(index).padStart(99)}\n`));
  expect(tail.position).toBe(10_000);
  const kept = tail.since(0) ?? '';
  expect(kept).toHaveLength(4096);
  expect(kept.endsWith('99\n')).toBe(true);
  tail.push(Buffer.alloc(100_000, 'y'));
  expect(tail.since(0)).toBe('y'.repeat(4096));
  expect(tail.since(tail.position - 3)).toBe('yyy');
});

test('does not begin in the middle of a character', () => {
  const tail = createOutputTail();
  tail.push(Buffer.from(`😀${'x'.repeat(4094)}`));
  expect(tail.since(0)).toBe('x'.repeat(4094));
  const other = createOutputTail();
  other.push(Buffer.from([0x80, 0x80, 0x80, 0x80, 0x41]));
  expect(other.since(0)).toBe('\ufffdA');
});
