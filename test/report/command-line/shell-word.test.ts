import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sample } from '../../../src/generate/sample.js';
import { printfFormat } from '../../../src/report/command-line/printf-format.js';
import { shellWord, wordFlaw } from '../../../src/report/command-line/shell-word.js';
import { describeWithTool, runLines, SHELLS } from './helpers/shells.js';

const EVERY_BYTE = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code));

/** What has a meaning for some shell, or for printf, and bytes at random. */
const byte = fc.oneof(
  fc.constantFrom(...'\'"`$\\!%-=~#&|;<>(){}[]*? \t\n\r\x1b\x01\x7f', '\x81', '\x88', '\xc3', '\xff', '7', 'n', 'x'),
  fc.constantFrom(...EVERY_BYTE),
);
const RANDOM = sample(fc.string({ unit: byte, maxLength: 12 }), 'shell words', 300);
const TEXTS = [
  ...EVERY_BYTE,
  EVERY_BYTE.join(''),
  ...['', '-n', '-', '--', '~', '~root', '=ls', '#', '{a,b}', '*', '$HOME', '$(touch pwned)', '`touch pwned`', '!!'],
  ...["'; touch pwned; '", '";touch pwned;"', "'\\''", "'", "''", '\\', '\\n', '\\101', '%s', '%%', '%', '\\c'],
  ...[
    '$(touch pwned)\x01',
    '`touch pwned`\xff',
    "');touch pwned;('\x80",
    '")touch pwned\x01',
    '\x011',
    '\xff7',
    '-\x01',
  ],
  ...['\n', 'a\n', 'a\n\n', '\na', 'é', '\xc3\xa9', '\xc3', '\x01', '\x7f\x7f', '\x81\x82\x88'],
  ...RANDOM,
];
const ONE_LINE = /^[\x20-\x7e]*$/;

describe('what no argument can hold', () => {
  test('is a NUL, and a line break at the end', () => {
    expect(['a\0', '\0', 'a\n', '\n'].map(wordFlaw)).toEqual([
      'holds a NUL, which ends every argument',
      'holds a NUL, which ends every argument',
      'ends with a line break, which a shell takes off',
      'ends with a line break, which a shell takes off',
    ]);
    expect(['', 'a', '\na', '\r', '\x01', '\xff'].map(wordFlaw)).toEqual(Array(6).fill(undefined));
  });
});

describe('a word', () => {
  test('has no quotes where it needs none, and is printed where no quotes help', () => {
    expect(shellWord('http://localhost:80/a')).toBe('http://localhost:80/a');
    expect(shellWord('=a')).toBe("'=a'");
    expect(shellWord("it's")).toBe("'it'\\''s'");
    expect(shellWord('')).toBe("''");
    expect(shellWord('100%!\xc3\xa9\n1')).toBe(`"$(printf '100\\045\\041\\303\\251\\0121')"`);
  });
});

describeWithTool('bash', 'bash', 'in a shell', () => {
  test.each(SHELLS)('of %s, each word is one argument of exactly its bytes', async (shell) => {
    const texts = TEXTS.filter((text) => wordFlaw(text) === undefined);
    expect(texts.length).toBeGreaterThan(500);
    const words = texts.map(shellWord);
    expect(words.filter((word) => !ONE_LINE.test(word))).toEqual([]);
    const printed = await runLines(shell, [`printf '%s\\0' ${words.join(' ')}`]);
    expect(printed.split('\0').slice(0, -1)).toEqual(texts);
  });

  test.each(SHELLS)('of %s, each format prints exactly its bytes', async (shell) => {
    const formats = TEXTS.map(printfFormat);
    expect(formats.filter((format) => !ONE_LINE.test(format))).toEqual([]);
    const printed = await runLines(
      shell,
      formats.map((format) => `printf ${format}; printf '<|>'`),
    );
    expect(printed.split('<|>').slice(0, -1)).toEqual(TEXTS);
  });
});
