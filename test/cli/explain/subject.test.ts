import { expect, test } from 'vitest';
import { findSubject } from '../../../src/cli/explain/subject.js';
import { groups } from '../../../src/report/text/sections.js';
import { loadRegistry } from '../../../suites/registry.js';
import { loadSuite } from '../../../suites/suite.js';

const [suite, registry] = [loadSuite(), loadRegistry()];
const renamed = { ...registry, aliases: new Map([['core.attr.former', 'core.attr.minimal']]) };

test('a former id stands for the present one, also with a variant or a carrier behind it', () => {
  for (const [given, id] of [
    ['core.attr.former', 'core.attr.minimal'],
    ['core.attr.former/plain', 'core.attr.minimal/plain'],
    ['core.attr.former/plain@http-batch', 'core.attr.minimal/plain@http-batch'],
  ] as const) {
    expect(findSubject(given, suite, renamed)).toMatchObject({ id, requirement: { id: 'core.attr.minimal' } });
  }
  expect(() => findSubject('core.attr.former', suite, registry)).toThrow('no such requirement');
});

test('every case and every position is found by its own id', () => {
  for (const item of suite.cases)
    expect(findSubject(item.id, suite, registry)).toMatchObject({ kind: 'case', cases: [item] });
  for (const id of suite.positions.keys()) expect(findSubject(id, suite, registry)).toMatchObject({ kind: 'position' });
});

test('the variants of a requirement are apart, also where one begins like another', () => {
  const variants = groups(
    suite.cases.map(({ id }) => id),
    (id) => id.replace(/@.*$/, ''),
  );
  for (const [name, ids] of variants) {
    const subject = findSubject(name, suite, registry);
    expect(subject.kind === 'variant' && subject.cases.map(({ id }) => id), name).toEqual(ids);
  }
});
