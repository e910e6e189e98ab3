import { expect, test } from 'vitest';
import {
  containerError,
  containerProblemOf,
  failed,
  NO_START,
} from '../../../src/target/container/container-problem.js';

test('an error carries its problem and its cause', () => {
  const cause = new Error('the engine said no\u0007');
  const error = failed('to start it', cause, NO_START);
  expect(error.cause).toBe(cause);
  expect(containerProblemOf(error)).toEqual({
    ...NO_START,
    message: 'failed to start it: "the engine said no\\u0007"',
  });
  expect(error.message).toBe(error.problem.message);
});

test('what is no error of a container has no problem', () => {
  expect([new Error('x'), 'x', undefined, { problem: NO_START }].map(containerProblemOf)).toEqual(
    Array.from({ length: 4 }),
  );
});

test('a long answer of the engine is cut', () => {
  const { message } = failed('to start it', 'x'.repeat(10_000), NO_START);
  expect(message.length).toBeLessThan(400);
  expect(containerError({ ...NO_START, message }).message).toBe(message);
});
