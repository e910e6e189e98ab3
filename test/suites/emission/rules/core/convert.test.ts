import { describe, expect, test } from 'vitest';
import { TYPE_CONVERT } from '../../../../../suites/emission/rules/core/convert.js';
import { batch, event, headers, kind, object, words } from './messages.js';

describe('core.type.convert', () => {
  test.each([
    ['2024-02-29T12:34:56+05:30', '2024-02-29T07:04:56Z'],
    ['2024-02-29T12:34:56.123456789Z', '2024-02-29T12:34:56.123Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['2024-02-29t12:34:56z', '2024-02-29T12:34:56.000+00:00'],
  ])('%s as %s keeps it', (told, time) => {
    expect(kind(TYPE_CONVERT, object({ time }), event({ time: told }))).toBe('kept');
    expect(kind(TYPE_CONVERT, headers({ 'ce-time': time }), event({ time: told }))).toBe('kept');
  });

  test.each([
    ['2024-02-29T12:34:56+05:30', '2024-02-29T12:34:56Z'],
    ['2024-02-29T12:34:56+05:30', '2024-02-29T07:34:56Z'],
    ['2024-02-29T12:34:56.5Z', '2024-02-29T12:34:56.005Z'],
    ['2038-01-19T03:14:08Z', '1901-12-13T20:45:52Z'],
  ])('%s as %s breaks it', (told, time) => {
    expect(words(TYPE_CONVERT, object({ time }), event({ time: told }))).toBe('time is another instant');
    expect(kind(TYPE_CONVERT, batch({}, { time }), event(), event({ time: told }))).toBe('broken');
  });

  test('what did not come out breaks it', () => {
    expect(words(TYPE_CONVERT, object(), event({ time: '2024-02-29T12:34:56Z' }))).toBe('time did not come out');
    expect(kind(TYPE_CONVERT, object({ source: undefined }), event())).toBe('broken');
    expect(kind(TYPE_CONVERT, headers(), event({ flag: false }))).toBe('broken');
  });

  test('native values come out as they are, or as their strings', () => {
    expect(kind(TYPE_CONVERT, object({ flag: false, count: 0 }), event({ flag: false, count: 0 }))).toBe('kept');
    expect(kind(TYPE_CONVERT, headers({ 'ce-flag': 'false', 'ce-count': '0' }), event({ flag: false, count: 0 }))).toBe(
      'kept',
    );
    expect(kind(TYPE_CONVERT, headers({ 'ce-flag': 'False' }), event({ flag: false }))).toBe('silent');
  });

  test('another spelling, and what is no time, are other rules', () => {
    expect(kind(TYPE_CONVERT, object({ dataschema: 'https://a/' }), event({ dataschema: 'https://a' }))).toBe('silent');
    expect(kind(TYPE_CONVERT, object({ time: 'yesterday' }), event({ time: '2024-02-29T12:34:56Z' }))).toBe('silent');
    expect(kind(TYPE_CONVERT, object({ time: 'now' }), event({ time: 'now' }))).toBe('kept');
  });

  test('captured, nothing shows', () => {
    expect(kind(TYPE_CONVERT, object({ time: '2024-02-29T12:34:56Z' }))).toBe('silent');
  });
});
