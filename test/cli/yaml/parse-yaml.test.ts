import { describe, expect, test } from 'vitest';
import { type ParsedYaml, parseYaml } from '../../../src/cli/yaml/parse-yaml.js';
import { diagnosticOf } from '../helpers/diagnostic.js';

const parse = (text: string): ParsedYaml => parseYaml({ text, file: 'FILE', kind: 'kind', syntaxHint: 'correct it' });

test('one document gives its value, and lines of offsets', () => {
  const { value, document, lineAt } = parse('a: 1\nb: [x]\n');
  expect(value).toEqual({ a: 1, b: ['x'] });
  expect(document?.get('a')).toBe(1);
  expect([0, 4, 5, 11].map(lineAt)).toEqual([1, 1, 2, 2]);
});

test.each(['', '\n', '# nothing\n', '---\n'])('%j is an empty mapping', (text) => {
  expect(parse(text).value).toEqual({});
});

describe('what is wrong has its place', () => {
  test.each([
    ['a: [b\n', 'kind.syntax', 'line 2, column 1: ', 'correct it'],
    ['a: b\n---\nc: d\n', 'kind.documents', ': a second document begins', 'keep one document: remove the line ---'],
    ['a: b\nc: *@http\n', 'kind.alias', 'line 2, column 4: ', 'quote text that begins with *'],
    ['a: &x [1]\nb: *x\nc: [*y]\n', 'kind.alias', 'line 3, column 5: ', 'write the values out'],
  ])('%j', async (text, code, message, hint) => {
    const diagnostic = await diagnosticOf(() => parse(text));
    expect(diagnostic).toMatchObject({ code, exit: 2 });
    expect(diagnostic.message).toMatch(/^failed to read FILE, line \d, column \d: ./);
    expect(diagnostic.message).toContain(message);
    expect(diagnostic.hint).toContain(hint);
  });

  test('and whoever reads the document says it in the same words', async () => {
    const { fail } = parse('a: b\nc: d\n');
    expect(fail({ code: 'odd', offset: 8, message: 'this is odd', hint: 'even it' }).diagnostic).toEqual({
      code: 'kind.odd',
      message: 'failed to read FILE, line 2, column 4: this is odd',
      hint: 'even it',
      exit: 2,
    });
    expect(parse('').fail({ code: 'x', offset: 0, message: 'm', hint: 'h' }).message).toContain('line 1, column 1');
  });
});
