import { describe, expect, test } from 'vitest';
import { parseBaseline } from '../../../src/cli/baseline/parse-baseline.js';
import { type Addition, rewriteLists } from '../../../src/cli/baseline/rewrite-lists.js';

interface Change {
  /** Cases whose entries go. */
  readonly without?: readonly string[];
  readonly added?: readonly Addition[];
}

function rewritten(text: string, { without = [], added = [] }: Change): string {
  const { entries, document } = parseBaseline(text, 'FILE');
  const removed = new Set(entries.filter((entry) => without.includes(entry.case)).map(({ line }) => line));
  expect(removed.size).toBe(without.length);
  return rewriteLists(text, document, { removed, added });
}

const adding = (comment: string, ...cases: readonly string[]): Addition => ({
  list: 'expected',
  comment,
  entries: cases.map((name) => ({ case: name, reason: 'WHY', fingerprint: '12345678' })),
});

const added = (name: string): string => `  - case: ${name}\n    reason: WHY\n    fingerprint: "12345678"\n`;

const FILE = `# known failures of ours

expected:
  # one cause
  - case: a   # spaced
    reason: 'quoted'
  - case: b
    reason: >-
      folded
      text

  # another
  - reason: the other way round
    case: c
  # behind the list
# may fail
flaky: # for now
  - case: d
    reason: x
`;

test('with nothing to change every byte stays', () => {
  expect(rewritten(FILE, {})).toBe(FILE);
});

describe('entries that go', () => {
  test('leave everything else, and a comment that others stand under', () => {
    const lines = FILE.split('\n');
    expect(rewritten(FILE, { without: ['a'] })).toBe([...lines.slice(0, 4), ...lines.slice(6)].join('\n'));
    expect(rewritten(FILE, { without: ['b'] })).toBe([...lines.slice(0, 6), ...lines.slice(10)].join('\n'));
  });

  test('take a comment along that is theirs alone, and the blank line above it', () => {
    const lines = FILE.split('\n');
    expect(rewritten(FILE, { without: ['c'] })).toBe([...lines.slice(0, 10), ...lines.slice(14)].join('\n'));
    expect(rewritten(FILE, { without: ['a', 'b'] })).toBe([...lines.slice(0, 3), ...lines.slice(10)].join('\n'));
  });

  test('may be all of them, in both lists', () => {
    expect(rewritten(FILE, { without: ['a', 'b', 'c', 'd'] })).toBe(
      '# known failures of ours\n\nexpected:\n  # behind the list\n# may fail\nflaky: # for now\n',
    );
  });
});

describe('entries that come', () => {
  test('stand behind the others of their list, those of one comment together', () => {
    const text = rewritten(FILE, { added: [adding('cause one', 'e', 'f'), adding('cause two', 'g')] });
    expect(text).toBe(
      FILE.replace(
        '    case: c\n',
        `    case: c\n\n  # cause one\n${added('e')}${added('f')}\n  # cause two\n${added('g')}`,
      ),
    );
  });

  test('stand in the list they are for', () => {
    const text = rewritten(FILE, { added: [{ ...adding('cause', 'e'), list: 'flaky' }] });
    expect(text).toBe(`${FILE}\n  # cause\n${added('e')}`);
  });

  test('are indented as the others are', () => {
    const text = rewritten('expected:\n- case: a\n  reason: x\n', { added: [adding('cause', 'b')] });
    expect(text).toBe(
      'expected:\n- case: a\n  reason: x\n\n# cause\n- case: b\n  reason: WHY\n  fingerprint: "12345678"\n',
    );
  });

  test('take the place of all that go', () => {
    const text = rewritten('expected:\n  - case: a\n    reason: x\nflaky:\n', {
      without: ['a'],
      added: [adding('cause', 'b')],
    });
    expect(text).toBe(`expected:\n  # cause\n${added('b')}flaky:\n`);
  });

  test.each([
    ['', `expected:\n  # cause\n${added('a')}`],
    ['# a note\n', `# a note\nexpected:\n  # cause\n${added('a')}`],
    ['# no line feed', `# no line feed\nexpected:\n  # cause\n${added('a')}`],
    ['expected:\n', `expected:\n  # cause\n${added('a')}`],
    ['expected: []\n', `expected:\n  # cause\n${added('a')}`],
    ['expected: [] # none\nflaky:\n', `expected: # none\n  # cause\n${added('a')}flaky:\n`],
    ['flaky:\n  - case: b\n    reason: x', `flaky:\n  - case: b\n    reason: x\nexpected:\n  # cause\n${added('a')}`],
  ])('make a list in %j', (text, expected) => {
    expect(rewritten(text, { added: [adding('cause', 'a')] })).toBe(expected);
  });

  test('end their lines as the file does', () => {
    const text = rewritten('expected:\r\n  - case: a\r\n    reason: x\r\n', { added: [adding('cause', 'b')] });
    expect(text).toBe(
      `expected:\r\n  - case: a\r\n    reason: x\r\n\r\n  # cause\r\n${added('b').replaceAll('\n', '\r\n')}`,
    );
  });

  test.each(['12345678', '1e234567', '00000012', 'abcdef01'])('the fingerprint %s is text when read again', (value) => {
    const text = rewritten('', {
      added: [{ list: 'expected', comment: 'c', entries: [{ case: 'a', reason: 'x', fingerprint: value }] }],
    });
    expect(parseBaseline(text, 'FILE').entries).toMatchObject([{ fingerprint: value }]);
  });
});
