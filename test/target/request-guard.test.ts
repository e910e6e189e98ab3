import { expect, it } from 'vitest';
import { guardRequest } from '../../src/target/request-guard.js';
import type { HttpRequest } from '../../src/target/types.js';
import { post } from './helpers/targets.js';

it.each<readonly [why: string, request: Partial<HttpRequest>, message: RegExp]>([
  ['CR in a value', { headers: [['ce-id', 'a\rb']] }, /CR, LF or NUL: saw one in the value of "ce-id"/],
  ['LF in a value', { headers: [['ce-id', 'a\nb']] }, /CR, LF or NUL/],
  ['NUL in a value', { headers: [['ce-id', '\0']] }, /CR, LF or NUL/],
  ['a line break in a name', { headers: [['a: b\r\nc', 'd']] }, /saw one in the header name/],
  ['a line break in the method', { method: 'GET / HTTP/1.1\r\n' }, /saw one in the method/],
  ['a character that is no byte', { headers: [['ce-id', '\u20ac']] }, /one above U\+00FF in the value/],
  ['a body without framing', { framing: 'none' }, /without framing cannot have a body: saw 5 bytes/],
  ['pieces of nothing', { pieces: 0 }, /pieces/],
  ['pieces of half a byte', { pieces: 0.5 }, /pieces/],
])('refuses %s', (_, request, message) => {
  expect(() => guardRequest(post('raw', request))).toThrow(message);
});

it('lets every other byte pass', () => {
  const bytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter(
    (byte) => !'\r\n\0'.includes(byte),
  );
  const headers = [[bytes.join(''), bytes.join('')]] as const;
  expect(() => guardRequest(post('raw', { headers, method: 'a b', pieces: 1 }))).not.toThrow();
  expect(() => guardRequest(post('raw', { framing: 'none', body: new Uint8Array() }))).not.toThrow();
});
