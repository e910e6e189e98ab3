import { describe, expect, test } from 'vitest';
import { TYPEATTR_REVERSE_DNS } from '../../../../../suites/emission/rules/core/type-name.js';
import { event, headers, kind, object } from './messages.js';

describe('core.typeattr.reverse-dns', () => {
  test.each([
    'created',
    'OrderCreated',
    'https://conform.example/created',
    '.com',
    'com.',
    '7.example',
    'order created',
  ])('the captured type %j breaks it', (type) => {
    expect(kind(TYPEATTR_REVERSE_DNS, object({ type }))).toBe('broken');
    expect(kind(TYPEATTR_REVERSE_DNS, object({ type }), event({ type: `com.example.${type}` }))).toBe('broken');
  });

  test.each([
    'com.example.created',
    'com.github.pull_request.opened',
    'com.example/created',
    'xn--p1ai.a.b',
    'рф.пример.x',
  ])('the type %j keeps it', (type) => {
    expect(kind(TYPEATTR_REVERSE_DNS, object({ type }))).toBe('kept');
  });

  test('who was asked for a type did not choose it', () => {
    expect(kind(TYPEATTR_REVERSE_DNS, headers({ 'ce-type': 'created' }), event({ type: 'created' }))).toBe('silent');
  });

  test('an empty or missing one is another rule', () => {
    expect(kind(TYPEATTR_REVERSE_DNS, object({ type: '' }))).toBe('silent');
    expect(kind(TYPEATTR_REVERSE_DNS, object({ type: undefined }))).toBe('silent');
  });
});
