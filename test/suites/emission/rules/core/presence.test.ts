import { describe, expect, test } from 'vitest';
import { ATTR_REQUIRED, ATTR_UNIQUE } from '../../../../../suites/emission/rules/core/presence.js';
import { batch, event, headers, kind, message, object, text, words } from './messages.js';

describe('core.attr.required', () => {
  test.each(['id', 'source', 'specversion', 'type'])('an event without %s breaks it in every mode', (name) => {
    const told = event({ [name]: undefined });
    expect(kind(ATTR_REQUIRED, headers({ [`ce-${name}`]: undefined }), told)).toBe('broken');
    expect(kind(ATTR_REQUIRED, object({ [name]: undefined }), told)).toBe('broken');
    expect(kind(ATTR_REQUIRED, batch({}, { [name]: undefined }), event(), told)).toBe('broken');
  });

  test('a captured event without one breaks it', () => {
    expect(words(ATTR_REQUIRED, object({ id: undefined }))).toBe('the event came out without id');
    expect(words(ATTR_REQUIRED, headers({ 'ce-type': undefined, 'ce-source': undefined }))).toBe(
      'the event came out without source, type',
    );
  });

  test('null is no value, and the empty string is one', () => {
    expect(kind(ATTR_REQUIRED, object({ id: null }), event())).toBe('broken');
    expect(kind(ATTR_REQUIRED, object({ id: '' }), event({ id: '' }))).toBe('kept');
    expect(kind(ATTR_REQUIRED, headers({ 'ce-id': '' }), event({ id: '' }))).toBe('kept');
  });

  test('an id that was made for an event without one keeps it', () => {
    expect(kind(ATTR_REQUIRED, object({ id: 'made' }), event({ id: undefined }))).toBe('kept');
  });

  test('the names of headers have no case', () => {
    expect(kind(ATTR_REQUIRED, headers({ 'ce-id': undefined, 'CE-ID': 'one' }))).toBe('kept');
  });

  test('what is no event shows nothing', () => {
    expect(kind(ATTR_REQUIRED, message([['ce-id', 'one']]))).toBe('silent');
    expect(kind(ATTR_REQUIRED, message([['Content-Type', 'application/json']], '{}', 'binary'), event())).toBe(
      'silent',
    );
    expect(kind(ATTR_REQUIRED, batch())).toBe('silent');
    expect(kind(ATTR_REQUIRED, message([['Content-Type', 'application/cloudevents+xml']], '<event/>'))).toBe('silent');
  });
});

describe('core.attr.unique', () => {
  test('a repeated member breaks it, even with the same value', () => {
    const json = '{"specversion":"1.0","id":"one","source":"/a","type":"t","id":"one"}';
    expect(words(ATTR_UNIQUE, text(json))).toBe('the attribute id is there 2 times');
    expect(kind(ATTR_UNIQUE, text(json), event())).toBe('broken');
    expect(kind(ATTR_UNIQUE, text(json.replace('"id":"one"}', '"id":null}')))).toBe('broken');
    expect(kind(ATTR_UNIQUE, text(json.replace(',"id":"one"}', ',"\\u0069d":"two"}')))).toBe('broken');
  });

  test("data is nobody's attribute, and neither are its members", () => {
    const json = '{"specversion":"1.0","id":"one","source":"/a","type":"t","data":{"id":1,"type":2}}';
    expect(kind(ATTR_UNIQUE, text(json))).toBe('kept');
  });

  test('two lines with two values break it, whatever their case', () => {
    expect(kind(ATTR_UNIQUE, headers({ 'ce-conformext': 'one', 'CE-ConformExt': 'two' }))).toBe('broken');
    expect(kind(ATTR_UNIQUE, headers({}, ['ce-id', 'two']), event())).toBe('broken');
  });

  test('a line that was doubled is decided by nobody', () => {
    const emitted = headers({}, ['ce-id', 'one']);
    expect(ATTR_UNIQUE.check(emitted)).toEqual({ kind: 'kept' });
    expect(
      kind(
        ATTR_UNIQUE,
        message(
          [
            ['ce-id', 'one'],
            ['ce-id', 'one'],
          ],
          '',
          'binary',
        ),
        event(),
      ),
    ).toBe('silent');
  });

  test('each event of a batch has its own', () => {
    expect(kind(ATTR_UNIQUE, batch({ id: 'one' }, { id: 'two' }))).toBe('kept');
  });
});
