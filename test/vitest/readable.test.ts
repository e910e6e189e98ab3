import { expect, test } from 'vitest';
import type { JsonValue } from '../../src/event/types.js';
import { readable } from '../../src/vitest/readable.js';

test('values stay what they are', () => {
  const value = { attributes: { id: '1', n: 3, yes: true, none: null }, data: [1, 'two', { three: 3 }] };
  expect(readable({ expected: value, actual: 'refused' })).toEqual({ expected: value, actual: 'refused' });
  expect(readable({ actual: 0 })).toEqual({ expected: null, actual: 0 });
});

test('what could harm a terminal is escaped, in values and in names', () => {
  const { actual } = readable({ actual: { '\u001b[2J': ['\u202e', { a: '\u0007' }], ['__proto__']: 'x' } });
  expect(JSON.stringify(actual)).toBe('{"\\\\u{1b}[2J":["\\\\u{202e}",{"a":"\\\\u{7}"}],"__proto__":"x"}');
});

test('what is too long is shown around the first difference', () => {
  const [expected, actual] = readableStrings(`${'a'.repeat(50_000)}b`, `${'a'.repeat(50_000)}c`);
  expect(expected).toBe(`…${'a'.repeat(16)}b`);
  expect(actual).toBe(`…${'a'.repeat(16)}c`);
});

test('what is too deep is told as text', () => {
  let deep: JsonValue = 'end';
  for (let depth = 0; depth < 100; depth++) deep = [deep];
  const { actual } = readable({ expected: 'x', actual: deep });
  expect(actual).toBe(`${'['.repeat(100)}"end"${']'.repeat(100)}`);
});

function readableStrings(expected: string, actual: string): readonly JsonValue[] {
  const pair = readable({ expected, actual });
  return [pair.expected, pair.actual];
}
