import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { firstError, offsetAt } from '../../../src/cli/yaml/first-error.js';
import { parseYaml } from '../../../src/cli/yaml/parse-yaml.js';

const isValid = new Ajv2020({ allErrors: true, verbose: true }).compile({
  type: 'object',
  additionalProperties: false,
  properties: {
    'a/b': { type: 'number' },
    list: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, required: ['x'], properties: { x: { type: 'number' } } },
    },
  },
});

function errorsOf(text: string) {
  const { value, document } = parseYaml({ text, file: 'FILE', kind: 'kind', syntaxHint: '' });
  isValid(value);
  const errors: readonly ErrorObject[] = isValid.errors ?? [];
  return { first: firstError(errors, document), document };
}

describe('the place of an error', () => {
  test.each([
    ['list: []\na/b: text\n', 'text'],
    ['list:\n  - x: 1\n  - x: word\n', 'word'],
    ['list:\n  - x: 1\n    y: 2\n', 'y: 2'],
    ['list: []\nother: 1\n', 'other'],
    ['list:\n  - {}\n', '{}'],
    ['- 1\n', '- 1'],
  ])('of %j is %j', (text, at) => {
    const { first } = errorsOf(text);
    expect(text.slice(first?.offset)).toMatch(new RegExp(`^${at.replaceAll(/[{}]/g, '\\$&')}`));
    expect(first?.more).toBe(0);
  });

  test('is that of the alias, where an alias stands there', () => {
    const text = 'list:\n  - &one { x: 1 }\n  - *one\n  - &two { x: a }\n  - *two\n';
    const { first } = errorsOf(text);
    expect(text.slice(first?.offset)).toMatch(/^a \}/);
    expect(first?.more).toBe(1);
  });
});

test('of several errors the first is given, and the other places are counted', () => {
  const { first } = errorsOf('list:\n  - y: 1\n  - x: word\nother: 1\n');
  expect(first?.error.keyword).toMatch(/required|additionalProperties/);
  expect(first?.more).toBeGreaterThanOrEqual(2);
});

test('without errors there is none, and without a document it stands at the beginning', () => {
  expect(errorsOf('list: []\n').first).toBeUndefined();
  expect(firstError([{ keyword: 'type', instancePath: '/a' } as ErrorObject], undefined)).toMatchObject({ offset: 0 });
});

test('a path that leads nowhere gives the nearest thing around it', () => {
  const text = 'list:\n  - x: 1\n';
  const { document } = errorsOf(text);
  expect(text.slice(offsetAt(document, ['list', 0, 'z']))).toBe('x: 1\n');
  expect(text.slice(offsetAt(document, ['list', 7, 'z']))).toBe('- x: 1\n');
  expect(offsetAt(document, ['none'])).toBe(0);
});
