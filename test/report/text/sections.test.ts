import { expect, test } from 'vitest';
import { groupBySection, groups, worst } from '../../../src/report/text/sections.js';
import { requirementOf } from './helpers/reports.js';

test('numbered sections stand in the order of their numbers, others as they come', () => {
  const found = groupBySection([
    requirementOf('http.a', { section: '3.10. Ten' }),
    requirementOf('http.b', { section: '3.2. Two' }),
    requirementOf('http.c', { section: '3.10. Ten' }),
    requirementOf('core.z', { section: 'Zeta' }),
    requirementOf('core.a', { section: 'Alpha' }),
  ]);
  expect(found.map(({ title, sections }) => [title, sections.map((section) => section.title)])).toEqual([
    ['HTTP Protocol Binding', ['3.2. Two', '3.10. Ten']],
    ['CloudEvents (core)', ['Zeta', 'Alpha']],
  ]);
  expect(found[0]?.sections[1]?.requirements.map(({ id }) => id)).toEqual(['http.a', 'http.c']);
});

test('a rule stands where its section is, not where its id begins', () => {
  const [group] = groupBySection([requirementOf('core.batch.mixed', { document: 'http' })]);
  expect(group?.title).toBe('HTTP Protocol Binding');
});

test.each([
  ['cesql.cast.all', 'CloudEvents SQL'],
  ['kafka.key.in', 'Kafka Protocol Binding'],
])('%s is part of %s', (id, title) => {
  const [group] = groupBySection([requirementOf(id)]);
  expect(group?.title).toBe(title);
});

test('a report without sections, or of a document yet unknown, is grouped by id', () => {
  const { section: _, document: __, ...bare } = requirementOf('amqp.key.none');
  expect(groupBySection([bare])).toEqual([{ title: 'amqp', sections: [{ title: 'Other', requirements: [bare] }] }]);
});

test('a section amounts to its worst outcome', () => {
  const of = (...outcomes: readonly Parameters<typeof requirementOf>[1][]) =>
    worst(outcomes.map((rest) => requirementOf('a.b', rest)));
  expect(of({ outcome: 'verified' }, { outcome: 'observed' })).toBe('verified');
  expect(of({ outcome: 'verified' }, { outcome: 'open' })).toBe('open');
  expect(of({ outcome: 'warned' }, { outcome: 'verified' })).toBe('warned');
  expect(of({ outcome: 'open' }, { outcome: 'failed' })).toBe('failed');
  expect(of({ outcome: 'observed' }, { outcome: 'not-applicable' })).toBe('observed');
  expect(of({ outcome: 'not-applicable' })).toBe('not-applicable');
});

test('groups keep the order of keys and of values', () => {
  expect(groups([3, 1, 4, 1, 5], (value) => (value % 2 === 0 ? 'even' : 'odd'))).toEqual([
    ['odd', [3, 1, 1, 5]],
    ['even', [4]],
  ]);
});
