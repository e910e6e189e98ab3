import { describe, expect, it } from 'vitest';
import { parse } from '../../src/cesql/parse.js';
import { pointAt } from '../../src/cesql/point-at.js';

function pictureOf(text: string): string {
  const parsed = parse(text);
  return parsed.kind === 'problem' ? pointAt(text, parsed.error) : 'no problem';
}

const at = (position: number): Parameters<typeof pointAt>[1] => ({ kind: 'math', message: '', position });

describe('the picture of an error', () => {
  it.each([
    ['1 +', '1 +\n   ^'],
    ['', '\n^'],
    ['= 1', '= 1\n^'],
    ['1 AND\n2 3\nOR 4', '2 3\n  ^'],
    ['1 AND\r\n2 3\r\nOR 4', '2 3\n  ^'],
    ['1 AND\n', '\n^'],
    // The caret counts characters, not units.
    ["'🙂' 1", "'🙂' 1\n    ^"],
    // What shows nothing is written out.
    ['\t1 2', '\\u{9}1 2\n       ^'],
    ["'\u001b[31m' 1", "'\\u{1b}[31m' 1\n             ^"],
  ])('in %j', (text, picture) => {
    expect(pictureOf(text)).toBe(picture);
  });

  it('has the end of one line and the beginning of the next apart', () => {
    expect(pointAt('ab\ncd', at(2))).toBe('ab\n  ^');
    expect(pointAt('ab\ncd', at(3))).toBe('cd\n^');
    expect(pointAt('\nab', at(0))).toBe('\n^');
    expect(pointAt('\nab', at(1))).toBe('ab\n^');
  });

  it('shows no more of a long line than what is around', () => {
    const text = `${'a'.repeat(1000)} b${'c'.repeat(1000)}`;
    const [line = '', caret = ''] = pictureOf(text).split('\n');
    expect(line).toBe(`…${'a'.repeat(59)} b${'c'.repeat(59)}…`);
    expect(line.charAt(caret.length - 1)).toBe('b');
  });

  it('is there for an error without a place, or with a place that is none', () => {
    expect(pointAt('abc', { kind: 'generic', message: '' })).toBe('abc\n^');
    expect(pointAt('abc', at(99))).toBe('abc\n   ^');
    expect(pointAt('abc', at(-1))).toBe('abc\n^');
  });
});
