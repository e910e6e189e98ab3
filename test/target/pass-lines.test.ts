import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passLines } from '../../src/target/pass-lines.js';

/** The lines of these chunks. */
async function linesOf(chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const stream = new PassThrough();
  const lines: string[] = [];
  const passed = passLines(stream, (line) => lines.push(line));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await passed;
  return lines;
}

describe('lines', () => {
  test.each<readonly [name: string, chunks: readonly string[], lines: readonly string[]]>([
    ['none', [], []],
    ['one without an end', ['a'], ['a']],
    ['in pieces', ['a', 'b\nc', '\n', 'd'], ['ab', 'c', 'd']],
    ['that are empty', ['\n\na\n'], ['', '', 'a']],
    ['of Windows', ['a\r', '\nb\r\n\r\n'], ['a', 'b', '']],
    ['with a carriage return elsewhere', ['a\rb\n\rc'], ['a\rb', '\rc']],
  ])('%s', async (_, chunks, lines) => {
    expect(await linesOf(chunks)).toEqual(lines);
  });

  test('keep characters that are cut, and replace what is no UTF-8', async () => {
    const bytes = Buffer.from('é😀\n');
    expect(await linesOf([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(['é😀']);
    expect(await linesOf([Uint8Array.of(0x61, 0xff, 0x0a, 0xe2, 0x82)])).toEqual(['a\ufffd', '\ufffd']);
  });

  test('that are long come in pieces, whole and at once', async () => {
    const lines = await linesOf(['x'.repeat(10_000), `${'x'.repeat(3_000)}\ny\n`]);
    expect(lines.slice(0, -1).join('')).toBe('x'.repeat(13_000));
    expect(lines.at(-1)).toBe('y');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(4096);
    expect(await linesOf([`${'x'.repeat(8192)}\n`])).toEqual(['x'.repeat(4096), 'x'.repeat(4096)]);
  });

  test('that are long do not cut a character in two', async () => {
    const text = `x${'😀'.repeat(5_000)}`;
    const lines = await linesOf([text]);
    expect(lines.join('')).toBe(text);
    for (const line of lines) expect(line).not.toMatch(/\p{Cs}/u);
  });

  test('are the same however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é') })), async (chunks) => {
        const text = chunks.join('');
        const whole = text
          .split('\n')
          .map((line, index, all) => (index < all.length - 1 ? line.replace(/\r$/, '') : line));
        const last = whole.pop() ?? '';
        expect(await linesOf(chunks)).toEqual(last === '' ? whole : [...whole, last]);
      }),
    );
  });
});

test('a stream that is destroyed ends them', async () => {
  const stream = new PassThrough();
  const lines: string[] = [];
  const passed = passLines(stream, (line) => lines.push(line));
  stream.write('a\nb');
  await new Promise((resolve) => setImmediate(resolve));
  stream.destroy(new Error('gone'));
  await passed;
  expect(lines).toEqual(['a', 'b']);
});
