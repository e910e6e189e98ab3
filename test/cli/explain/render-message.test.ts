import { expect, test } from 'vitest';
import { renderMessage } from '../../../src/cli/explain/render-message.js';
import type { SentMessage } from '../../../src/report/types.js';

const plain: SentMessage = {
  method: 'POST',
  via: 'client',
  headers: [['Content-Type', { text: 'text/plain' }]],
  body: { text: 'one\ntwo' },
};
const BEGIN = ['POST (path of the target) HTTP/1.1', 'Content-Type: text/plain'];

test('request line, header lines, an empty line, the body', () => {
  expect(renderMessage(plain)).toEqual([...BEGIN, '', 'one', 'two']);
});

test('without a body there is nothing behind the headers', () => {
  expect(renderMessage({ ...plain, body: { text: '' } })).toEqual(BEGIN);
});

test('how it is written comes first', () => {
  expect(renderMessage({ ...plain, via: 'raw', framing: 'chunked', pieces: 3 })[0]).toBe(
    '(written byte by byte, framing: chunked, in pieces of 3 bytes)',
  );
});

test('bytes that are no text are shown as base64', () => {
  const lines = renderMessage({ ...plain, headers: [['ce-x', { base64: '/w==' }]], body: { base64: '//8=' } });
  expect(lines.slice(1)).toEqual(['ce-x: (base64) /w==', '', '(base64) //8=']);
});

test('nothing of it reaches the terminal as a control', () => {
  const text = '\u001b[31m\u202e';
  const lines = renderMessage({ ...plain, method: text, headers: [[text, { text }]], body: { text } });
  expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
});

test('a long body is cut, and says so', () => {
  const lines = renderMessage({ ...plain, body: { text: 'x'.repeat(5000) } });
  expect(lines.at(-2)).toBe('x'.repeat(2000));
  expect(lines.at(-1)).toBe('(cut: 5000 bytes in all; --json prints them)');
});
