import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import { whyUnsendable } from '../../../src/cli/interop/sendable.js';
import { event } from '../../../src/generate/event.js';

const headers = (name: string, value: string) => ({ headers: [[name, value]] as const, body: new Uint8Array() });

test.each([
  ['ce-id', 'a b'],
  ['ce-id', 'caf\u00c3\u00a9\t"%'],
  ["x!#$%&'*+-.^_`|~1", ''],
])('HTTP carries %s: %j', (name, value) => {
  expect(whyUnsendable(headers(name, value))).toBeUndefined();
});

test.each([
  ['ce-id', 'a\nb', /CR, LF or NUL/],
  ['ce-id', 'a\r', /CR, LF or NUL/],
  ['ce-id', '\0', /CR, LF or NUL/],
  ['ce id', 'a', /no token/],
  ['', 'a', /no token/],
  ['ce-\u00e9', 'a', /no token/],
  ['ce-id:', 'a', /no token/],
])('HTTP does not carry %j: %j', (name, value, why) => {
  expect(whyUnsendable(headers(name, value))).toMatch(why);
});

test('HTTP carries what our own binding writes', () => {
  fc.assert(fc.property(event, (one) => whyUnsendable(encodeHttp([one], 'binary')) === undefined));
});
