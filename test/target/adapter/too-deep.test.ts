import { expect, test } from 'vitest';
import type { JsonValue } from '../../../src/event/types.js';
import { isTooDeep, MOST_LEVELS } from '../../../src/target/adapter/too-deep.js';

const nested = (levels: number, open = '[', close = ']'): JsonValue =>
  JSON.parse(open.repeat(levels) + (open === '[' ? '' : '1') + close.repeat(levels));

test.each<JsonValue>([1, null, 'x', [], {}, [[1], { a: [] }], nested(MOST_LEVELS), nested(MOST_LEVELS, '{"a":', '}')])(
  'not too deep',
  (json) => {
    expect(isTooDeep(json)).toBe(false);
  },
);

test.each([nested(MOST_LEVELS + 2), nested(MOST_LEVELS + 1, '{"a":', '}'), [1, nested(500_000)]])(
  'too deep',
  (json) => {
    expect(isTooDeep(json)).toBe(true);
  },
);

test('breadth does not count', () => {
  expect(isTooDeep(Array.from({ length: 300_000 }, () => []))).toBe(false);
});
