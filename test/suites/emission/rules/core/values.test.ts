import { describe, expect, test } from 'vitest';
import { TYPE_CLOSED, TYPE_INT_RANGE } from '../../../../../suites/emission/rules/core/values.js';
import { batch, event, headers, kind, object, text, words } from './messages.js';

const spelt = (json: string) => text(`{"specversion":"1.0","id":"one","source":"/a","type":"t","ext":${json}}`);

describe('core.type.int-range', () => {
  test.each(['2147483648', '-2147483649', '4294967295', '9007199254740993', '1e21', '2.147483648e9', '1e400'])(
    'the number %s breaks it, captured or asked for',
    (json) => {
      expect(kind(TYPE_INT_RANGE, spelt(json))).toBe('broken');
      expect(kind(TYPE_INT_RANGE, spelt(json), event({ ext: Number(json) }))).toBe('broken');
    },
  );

  test.each(['2147483647', '-2147483648', '0', '-0', '7.0'])('the number %s keeps it', (json) => {
    expect(kind(TYPE_INT_RANGE, spelt(json))).toBe('kept');
  });

  test('a text, another number or nothing in its place keeps it', () => {
    const told = event({ ext: 2_147_483_648 });
    expect(kind(TYPE_INT_RANGE, object({ ext: '2147483648' }), told)).toBe('kept');
    expect(kind(TYPE_INT_RANGE, object({ ext: 2_147_483_647 }), told)).toBe('kept');
    expect(kind(TYPE_INT_RANGE, object(), told)).toBe('kept');
  });

  test('an Integer that was lost shows nothing', () => {
    expect(words(TYPE_INT_RANGE, object(), event({ ext: 7 }))).toBe('ext did not come out');
  });

  test('headers, core attributes and fractions show nothing', () => {
    expect(kind(TYPE_INT_RANGE, headers({ 'ce-ext': '2147483648' }), event({ ext: 2_147_483_648 }))).toBe('silent');
    expect(kind(TYPE_INT_RANGE, object({ time: 1_709_210_096_000 }))).toBe('silent');
    expect(kind(TYPE_INT_RANGE, spelt('2147483648.5'))).toBe('silent');
    expect(kind(TYPE_INT_RANGE, object())).toBe('silent');
  });
});

describe('core.type.closed', () => {
  test.each(['1.5', '-0.5', '1e-7', '{}', '{"a":1}', '[]', '[1]'])('%s breaks it, captured or asked for', (json) => {
    expect(kind(TYPE_CLOSED, spelt(json))).toBe('broken');
    expect(kind(TYPE_CLOSED, spelt(json), event({ ext: 1.5 }))).toBe('broken');
  });

  test('core attributes and later events of a batch break it too', () => {
    expect(words(TYPE_CLOSED, object({ time: { seconds: 1 } }))).toBe('the value of an attribute is an object');
    expect(words(TYPE_CLOSED, batch({}, { ext: [1] }))).toBe('the value of an attribute is an array');
    expect(words(TYPE_CLOSED, spelt('0.1'))).toBe('the value of an attribute is a fraction');
  });

  test.each(['7', '7.0', '1e400', 'true', '"1.5"', '"{}"', 'null'])('%s keeps it', (json) => {
    expect(kind(TYPE_CLOSED, spelt(json))).toBe('kept');
  });

  test('data is of any type', () => {
    expect(kind(TYPE_CLOSED, object({ data: [1.5, {}] }))).toBe('kept');
  });

  test('a fraction that was left out keeps it, and an attribute that was lost shows nothing', () => {
    expect(kind(TYPE_CLOSED, object(), event({ ext: 1.5 }))).toBe('kept');
    expect(kind(TYPE_CLOSED, object(), event({ ext: 'x' }))).toBe('silent');
  });

  test('a header shows nothing', () => {
    expect(kind(TYPE_CLOSED, headers({ 'ce-ext': '{}' }))).toBe('silent');
  });
});
