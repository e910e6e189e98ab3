import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { HeaderLine } from '../../../src/binding/types.js';
import { fromAdapterMessage, toAdapterMessage } from '../../../src/target/adapter/adapter-message.js';

const NONE = new Uint8Array();
const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

describe('toAdapterMessage', () => {
  it('writes values as text where their bytes are UTF-8, else as base64', () => {
    const headers: readonly HeaderLine[] = [
      ['Content-Type', 'text/plain'],
      ['ce-A', latin1('é😀')],
      ['ce-a', '\xff'],
      ['x', ''],
    ];
    expect(toAdapterMessage({ headers, body: Buffer.from('{}') })).toEqual({
      headers: [
        ['Content-Type', { text: 'text/plain' }],
        ['ce-A', { text: 'é😀' }],
        ['ce-a', { base64: '/w==' }],
        ['x', { text: '' }],
      ],
      body: { text: '{}' },
    });
  });

  it('leaves out white space around a value, as every HTTP library does before an SDK sees it', () => {
    const headers: readonly HeaderLine[] = [
      ['ce-subject', ' \ta b\t '],
      ['ce-a', ' \t'],
      ['ce-b', '\xa0b'],
    ];
    expect(toAdapterMessage({ headers, body: NONE }).headers).toEqual([
      ['ce-subject', { text: 'a b' }],
      ['ce-a', { text: '' }],
      ['ce-b', { base64: 'oGI=' }],
    ]);
  });

  it('has no body where there are no bytes', () => {
    expect(toAdapterMessage({ headers: [], body: NONE })).toEqual({ headers: [] });
  });

  it('writes bytes that are no UTF-8 as base64', () => {
    expect(toAdapterMessage({ headers: [], body: Buffer.from([0, 255]) }).body).toEqual({ base64: 'AP8=' });
  });
});

describe('fromAdapterMessage', () => {
  test.each([
    [{ text: 'é' }, latin1('é')],
    [{ base64: '/w==' }, '\xff'],
    [{ text: ' \ta b\t ' }, 'a b'],
    [{ text: '\u00a0a' }, latin1('\u00a0a')],
    [{ text: 'a\r\nb\0' }, 'a\r\nb\0'],
  ])('the value %j is %j', (value, expected) => {
    expect(fromAdapterMessage({ headers: [['Ce-A', value]] }, 'http').headers).toEqual([['Ce-A', expected]]);
  });

  test.each([
    [undefined, []],
    [null, []],
    [{ text: '' }, []],
    [{ text: 'é' }, [0xc3, 0xa9]],
    [{ base64: 'AP8=' }, [0, 255]],
  ])('the body %j has the bytes %j', (body, bytes) => {
    expect([...fromAdapterMessage({ headers: [], ...(body !== undefined && { body }) }, 'http').body]).toEqual(bytes);
  });

  it('gives back what toAdapterMessage was given', () => {
    const line = fc.tuple(fc.string(), fc.uint8Array());
    fc.assert(
      fc.property(fc.array(line), fc.uint8Array(), (lines, body) => {
        const headers = lines.map(([name, bytes]): HeaderLine => {
          return [
            name,
            Buffer.from(bytes)
              .toString('latin1')
              .replaceAll(/^[ \t]+|[ \t]+$/g, ''),
          ];
        });
        const back = fromAdapterMessage(toAdapterMessage({ headers, body }), 'http');
        expect(back.headers).toEqual(headers);
        expect([...back.body]).toEqual([...body]);
      }),
    );
  });
});
