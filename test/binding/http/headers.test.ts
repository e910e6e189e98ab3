import { expect, it } from 'vitest';
import { headersByName, headerValue } from '../../../src/binding/http/headers.js';
import type { HeaderLine } from '../../../src/binding/types.js';

const headers: readonly HeaderLine[] = [
  ['Content-Type', 'text/plain'],
  ['ce-id', 'a'],
  ['X-Empty', ''],
  ['CE-ID', 'b'],
  ['__proto__', 'p'],
];

it.each([
  ['content-type', 'text/plain'],
  ['CONTENT-TYPE', 'text/plain'],
  ['x-empty', ''],
  ['ce-id', 'a, b'],
  ['__proto__', 'p'],
  ['constructor', undefined],
  ['ce-i', undefined],
  ['', undefined],
])('%s has the value %j', (name, value) => {
  expect(headerValue(headers, name)).toBe(value);
});

it('all of them have lower-case names, in the order of first appearance', () => {
  expect([...headersByName(headers)]).toEqual([
    ['content-type', 'text/plain'],
    ['ce-id', 'a, b'],
    ['x-empty', ''],
    ['__proto__', 'p'],
  ]);
  expect(headersByName([]).size).toBe(0);
});
