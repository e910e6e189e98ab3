import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellCode, code, nameCell } from '../../../src/report/markdown/code.js';

/** What GitHub would show of a code span: CommonMark 6.1, its fences and the blank inside of them taken away. */
function contentOf(span: string): string {
  const [, fence = '', inner = ''] = /^(`+)([\s\S]*?[^`])\1$/.exec(span) ?? [];
  expect(span.length).toBe(fence.length * 2 + inner.length);
  return /^ .* $/.test(inner) && inner.trim() !== '' ? inner.slice(1, -1) : inner;
}

describe('a code span', () => {
  test.each([
    ['plain', '`plain`'],
    ['a `tick` inside', '``a `tick` inside``'],
    ['``two``', '``` ``two`` ```'],
    ['@octocat #1 <b> | \\', '`@octocat #1 <b> | \\`'],
    ['two\n\n# lines', '`two # lines`'],
    ['\u001b[31m\u202e', '`\\u{1b}[31m\\u{202e}`'],
    ['', '(empty)'],
    [' \n ', '(empty)'],
  ])('%j', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  test('ends where it is meant to end, whatever is inside', () => {
    const hostile = fc.string({ unit: fc.constantFrom('`', ' ', '|', '\\', 'a', '\n', '<', '[', ']') });
    fc.assert(
      fc.property(hostile, (text) => {
        const span = code(text);
        fc.pre(span !== '(empty)');
        expect(contentOf(span)).toBe(text.replaceAll(/\s+/g, ' ').trim());
        expect(span).not.toContain('\n');
      }),
    );
  });

  test('is cut where it is too long to read', () => {
    expect(code('x'.repeat(1000), 10)).toBe(`\`${'x'.repeat(9)}…\``);
  });
});

describe('in a cell', () => {
  test('a bar is an escape, with or without a backslash before it', () => {
    expect(cellCode('a|b\\|c')).toBe('`a\\u{7c}b\\\\u{7c}c`');
  });

  test('no text holds a bar', () => {
    fc.assert(fc.property(fc.string(), (text) => !cellCode(text).includes('|') && !nameCell(text).includes('|')));
  });
});

describe('a name', () => {
  test.each(['cloudevents', 'JavaScript cloudevents 10.0.0', 'sdk-go', 'a.b-c d'])('%s is plain', (name) => {
    expect(nameCell(name)).toBe(name);
  });

  test.each([
    ['www.example.com', 'a link'],
    ['see www.example.com', 'a link further on'],
    ['GH-12', 'a reference to an issue'],
    ['a GH-12', 'a reference further on'],
    ['@octocat', 'a mention'],
    ['a_b_', 'emphasis'],
    ['127.0.0.1:8080', 'a colon'],
    ['https://evil.example', 'an address'],
    ['1. item ', 'a blank at the end'],
    ['- item', 'a list'],
    ['a  b', 'two blanks'],
    ['a@b.example', 'a mail address'],
    ['naïve', 'other letters'],
  ])('%s may be %s, so it is code', (name) => {
    expect(nameCell(name)).toMatch(/^`.*`$/);
  });
});
