import { describe, expect, it } from 'vitest';
import { isSameUri } from '../../src/fuzz/same-uri.js';

describe('isSameUri', () => {
  it.each([
    ['S:', 's:'],
    ['HTTPS://Conform.Example/Path', 'https://conform.example/Path'],
    ['https://conform.example', 'https://conform.example/'],
    ['https://conform.example:443/a', 'https://conform.example/a'],
    ['https://conform.example:/a', 'https://conform.example/a'],
    ['https://conform.example/a/./b/../c', 'https://conform.example/a/c'],
    ['https://conform.example/a/..', 'https://conform.example/'],
    ['/%7Ea/%c3%a9', '/~a/%C3%A9'],
    ['urn:a:%61', 'urn:a:a'],
    ['https://User@[2001:DB8::1]:8080/', 'https://User@[2001:db8::1]:8080/'],
  ])('is so of %s and %s', (one, other) => {
    expect(isSameUri(one, other)).toBe(true);
    expect(isSameUri(other, one)).toBe(true);
  });

  it.each([
    ['a#', 'a'],
    ['a?', 'a'],
    ["http://a/?'", 'http://a/?%27'],
    ['/%2F', '//'],
    ['http:a', 'http://a/'],
    ['http://User@a/', 'http://user@a/'],
    ['http://a:443/', 'http://a/'],
    ['/A', '/a'],
    ['urn:A', 'urn:a'],
    ['a/../b', 'b'],
    ['#', ''],
    ['a b', 'a b'],
    ['/a', 'null'],
  ])('is not of %s and %s', (one, other) => {
    expect(isSameUri(one, other)).toBe(false);
  });
});
