// The columns: in an order that no order of arguments changes, each with a name of its own.
import { commandOf } from './command-of.js';
import type { Excerpt } from './excerpt.js';
import { nameOf } from './name-of.js';
import type { Subject } from './types.js';

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The reports by name and version of their subject; those of one subject by their time. */
export const sortReports = (reports: readonly Excerpt[]): readonly Excerpt[] =>
  reports.toSorted(
    (a, b) =>
      natural.compare(nameOf(a), nameOf(b)) ||
      byCode(nameOf(a), nameOf(b)) ||
      byCode(a.run.startedAt, b.run.startedAt) ||
      byCode(a.suite.digest, b.suite.digest) ||
      byCode(a.run.seed, b.run.seed) ||
      byCode(a.file, b.file),
  );

/** The subjects of sorted reports. Where several have one name, they are numbered. */
export function subjectsOf(reports: readonly Excerpt[]): readonly Subject[] {
  const names = reports.map(nameOf);
  const labels = names.map((name, index) =>
    names.filter((other) => other === name).length === 1
      ? name
      : `${name} #${names.slice(0, index + 1).filter((other) => other === name).length}`,
  );
  const keys = uniqueKeys(labels);
  return reports.map((report, index) => subject(report, keys[index] ?? '', labels[index] ?? ''));
}

function subject(report: Excerpt, key: string, label: string): Subject {
  const { target, verdict, tool, suite, run, selection } = report;
  const { name, version } = target;
  return {
    key,
    label,
    name,
    ...(version === undefined ? {} : { version }),
    observation: target.observation,
    verdict,
    tool,
    suite,
    startedAt: run.startedAt,
    ...(selection === undefined ? {} : { selection: { cases: selection.cases, of: selection.of } }),
    ...(run.stopped === undefined ? {} : { stopped: run.stopped }),
    command: commandOf(report),
  };
}

// Keys stand in the addresses of cells, so they hold nothing that an address would have to escape.
function uniqueKeys(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const slug =
      label
        .toLowerCase()
        .replaceAll(/[^a-z0-9.]+/g, '-')
        .replaceAll(/^-+|-+$/g, '') || 'subject';
    let key = slug;
    for (let number = 2; taken.has(key); number++) key = `${slug}-${number}`;
    taken.add(key);
    return key;
  });
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
