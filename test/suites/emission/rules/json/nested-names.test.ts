import { expect, test } from 'vitest';
import { nestedNames } from '../../../../../suites/emission/rules/json/nested-names.js';
import { structured } from '../../examples.js';

const namesIn = (members: string): readonly string[] => [...nestedNames(structured(members).documents[0] ?? [])].sort();

test('nested names are those of members below the object, at any depth, those in data aside', () => {
  expect(namesIn('"a":{"b":{"c":1}},"d":[[{"e":{}}]]')).toEqual(['b', 'c', 'e']);
  expect(namesIn('"data":{"b":1}')).toEqual([]);
  expect(namesIn('"a":1,"b":null,"c":"x"')).toEqual([]);
});

test('nested names do not end with the stack', () => {
  const depth = 4_000;
  expect(namesIn(`"a":${'{"b":'.repeat(depth)}1${'}'.repeat(depth)}`)).toEqual(['b']);
});
