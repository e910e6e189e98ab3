import { describe, expect, test } from 'vitest';
import { percentEncode } from '../../../../../src/binding/http/percent.js';
import { STR_CLEAN } from '../../../../../suites/emission/rules/core/strings.js';
import { batch, event, headers, kind, message, object, text, words } from './messages.js';

const DIRTY = [
  'a\0b',
  '\t',
  'a\nb',
  '\x1f',
  '\x7f',
  '\x80',
  '\x85',
  '\x9f',
  '\ufdd0',
  '\ufdef',
  '\ufffe',
  '\uffff',
  '\u{1fffe}',
];
const CLEAN = [' ~', '\u00a0', '\ufdcf\ufdf0', '\ufffd', '\ufeff', '\u2028', '\u{1f600}', '\u{10fffd}', 'e\u0301'];

describe('core.type.str-clean', () => {
  test.each(DIRTY)('%j breaks it in headers and in JSON, captured or asked for', (value) => {
    for (const told of [[], [event({ subject: value })]]) {
      expect(kind(STR_CLEAN, headers({ 'ce-subject': percentEncode(value) }), ...told)).toBe('broken');
      expect(kind(STR_CLEAN, object({ subject: value }), ...told)).toBe('broken');
    }
  });

  test.each(CLEAN)('%j keeps it', (value) => {
    const told = event({ subject: value });
    expect(kind(STR_CLEAN, headers({ 'ce-subject': percentEncode(value) }), told)).toBe('kept');
    expect(kind(STR_CLEAN, object({ subject: value }), told)).toBe('kept');
    expect(kind(STR_CLEAN, object({ subject: value }))).toBe('kept');
  });

  test.each(['\\uDEAD', 'a\\uD800', '\\uDE00\\uD83D', '\\uD83D\\uD83D\\uDE00'])(
    'the unpaired surrogate of %s',
    (json) => {
      const emitted = text(`{"specversion":"1.0","id":"one","source":"/a","type":"t","ext":"${json}"}`);
      expect(kind(STR_CLEAN, emitted)).toBe('broken');
      expect(kind(STR_CLEAN, emitted, event({ ext: JSON.parse(`"${json}"`) }))).toBe('broken');
    },
  );

  test('the octets of a surrogate in a header break it, escaped or not', () => {
    expect(kind(STR_CLEAN, headers({ 'ce-ext': 'a%ED%BA%AD' }), event({ ext: 'a\udead' }))).toBe('broken');
    expect(kind(STR_CLEAN, headers({ 'ce-ext': '\xed\xa0\x80' }))).toBe('broken');
    expect(kind(STR_CLEAN, headers({ 'ce-ext': '%FF' }))).toBe('silent');
    expect(kind(STR_CLEAN, headers({ 'ce-ext': 'a\x85b' }), event({ ext: 'a\x85b' }))).toBe('silent');
  });

  test('the message names the character', () => {
    expect(words(STR_CLEAN, object({ id: 'a\x85' }))).toBe('the control character U+0085 came out');
    expect(words(STR_CLEAN, object({ type: '\uffff' }))).toBe('the noncharacter U+FFFF came out');
    expect(words(STR_CLEAN, object({ ext: '\ud800' }))).toBe('the unpaired surrogate U+D800 came out');
  });

  test('what was replaced, or left out, keeps it', () => {
    const told = event({ subject: 'a\nb' });
    expect(kind(STR_CLEAN, object({ subject: 'a b' }), told)).toBe('kept');
    expect(kind(STR_CLEAN, object(), told)).toBe('kept');
    expect(kind(STR_CLEAN, object({ subject: 'a\ufffd' }), event({ subject: 'a\ud800' }))).toBe('kept');
  });

  test('what no rule keeps from coming out, and came out otherwise, shows nothing', () => {
    expect(kind(STR_CLEAN, object({ subject: '?' }), event({ subject: '\u{1f600}' }))).toBe('silent');
    expect(kind(STR_CLEAN, object(), event({ subject: '\u{1f600}' }))).toBe('silent');
  });

  test('an escape that was asked for as text and is not encoded is another rule', () => {
    expect(kind(STR_CLEAN, headers({ 'ce-subject': '%0A' }), event({ subject: '%0A' }))).toBe('silent');
    expect(kind(STR_CLEAN, headers({ 'ce-subject': 'a\tb' }), event({ subject: 'a\tb' }))).toBe('broken');
  });

  test('other types, and a tab in a Content-Type, are no Strings', () => {
    expect(kind(STR_CLEAN, object({ source: '/a\n', time: '\n', dataschema: '\n' }))).toBe('kept');
    expect(kind(STR_CLEAN, headers({ 'Content-Type': 'text/plain;\tcharset=utf-8' }))).toBe('kept');
    expect(kind(STR_CLEAN, object({ datacontenttype: 'text/plain\n' }))).toBe('broken');
    expect(kind(STR_CLEAN, object({ data: 'a\nb' }))).toBe('kept');
  });

  test('a later event of a batch breaks it, and no event shows nothing', () => {
    expect(kind(STR_CLEAN, batch({}, { ext: '\0' }))).toBe('broken');
    expect(kind(STR_CLEAN, message([], 'a\0b'))).toBe('silent');
  });
});
