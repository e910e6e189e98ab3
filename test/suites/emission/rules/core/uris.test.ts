import { describe, expect, test } from 'vitest';
import { percentEncode } from '../../../../../src/binding/http/percent.js';
import {
  DATASCHEMA_URI,
  SOURCE_ABSOLUTE,
  SOURCE_NONEMPTY,
  TYPE_URI,
} from '../../../../../suites/emission/rules/core/uris.js';
import { batch, event, headers, kind, object, words } from './messages.js';

describe('core.source.nonempty', () => {
  test.each(['', ' ', 'a b', 'http://[', '/a%zz', '1:x', 'https://conform.example/é', 'C:\\a', '<a>', 'a|b', '/a#b#c'])(
    'the source %j breaks it',
    (source) => {
      expect(kind(SOURCE_NONEMPTY, object({ source }))).toBe('broken');
      expect(kind(SOURCE_NONEMPTY, object({ source }), event({ source }))).toBe('broken');
      expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': percentEncode(source) }), event({ source }))).toBe('broken');
    },
  );

  test.each(['/a', '1-555-123-4567', '//host', '?q', '#f', '..', 'urn:a:b', 'http://[::1]/', '/a%20b'])(
    'the source %j keeps it',
    (source) => {
      expect(kind(SOURCE_NONEMPTY, object({ source }))).toBe('kept');
      expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': percentEncode(source) }), event({ source }))).toBe('kept');
    },
  );

  test('one that was repaired keeps it', () => {
    expect(kind(SOURCE_NONEMPTY, object({ source: '/a%20b' }), event({ source: '/a b' }))).toBe('kept');
  });

  test('escapes that are not encoded in a header are another rule', () => {
    expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': '/a%20b' }))).toBe('silent');
    expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': '/a%20b' }), event({ source: '/a%20b' }))).toBe('silent');
    expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': '/a%20b' }), event({ source: '/a b' }))).toBe('broken');
    expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': '%3Ca%3E%zz' }))).toBe('broken');
    expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': '/a%2520b' }))).toBe('kept');
    expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': '/a b' }))).toBe('broken');
  });

  test('a missing source, or one that is no text, is another rule', () => {
    expect(words(SOURCE_NONEMPTY, object({ source: undefined }), event({ source: '' }))).toBe(
      'source did not come out',
    );
    expect(kind(SOURCE_NONEMPTY, object({ source: 7 }))).toBe('silent');
    expect(kind(SOURCE_NONEMPTY, headers({ 'ce-source': '%FF' }))).toBe('silent');
  });

  test('a later event of a batch breaks it', () => {
    expect(kind(SOURCE_NONEMPTY, batch({}, { source: '' }))).toBe('broken');
  });
});

describe('core.source.absolute', () => {
  test('a captured relative one breaks it, and one that was made relative', () => {
    expect(kind(SOURCE_ABSOLUTE, object({ source: '/a' }))).toBe('broken');
    expect(kind(SOURCE_ABSOLUTE, object({ source: '/a' }), event({ source: 'file:///a' }))).toBe('broken');
  });

  test('an absolute one keeps it', () => {
    expect(kind(SOURCE_ABSOLUTE, headers({ 'ce-source': 'urn:a:b' }))).toBe('kept');
  });

  test('what was asked for, and what is no URI-reference, shows nothing', () => {
    expect(kind(SOURCE_ABSOLUTE, object({ source: '/a' }), event({ source: '/a' }))).toBe('silent');
    expect(kind(SOURCE_ABSOLUTE, object({ source: 'a b' }))).toBe('silent');
    expect(kind(SOURCE_ABSOLUTE, object({ source: '' }))).toBe('silent');
  });
});

describe.each([
  ['core.type.uri', TYPE_URI],
  ['core.dataschema.uri', DATASCHEMA_URI],
])('%s', (_, rule) => {
  test.each(['/schema.json', 'schema.json', '//host/schema', '#v1', 'a b', 'https://conform.example/é', 'C:\\a.json'])(
    'the dataschema %j breaks it',
    (dataschema) => {
      expect(kind(rule, object({ dataschema }))).toBe('broken');
      expect(kind(rule, object({ dataschema }), event({ dataschema }))).toBe('broken');
      expect(kind(rule, headers({ 'ce-dataschema': percentEncode(dataschema) }), event({ dataschema }))).toBe('broken');
    },
  );

  test.each(['https://conform.example', 'urn:a:b', 'a:', 'https://conform.example/a?b#c'])(
    'the dataschema %j keeps it',
    (dataschema) => {
      expect(kind(rule, object({ dataschema }), event({ dataschema }))).toBe('kept');
      expect(kind(rule, headers({ 'ce-dataschema': dataschema }))).toBe('kept');
    },
  );

  test('one that was left out keeps it, if it was wrong', () => {
    expect(kind(rule, object(), event({ dataschema: 'schema.json' }))).toBe('kept');
    expect(kind(rule, object(), event({ dataschema: 'urn:a:b' }))).toBe('silent');
    expect(kind(rule, object())).toBe('silent');
    expect(kind(rule, object({ dataschema: null }))).toBe('silent');
  });
});

test('an empty dataschema is the matter of one rule', () => {
  expect(kind(DATASCHEMA_URI, object({ dataschema: '' }))).toBe('broken');
  expect(kind(TYPE_URI, object({ dataschema: '' }))).toBe('silent');
});
