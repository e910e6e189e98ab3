// The page about what the fuzzer finds says what the published reports say: each finding once in the section of its SDK, and the counts.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import type { FuzzReport } from '../../src/report/fuzz/types.js';
import { loadSuite } from '../../suites/suite.js';

const root = packageRoot();
const folder = join(root, 'reports', 'fuzz');
const page = readFileSync(join(root, 'docs', 'fuzz-findings.md'), 'utf8');
const reports = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, report: JSON.parse(readFileSync(join(folder, name), 'utf8')) as FuzzReport }));

const titleOf = ({ target }: FuzzReport): string => `${target.name} ${target.version?.replace(/^v/, '')}`;
const sections = page.split(/^## /m).slice(1);
const headOf = (section: string): string => section.split('\n', 1)[0] ?? '';
const sectionOf = (report: FuzzReport): string =>
  sections.find((section) => headOf(section).endsWith(` ${titleOf(report)}`)) ?? '';
const idsIn = (text: string): readonly string[] => [...text.matchAll(/`([0-9a-f]{10})`/g)].map(([, id = '']) => id);

test('there is a report of each SDK on the page, and no other', () => {
  const known = sections.map(headOf).filter((title) => / \d+\.\d+\.\d+$/.test(title));
  expect(known.map((title) => title.replace(/^\S+ /, '')).toSorted()).toEqual(
    reports.map(({ report }) => titleOf(report)).toSorted(),
  );
  expect(known).toHaveLength(5);
});

test('no finding is named outside of the sections of the SDKs', () => {
  const named = reports.flatMap(({ report }) => idsIn(sectionOf(report)));
  expect(idsIn(page)).toHaveLength(named.length);
});

test('every rule that the page names is in the registry', () => {
  const { requirements } = loadSuite();
  const ids = [...page.matchAll(/`((?:core|http|json|kafka|mqtt5|cesql)\.[a-z.0-9-]+)`/g)].map(([, id = '']) => id);
  expect(ids.length).toBeGreaterThan(20);
  expect(ids.filter((id) => !requirements.has(id))).toEqual([]);
});

describe.each(reports)('$name', ({ name, report }) => {
  const section = sectionOf(report);

  test('each finding is in one row of its section', () => {
    expect(idsIn(section).toSorted()).toEqual(report.findings.map(({ id }) => id).toSorted());
  });

  test('each finding comes again every time, and is written with the rule that it breaks', () => {
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    for (const { id, flaky, requirement } of report.findings) {
      expect(flaky).toBeUndefined();
      if (requirement !== undefined) expect(rows.find((row) => row.includes(`\`${id}\``))).toContain(requirement);
    }
  });

  test('the table above has its counts', () => {
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    const counts = page
      .split('\n')
      .find((line) => line.startsWith('| [') && line.replaceAll('`', '').includes(`[${headOf(section)}]`));
    const fresh = rows.filter((row) => row.includes('**new**'));
    expect(counts?.split('|').slice(2, 5).map(Number)).toEqual([
      report.findings.length,
      fresh.length,
      fresh.filter((row) => row.includes('MUST')).length,
    ]);
  });

  test('it is the run that the page tells of, and small enough to be read', () => {
    expect(report.run).toMatchObject({ seed: 'published', shard: { index: 0, of: 1 } });
    expect(report.totals.messages).toBeGreaterThanOrEqual(6000);
    expect(report.more).toBe(0);
    expect(statSync(join(folder, name)).size).toBeLessThan(1_000_000);
  });
});
