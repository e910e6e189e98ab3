import { describe, expect, test } from 'vitest';
import { percentEncode } from '../../../../../src/binding/http/percent.js';
import { TIME_OUT } from '../../../../../suites/emission/rules/core/timestamps.js';
import { batch, event, headers, kind, object } from './messages.js';

describe('core.type.time-out', () => {
  test.each([
    '2024-02-29T12:34:56',
    '2024-02-29',
    '20240229T123456Z',
    '2024-02-29T12:34:56,5Z',
    '2024-02-29T12:34:56+0530',
    '2024-02-30T12:00:00Z',
    '2024-02-29T24:00:00Z',
    '2024-02-29T12:34:60Z',
    'Thu, 29 Feb 2024 12:34:56 GMT',
    '1709210096',
    'yesterday',
    '',
    '2024-02-29T12:34:56Z ',
    '2024-02-29T12:34:56Z\n',
    '2024-02-29 12:34:56',
  ])('the time %j breaks it', (time) => {
    for (const told of [[], [event({ time })]]) {
      expect(kind(TIME_OUT, object({ time }), ...told)).toBe('broken');
      expect(kind(TIME_OUT, headers({ 'ce-time': percentEncode(time) }), ...told)).toBe('broken');
    }
  });

  test.each([
    '2024-02-29T12:34:56Z',
    '2024-02-29t12:34:56z',
    '2024-02-29T12:34:56.123456789+05:30',
    '2016-12-31T23:59:60Z',
    '0001-01-01T00:00:00-00:00',
  ])('the time %j keeps it', (time) => {
    expect(kind(TIME_OUT, object({ time }))).toBe('kept');
    expect(kind(TIME_OUT, headers({ 'ce-time': time }), event({ time }))).toBe('kept');
  });

  test('one that is no text breaks it', () => {
    expect(kind(TIME_OUT, object({ time: 1_709_210_096 }))).toBe('broken');
    expect(kind(TIME_OUT, object({ time: { seconds: 1 } }))).toBe('broken');
  });

  test('a blank instead of T is decided by nobody', () => {
    expect(kind(TIME_OUT, object({ time: '2024-02-29 12:34:56Z' }))).toBe('silent');
    expect(kind(TIME_OUT, headers({ 'ce-time': '2024-02-29%2012:34:56Z' }))).toBe('silent');
  });

  test('one that was repaired, or left out, keeps it', () => {
    const told = event({ time: '2024-02-29T12:34:56' });
    expect(kind(TIME_OUT, object({ time: '2024-02-29T12:34:56Z' }), told)).toBe('kept');
    expect(kind(TIME_OUT, object(), told)).toBe('kept');
    expect(kind(TIME_OUT, object(), event({ time: '2024-02-29T12:34:56Z' }))).toBe('silent');
  });

  test('none shows nothing, and a later event of a batch counts', () => {
    expect(kind(TIME_OUT, object())).toBe('silent');
    expect(kind(TIME_OUT, headers({ 'ce-time': '%FF' }))).toBe('silent');
    expect(kind(TIME_OUT, batch({}, { time: 'now' }))).toBe('broken');
  });
});
