import { expect, test, vi } from 'vitest';
import { quietTimers } from '../../src/cli/quiet-timers.js';

test('only the warnings about negative timeouts are kept back', () => {
  const emit = process.emitWarning;
  const told = vi.fn();
  process.emitWarning = told;
  try {
    quietTimers();
    process.emitWarning('-5 is a negative number.', 'TimeoutNegativeWarning');
    process.emitWarning('something else', 'OtherWarning', 'CODE');
    process.emitWarning(new Error('third'));
  } finally {
    process.emitWarning = emit;
  }
  expect(told.mock.calls).toEqual([['something else', 'OtherWarning', 'CODE'], [new Error('third')]]);
});
