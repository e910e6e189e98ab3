import { expect, test } from 'vitest';
import { isImageName } from '../../../src/target/container/is-image-name.js';

test.each([
  'a',
  'apache/kafka:4.1.0',
  'eclipse-mosquitto:2',
  'a__b/c-d---e.f_g',
  'ghcr.io/owner/name',
  'localhost:5000/name:V1.0_rc-1',
  'REGISTRY.example/name',
  '[::1]:5000/name',
  `name@sha256:${'0f'.repeat(32)}`,
  `name:1@sha256:${'0f'.repeat(32)}`,
  'f'.repeat(64),
])('%s', (text) => {
  expect(isImageName(text)).toBe(true);
});

test.each([
  '',
  ' ',
  'a b',
  'Name',
  '::',
  'a:',
  'a@',
  'a:-1',
  'a/',
  '/a',
  'a//b',
  '.',
  '..',
  '../..',
  'a/../b',
  '-a',
  'a-',
  'a___b',
  'a?b',
  'a#b',
  'a%2fb',
  'a:1\n',
  `a:${'1'.repeat(129)}`,
  'a@sha256:zz',
  'a'.repeat(513),
])('%j is none', (text) => {
  expect(isImageName(text)).toBe(false);
});

test('a long text is read in no time', () => {
  const began = performance.now();
  expect(isImageName(`${'a-'.repeat(255)}!`)).toBe(false);
  expect(isImageName(`${'a.'.repeat(255)}/`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(1000);
});
