import { describe, expect, test } from 'vitest';
import { DCT_FORMAT } from '../../../../../suites/emission/rules/core/media-type.js';
import { event, headers, kind, object } from './messages.js';

describe('core.dct.format', () => {
  test.each([
    'json',
    'text/',
    '/plain',
    'text/plain/x',
    'text/ plain',
    'text/plain charset=utf-8',
    'text/plain; charset',
    'text/plain; a="b',
    'text/plain, text/html',
    ' ',
  ])('the type %j breaks it', (type) => {
    for (const told of [[], [event({ datacontenttype: type })]]) {
      expect(kind(DCT_FORMAT, object({ datacontenttype: type }), ...told)).toBe('broken');
      expect(kind(DCT_FORMAT, headers({ 'Content-Type': type }), ...told)).toBe('broken');
    }
  });

  test.each(['text/plain', 'Text/Plain;charset=utf-8', 'application/vnd.a+json; q="x; \\"y\\""', 'a/b ; c=d'])(
    'the type %j keeps it',
    (type) => {
      expect(kind(DCT_FORMAT, object({ datacontenttype: type }))).toBe('kept');
      expect(kind(DCT_FORMAT, headers({ 'content-type': type }), event({ datacontenttype: type }))).toBe('kept');
    },
  );

  test('an empty one, an empty parameter and several are decided by nobody', () => {
    expect(kind(DCT_FORMAT, object({ datacontenttype: '' }))).toBe('silent');
    expect(kind(DCT_FORMAT, object({ datacontenttype: 'text/plain;' }))).toBe('silent');
    expect(kind(DCT_FORMAT, object({ datacontenttype: 'text/plain; ; charset=utf-8' }))).toBe('silent');
    expect(kind(DCT_FORMAT, headers({ 'Content-Type': 'text/plain' }, ['Content-Type', 'text/html']))).toBe('silent');
    expect(kind(DCT_FORMAT, headers({ 'Content-Type': 'text/plain' }, ['Content-Type', 'text/plain']))).toBe('kept');
  });

  test('a wrong one that was left out keeps it', () => {
    expect(kind(DCT_FORMAT, object(), event({ datacontenttype: 'json' }))).toBe('kept');
    expect(kind(DCT_FORMAT, headers(), event({ datacontenttype: 'json' }))).toBe('kept');
    expect(kind(DCT_FORMAT, object(), event({ datacontenttype: 'text/plain' }))).toBe('silent');
  });

  test('none shows nothing', () => {
    expect(kind(DCT_FORMAT, object())).toBe('silent');
    expect(kind(DCT_FORMAT, object({ datacontenttype: 7 }))).toBe('silent');
    expect(kind(DCT_FORMAT, headers({ 'ce-datacontenttype': 'json' }))).toBe('silent');
  });
});
