import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineReader } from '../../../src/target/adapter/line-reader.js';

function readAll(chunks: readonly Buffer[], maxBytes?: number): readonly string[] {
  const seen: string[] = [];
  const handler = {
    onLine: (line: Buffer, whole: boolean) => seen.push(`${line}${whole ? '' : '<'}`),
    onTooLong: () => seen.push('too long'),
  };
  const reader = createLineReader(handler, maxBytes);
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return seen;
}

const read = (...chunks: readonly string[]): readonly string[] => readAll(chunks.map((chunk) => Buffer.from(chunk)));

test.each([
  [['a\nb\n'], ['a', 'b']],
  [
    ['a', 'b', '\n', 'c\nd'],
    ['ab', 'c', 'd<'],
  ],
  [['a\r\nb\r\r\n'], ['a', 'b\r']],
  [
    ['a\r', '\nb'],
    ['a', 'b<'],
  ],
  [['\n\n'], ['', '']],
  [[''], []],
  [['a\rb\n'], ['a\rb']],
  [['a\u2028b\n'], ['a\u2028b']],
])('%j is %j', (chunks, lines) => {
  expect(read(...chunks)).toEqual(lines);
});

test('a text cut anywhere gives the same lines', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat()), (texts, cuts) => {
      const lines = texts.map((text) => text.replaceAll(/[\n\r]/g, ''));
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
      const chunks = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
      expect(readAll(chunks)).toEqual(lines);
    }),
  );
});

test('a line may have as many bytes as the limit, and none more', () => {
  const exact = Buffer.from(`${'x'.repeat(10)}\nabc\n`);
  expect(readAll([exact], 10)).toEqual(['x'.repeat(10), 'abc']);
  expect(readAll([exact], 9)).toEqual(['too long']);
});

test('a line beyond the limit is told once, at once, and nothing is read any more', () => {
  const chunk = Buffer.alloc(1000, 'x');
  expect(
    readAll([Buffer.from('ok\n'), ...Array.from({ length: 50 }, () => chunk), Buffer.from('\nok\n')], 5000),
  ).toEqual(['ok', 'too long']);
});

test('what stands behind the last line feed can be seen', () => {
  const reader = createLineReader({ onLine: () => undefined, onTooLong: () => undefined }, 10_000);
  expect(reader.rest().toString()).toBe('');
  reader.push(Buffer.from('a\nb'));
  reader.push(Buffer.from('c'));
  expect(reader.rest().toString()).toBe('bc');
  reader.push(Buffer.alloc(5_000, 'x'));
  expect(reader.rest()).toHaveLength(4096);
  reader.push(Buffer.alloc(5_000, 'x'));
  expect(reader.rest()).toHaveLength(0);
});
