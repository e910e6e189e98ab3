import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeHttp } from '../../../../../src/binding/http/encode.js';
import type { HttpMessage } from '../../../../../src/binding/types.js';
import type { CloudEvent } from '../../../../../src/event/types.js';
import type { Fault } from '../../../../../src/reference/fault.js';
import {
  escapes,
  onCharacters,
  onLines,
  onValues,
  unencoded,
  withContentType,
} from '../../../../../src/reference/faults/emit/http/rewrite.js';
import { anyEvent } from '../../../../event/any-event.js';

const rewritten = (
  { emit }: Pick<Fault, 'emit'>,
  event: CloudEvent,
  mode: 'binary' | 'structured' = 'binary',
): HttpMessage => {
  const message = encodeHttp([event], mode);
  return emit?.message?.(message, [event], mode) ?? message;
};
const event: CloudEvent = {
  attributes: new Map([
    ['id', 'a b'],
    ['datacontenttype', 'text/plain'],
  ]),
};

describe('what the reference wrote', () => {
  test('stays as it is where no character is meant', () => {
    const nothing = onCharacters(
      () => false,
      () => '',
    );
    fc.assert(
      fc.property(anyEvent, (any) => {
        expect(rewritten(nothing, any)).toEqual(encodeHttp([any], 'binary'));
      }),
    );
  });

  test('is changed character by character, value by value, and line by line', () => {
    const plus = onCharacters(
      (character) => character === ' ',
      () => '+',
    );
    expect(rewritten(plus, event).headers).toEqual([
      ['ce-id', 'a+b'],
      ['Content-Type', 'text/plain'],
    ]);
    const dropped = onValues(() => undefined);
    expect(rewritten(dropped, event).headers).toEqual([['Content-Type', 'text/plain']]);
    const twice = onLines((name, raw, value) => [
      [name, raw],
      [name, value],
    ]);
    expect(rewritten(twice, event).headers).toEqual([
      ['id', 'a%20b'],
      ['id', 'a b'],
      ['Content-Type', 'text/plain'],
    ]);
  });

  test('is changed in binary mode alone', () => {
    expect(
      rewritten(
        onValues(() => 'x'),
        event,
        'structured',
      ),
    ).toEqual(encodeHttp([event], 'structured'));
  });

  test('has one Content-Type, or none', () => {
    const message = encodeHttp([event], 'binary');
    expect(withContentType(message, 'a/b').headers).toEqual([
      ['ce-id', 'a%20b'],
      ['Content-Type', 'a/b'],
    ]);
    expect(withContentType(message, undefined).headers).toEqual([['ce-id', 'a%20b']]);
  });
});

test('bytes as escapes, and texts as bytes', () => {
  expect(escapes([0, 10, 255])).toBe('%00%0A%FF');
  expect(unencoded('é')).toBe('\xc3\xa9');
});
