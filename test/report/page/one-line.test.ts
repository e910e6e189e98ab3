import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from '../../../src/report/page/one-line.js';

test.each([
  ['as it is', 'as it is'],
  ['  two\r\n\tlines  ', 'two lines'],
  ['a\u00a0b\u2028c', 'a b c'],
  ['\u202eabc\u0000', '\\u{202e}abc\\u{0}'],
])('%j', (text, expected) => {
  expect(oneLine(text)).toBe(expected);
});

test('cut to a length, in code points', () => {
  expect(oneLine('😀😀😀', 2)).toBe('😀…');
});

test('never more than one line, never a control', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => !/[\u0000-\u001f\u007f\u2028\u2029]/.test(oneLine(text))),
  );
});
