import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/engine/case.js';
import { caseMatcher } from '../../../src/engine/select.js';
import { caseFinder } from '../../../src/report/baseline/case-finder.js';
import { loadSuite } from '../../../suites/suite.js';

const { cases } = loadSuite();
const find = caseFinder(cases);

describe('finds what a filter would select', () => {
  test.each([
    'http.dec.pct',
    'http.dec.pct/euro',
    'http.dec.pct/euro@http-binary',
    'http.dec.*',
    'http.dec.pct/*',
    '*@http-batch',
    'core.attr.minimal/{plain,ordinary}@*',
  ])('%s', (glob) => {
    const found = find(glob);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(cases.filter(caseMatcher(glob)));
  });

  test('for every name that a case goes by', () => {
    const idsOf = (found: readonly Case[]): readonly string[] => found.map(({ id }) => id);
    for (const item of cases.filter((_, index) => index % 50 === 0)) {
      for (const name of [item.id, item.requirement.id, item.id.replace(/@.*$/, '')])
        expect(idsOf(find(name)), name).toEqual(idsOf(cases.filter(caseMatcher(name))));
    }
  });
});

test.each(['http.dec', 'nothing.*', 'http.dec.pct/', 'constructor'])('finds nothing for %j', (glob) => {
  expect(find(glob)).toEqual([]);
});
