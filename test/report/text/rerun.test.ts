import { execFileSync } from 'node:child_process';
import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteArgument, rerun } from '../../../src/report/text/rerun.js';
import { isSafe } from '../../../src/report/text/safe.js';

const TARGET = 'http://localhost:8080/';

describe('rerun', () => {
  test('names the target, the flags and the case', () => {
    expect(rerun({ target: TARGET, flags: ['--spec', 'main'], tail: [] }, 'core.type.str/astral@http-binary')).toBe(
      'ce-conform --target http://localhost:8080/ --spec main --only core.type.str/astral@http-binary',
    );
  });

  test('leaves out a target that the configuration names', () => {
    expect(rerun({ target: '', flags: [], tail: [] }, 'a.b/c@d')).toBe('ce-conform --only a.b/c@d');
  });

  test('ends with the command line of an adapter', () => {
    expect(rerun({ target: '', flags: [], tail: ['--adapter', '--', 'node', 'my adapter.js'] }, 'a.b/c@d')).toBe(
      "ce-conform --only a.b/c@d --adapter -- node 'my adapter.js'",
    );
  });

  test('quotes what a shell would take for more than text', () => {
    expect(rerun({ target: 'reference:?fault=a&fault=b', flags: ['--header', "X: it's"], tail: [] }, 'a.b/c@d')).toBe(
      `ce-conform --target 'reference:?fault=a&fault=b' --header 'X: it'\\''s' --only a.b/c@d`,
    );
  });
});

describe('quoteArgument', () => {
  test.each([
    '',
    '$(touch /nowhere)',
    '`id`',
    '; rm -rf x',
    "'; rm x; '",
    '"',
    '\\',
    '*',
    '~',
    '=ls',
    '!!',
    'a b',
    '#c',
    '--x',
  ])('a shell reads %j back', (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${quoteArgument(text)}`], { encoding: 'utf8' })).toBe(text);
  });

  test('a word of its own is quoted wherever a character could mean something to a shell', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const quoted = quoteArgument(text);
        if (/[^A-Za-z0-9_.:/@%+,=-]/.test(text) || text === '') {
          // Quoted pieces and escaped quotes, and nothing else.
          expect(quoted).toMatch(/^(?:'[^']*'|\\')+$/);
        } else expect(quoted.replaceAll("'", '')).toBe(text);
      }),
    );
  });

  test('shows what could harm a terminal as an escape', () => {
    assert(property(string({ unit: 'binary' }), (text) => [...quoteArgument(text)].every(isSafe)));
    expect(quoteArgument('a\u001b[2J')).toBe("'a\\u{1b}[2J'");
  });
});
