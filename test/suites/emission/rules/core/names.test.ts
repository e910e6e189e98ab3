import { describe, expect, test } from 'vitest';
import {
  NAME_CHARSET,
  NAME_LETTER_FIRST,
  NAME_MAX,
  NAME_MIN,
  NAME_NO_DATA,
} from '../../../../../suites/emission/rules/core/names.js';
import { batch, event, headers, kind, object, words } from './messages.js';

describe('core.name.charset', () => {
  test.each(['Foo', 'my_ext', 'my-ext', 'my.ext', 'my ext', 'é', 'ß', 'ext٣', 'extａ', '\u212aelvin', 'a\nb', '$id'])(
    'a member named %j breaks it',
    (name) => {
      expect(kind(NAME_CHARSET, object({ [name]: 'value' }))).toBe('broken');
      expect(kind(NAME_CHARSET, object({ [name]: 'value' }), event({ [name]: 'value' }))).toBe('broken');
      expect(kind(NAME_CHARSET, batch({}, { [name]: 7 }))).toBe('broken');
    },
  );

  test.each(['my_ext', 'my-ext', 'my ext', 'caf%C3%A9', '\u212aelvin'])('a header of %j that was asked for', (name) => {
    expect(kind(NAME_CHARSET, headers({ [`ce-${name}`]: 'value' }), event({ [name]: 'value' }))).toBe('broken');
  });

  test('a captured header of such a name may be one of something else', () => {
    expect(kind(NAME_CHARSET, headers({ 'ce-my-ext': 'value' }))).toBe('silent');
  });

  test('the case of a header means nothing', () => {
    expect(kind(NAME_CHARSET, headers({ 'CE-ConformExt': 'value' }), event({ conformext: 'value' }))).toBe('kept');
  });

  test('legal names keep it', () => {
    expect(kind(NAME_CHARSET, object({ a: 1, 7: 'x', a1b2: true }))).toBe('kept');
    expect(kind(NAME_CHARSET, headers({ 'ce-1st': 'x' }))).toBe('kept');
    expect(kind(NAME_CHARSET, object({ data: { Foo: 1 }, data_base64: undefined }))).toBe('kept');
    expect(kind(NAME_CHARSET, object({ data_base64: 'AA==' }))).toBe('kept');
  });

  test('a name that was repaired or left out keeps it', () => {
    expect(kind(NAME_CHARSET, object({ myext: 'value' }), event({ my_ext: 'value' }))).toBe('kept');
    expect(kind(NAME_CHARSET, object(), event({ my_ext: 'value' }))).toBe('kept');
  });

  test('a legal one that did not come out shows nothing', () => {
    expect(words(NAME_CHARSET, object(), event({ conformext: 'value' }))).toBe('conformext did not come out');
    expect(kind(NAME_CHARSET, object(), event({ datacontenttype: 'application/json' }))).toBe('kept');
  });

  test('what is null is unset', () => {
    expect(kind(NAME_CHARSET, object({ Foo: null }))).toBe('kept');
  });
});

describe('core.name.min1', () => {
  test('a member or a header without a name breaks it', () => {
    expect(kind(NAME_MIN, object({ '': 'value' }))).toBe('broken');
    expect(kind(NAME_MIN, headers({ 'ce-': 'value' }))).toBe('broken');
    expect(kind(NAME_MIN, headers({ 'Ce-': 'value' }), event({ '': 'value' }))).toBe('broken');
  });

  test('one that was left out keeps it', () => {
    expect(kind(NAME_MIN, object(), event({ '': 'value' }))).toBe('kept');
    expect(kind(NAME_MIN, headers({ 'ce-x': 'value' }))).toBe('kept');
  });
});

describe('the advice on names', () => {
  test('a digit first, and 21 characters, break it', () => {
    expect(kind(NAME_LETTER_FIRST, object({ '1st': 'x' }))).toBe('broken');
    expect(kind(NAME_LETTER_FIRST, headers({ 'ce-7': 'x' }))).toBe('broken');
    expect(kind(NAME_MAX, object({ abcdefghijklmnopqrstu: 'x' }))).toBe('broken');
    expect(kind(NAME_MAX, headers({ 'ce-abcdefghijklmnopqrstu': 'x' }))).toBe('broken');
  });

  test('letters first, and 20 characters, keep it', () => {
    expect(kind(NAME_LETTER_FIRST, object({ a1: 'x' }))).toBe('kept');
    expect(kind(NAME_MAX, headers({ 'ce-abcdefghijklmnopqrst': 'x' }))).toBe('kept');
  });

  test('who was asked for a name did not give it', () => {
    expect(kind(NAME_LETTER_FIRST, object({ '1st': 'x' }), event({ '1st': 'x' }))).toBe('kept');
    expect(kind(NAME_MAX, object({ abcdefghijklmnopqrstu: 'x' }), event({ abcdefghijklmnopqrstu: 'x' }))).toBe('kept');
    expect(kind(NAME_MAX, object({ abcdefghijklmnopqrstu: 'x' }), event())).toBe('broken');
  });

  test('names that are none are another rule', () => {
    expect(kind(NAME_LETTER_FIRST, object({ '1_st': 'x' }))).toBe('kept');
    expect(kind(NAME_MAX, object({ 'a-name-that-is-longer-than-20': 'x' }))).toBe('kept');
  });
});

describe('core.name.no-data', () => {
  const data = { kind: 'json', value: { probe: 1 } } as const;

  test('a header breaks it', () => {
    expect(kind(NAME_NO_DATA, headers({ 'ce-data': 'stray' }))).toBe('broken');
    expect(kind(NAME_NO_DATA, headers(), event({ data: 'stray' }, data))).toBe('kept');
  });

  test('a member with the value of the attribute breaks it', () => {
    expect(kind(NAME_NO_DATA, object({ data: 'stray' }), event({ data: 'stray' }, data))).toBe('broken');
    expect(kind(NAME_NO_DATA, object({ data: { probe: 1 } }), event({ data: 'stray' }, data))).toBe('kept');
    expect(
      kind(NAME_NO_DATA, object({ data: 'stray' }), event({ data: 'stray' }, { kind: 'text', text: 'stray' })),
    ).toBe('kept');
  });

  test('whether captured data is an attribute does not show', () => {
    expect(kind(NAME_NO_DATA, object({ data: 'stray' }))).toBe('silent');
  });
});
