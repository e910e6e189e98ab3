// The page about the findings says what the published reports say: each failed MUST once, each warning, and the counts.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import type { Report } from '../../src/report/types.js';

const root = packageRoot();
const page = readFileSync(join(root, 'docs', 'findings.md'), 'utf8');
// Of each SDK the newest version alone: docs/diff.md is about what came before.
const byVersion = new Intl.Collator('en', { numeric: true });
const reports = readdirSync(join(root, 'reports'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?!fuzz\/)[^/]+\/[^/]+\.json$/.test(path.replaceAll('\\', '/')))
  .toSorted(byVersion.compare)
  .filter((path, index, all) => dirname(path) !== dirname(all[index + 1] ?? ''))
  .map((path) => ({ path, report: JSON.parse(readFileSync(join(root, 'reports', path), 'utf8')) as Report }));

const titleOf = ({ target }: Report): string => `${target.name} ${target.version?.replace(/^v/, '')}`;
const sections = page.split(/^## /m).slice(1);
const sectionOf = (report: Report): string =>
  sections.find((section) => section.split('\n', 1)[0]?.endsWith(` ${titleOf(report)}`)) ?? '';
const partOf = (section: string, title: string): string =>
  section.split(/^### /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

/** The rows of the first table of a part of the page, by their cells; neither the head nor the line below it. */
function rowsOf(part: string): readonly (readonly string[])[] {
  const table = /^\|.*\n\|[ |:-]+\n((?:\|.*\n)+)/m.exec(part)?.[1] ?? '';
  return table
    .trimEnd()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/[a-z][a-z0-9]*(?:\.[a-z0-9-]+){2}/g)].map(([id]) => id);

const failedIn = ({ requirements }: Report): readonly string[] =>
  requirements.filter(({ level, outcome }) => level === 'must' && outcome === 'failed').map(({ id }) => id);
// What fails by an invalid event that is found valid, and by nothing else.
const validationIn = (report: Report): readonly string[] =>
  failedIn(report).filter((id) =>
    report.cases
      .filter(({ requirement, status }) => requirement === id && status === 'fail')
      .every(({ expected }) => expected === 'invalid'),
  );
const warnedIn = ({ cases }: Report): readonly string[] => [
  ...new Set(cases.filter(({ status }) => status === 'warn').map(({ requirement }) => requirement)),
];

test('there is a report of each SDK on the page, and no other', () => {
  const titles = reports.map(({ report }) => titleOf(report));
  const known = sections
    .map((section) => section.split('\n', 1)[0] ?? '')
    .filter((title) => / \d+\.\d+\.\d+$/.test(title));
  expect(known.map((title) => title.replace(/^\S+ /, '')).toSorted()).toEqual(titles.toSorted());
  expect(known.length).toBeGreaterThan(0);
});

describe.each(reports)('$path', ({ report }) => {
  const section = sectionOf(report);
  const findings = rowsOf(section);

  test('its failed MUST requirements stand in the first table, each once', () => {
    const shown = findings.flatMap(([, , cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id));
    expect(shown.toSorted()).toEqual(failedIn(report).toSorted());
  });

  test('each row of the table has a part of its own', () => {
    const parts = [...section.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title);
    const numbered = findings.filter(([number]) => number !== '');
    const plain = (title: string): string => title.replaceAll('`', '').toLowerCase();
    expect(parts.filter((title) => /^\d/.test(title)).map(plain)).toEqual(
      numbered.map(([number, finding = '']) => plain(`${number}. ${finding}`)),
    );
  });

  test('what its validation finds valid is told apart', () => {
    const row = findings.find(([, finding]) => finding === 'validation') ?? [];
    expect(idsIn(row.at(-1) ?? '').toSorted()).toEqual(validationIn(report).toSorted());
    const explained = validationIn(report).length === 0 ? [] : rowsOf(partOf(section, 'Validation'));
    expect(explained.map(([id]) => id).toSorted()).toEqual(validationIn(report).toSorted());
  });

  test('its warnings are listed', () => {
    const shown = rowsOf(partOf(section, 'Warnings')).flatMap(([ids = '']) => idsIn(ids));
    expect(shown.toSorted()).toEqual(warnedIn(report).toSorted());
  });

  test('its counts are those of the report', () => {
    const counts = rowsOf(page).find(([sdk]) => sdk?.replaceAll('`', '').includes(` ${titleOf(report)}]`));
    expect(counts?.slice(1)).toEqual(
      [failedIn(report), validationIn(report), warnedIn(report)].map((ids) => `${ids.length}`),
    );
  });
});

test('every link of the page to a section is defined, and every definition is used', () => {
  const used = [...page.matchAll(/\]\[([a-z0-9-]+)\]/g)].map(([, name = '']) => name);
  const defined = [...page.matchAll(/^\[([a-z0-9-]+)\]: /gm)].map(([, name = '']) => name);
  expect([...new Set(used)].toSorted()).toEqual(defined.toSorted());
});
