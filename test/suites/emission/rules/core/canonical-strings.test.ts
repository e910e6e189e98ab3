import { describe, expect, test } from 'vitest';
import { TYPE_BIN, TYPE_BOOL, TYPE_INT } from '../../../../../suites/emission/rules/core/canonical-strings.js';
import { event, headers, kind, object } from './messages.js';

describe('core.type.bool', () => {
  const told = event({ flag: true });

  test('true and false keep it, as text and as JSON', () => {
    expect(kind(TYPE_BOOL, headers({ 'ce-flag': 'true' }), told)).toBe('kept');
    expect(kind(TYPE_BOOL, object({ flag: true }), told)).toBe('kept');
    expect(kind(TYPE_BOOL, object({ flag: 'true' }), told)).toBe('kept');
    expect(kind(TYPE_BOOL, headers({ 'ce-flag': 'false' }), event({ flag: false }))).toBe('kept');
  });

  test.each(['True', 'TRUE', '1', 'yes', '', ' true', 'false'])('the header %j breaks it', (raw) => {
    expect(kind(TYPE_BOOL, headers({ 'ce-flag': raw }), told)).toBe('broken');
  });

  test('a text in JSON that is not canonical breaks it, and a number is another rule', () => {
    expect(kind(TYPE_BOOL, object({ flag: 'True' }), told)).toBe('broken');
    expect(kind(TYPE_BOOL, object({ flag: 1 }), told)).toBe('silent');
  });

  test('without what was asked for, or without the attribute, nothing shows', () => {
    expect(kind(TYPE_BOOL, headers({ 'ce-flag': 'True' }))).toBe('silent');
    expect(kind(TYPE_BOOL, headers({ 'ce-flag': 'True' }), event({ flag: 'True' }))).toBe('silent');
    expect(kind(TYPE_BOOL, headers(), told)).toBe('silent');
  });
});

describe('core.type.int', () => {
  test.each([
    [7, '+7'],
    [7, '07'],
    [7, '7.0'],
    [7, '7e0'],
    [7, '0x7'],
    [10_000_000, '1.0E7'],
    [1_234_567, '1,234,567'],
    [16_777_217, '16777216'],
    [-7, '−7'],
    [0, ''],
  ])('%d as the header %j breaks it', (value, raw) => {
    const latin1 = Buffer.from(raw, 'utf8').toString('latin1');
    expect(kind(TYPE_INT, headers({ 'ce-count': latin1 }), event({ count: value }))).toBe('broken');
  });

  test.each([0, 7, -7, 2_147_483_647, -2_147_483_648])('%d as its digits keeps it', (value) => {
    expect(kind(TYPE_INT, headers({ 'ce-count': String(value) }), event({ count: value }))).toBe('kept');
    expect(kind(TYPE_INT, object({ count: value }), event({ count: value }))).toBe('kept');
  });

  test('what is no Integer shows nothing', () => {
    expect(kind(TYPE_INT, headers({ 'ce-count': '1.5' }), event({ count: 1.5 }))).toBe('silent');
    expect(kind(TYPE_INT, headers({ 'ce-count': '+7' }))).toBe('silent');
    expect(kind(TYPE_INT, object({ count: { value: 7 } }), event({ count: 7 }))).toBe('silent');
  });
});

describe('core.type.bin', () => {
  const told = event({ bytes: '+/+/+w==' });

  test('the base64 as it was keeps it', () => {
    expect(kind(TYPE_BIN, headers({ 'ce-bytes': '+/+/+w==' }), told)).toBe('kept');
    expect(kind(TYPE_BIN, object({ bytes: '+/+/+w==' }), told)).toBe('kept');
  });

  test.each(['-_-_-w==', '+/+/+w', '-_-_-w', '+/+/\n+w=='])('the same bytes as %j break it', (text) => {
    expect(kind(TYPE_BIN, object({ bytes: text }), told)).toBe('broken');
    expect(kind(TYPE_BIN, headers({ 'ce-bytes': text.replace('\n', '%0A') }), told)).toBe('broken');
  });

  test('other values, other types and what nobody asked for show nothing', () => {
    expect(kind(TYPE_BIN, object({ bytes: 'AAAA' }), told)).toBe('silent');
    expect(kind(TYPE_BIN, object({ bytes: [251] }), told)).toBe('silent');
    expect(kind(TYPE_BIN, object(), told)).toBe('silent');
    expect(kind(TYPE_BIN, object({ bytes: '-_-_' }))).toBe('silent');
    expect(kind(TYPE_BIN, object({ subject: 'AAA' }), event({ subject: 'AAA=' }))).toBe('silent');
  });
});
