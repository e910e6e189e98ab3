import { sectionLink } from '../../../suites/links.js';
import { PROFILES } from '../../../suites/profiles.js';
import { loadRegistry, type Registry } from '../../../suites/registry.js';
import { byDisagreement, standingOf } from './agreement.js';
import type { Excerpt } from './excerpt.js';
import { profileRows } from './profile-rows.js';
import { sortReports, subjectsOf } from './subjects.js';
import { type Cell, MATRIX_SCHEMA, type Matrix, type Row } from './types.js';

const ABSENT: Cell = { outcome: 'absent', counts: {}, findings: [] };

/** Lays reports side by side. The registry only adds rules, links and the order of the suite. Pure. */
export function buildMatrix(reports: readonly Excerpt[], registry: Registry = loadRegistry()): Matrix {
  const sorted = sortReports(reports);
  const rows = idsOf(sorted, registry)
    .map((id) => rowOf(id, sorted, registry))
    .toSorted(byDisagreement);
  const used = new Set(rows.flatMap(({ document }) => document ?? []));
  return {
    schema: MATRIX_SCHEMA,
    suites: suitesOf(sorted),
    subjects: subjectsOf(sorted),
    documents: [...used].map((id) => ({ id, title: titleOf(id, registry) })).toSorted(byTitleOrder(registry)),
    profiles: profileRows(sorted, PROFILES),
    requirements: rows,
  };
}

/** Every id that a report has: in the order of the suite, then those that this suite does not know, by id. */
function idsOf(reports: readonly Excerpt[], { requirements }: Registry): readonly string[] {
  const all = new Set(reports.flatMap((report) => [...report.requirements.keys()]));
  const known = [...requirements.keys()].filter((id) => all.has(id));
  return [...known, ...[...all].filter((id) => !requirements.has(id)).sort()];
}

function rowOf(id: string, reports: readonly Excerpt[], registry: Registry): Row {
  const cells = reports.map((report): Cell => cellOf(report, id));
  const spoken = reports.find(({ requirements }) => requirements.has(id));
  const told = spoken?.requirements.get(id)?.report;
  const requirement = registry.requirements.get(id);
  const spec = spoken?.suite.specVersion === 'main' ? 'main' : '1.0.2';
  return {
    id,
    level: told?.level ?? 'info',
    ...(told?.unscored === undefined ? {} : { unscored: told.unscored }),
    ...(told?.document === undefined ? {} : { document: told.document }),
    ...(told?.section === undefined ? {} : { section: told.section }),
    ...(requirement === undefined ? {} : { rule: requirement.rule, href: sectionLink(requirement, spec, registry) }),
    ...standingOf(cells),
    cells,
  };
}

function cellOf({ requirements }: Excerpt, id: string): Cell {
  const found = requirements.get(id);
  if (found === undefined) return ABSENT;
  const { report, counts, findings } = found;
  return {
    outcome: report.outcome,
    counts,
    ...(report.reason === undefined ? {} : { reason: report.reason }),
    findings,
  };
}

function suitesOf(reports: readonly Excerpt[]): Matrix['suites'] {
  const distinct = new Map(reports.map(({ suite }) => [`${suite.specVersion} ${suite.digest}`, suite]));
  return [...distinct.values()];
}

const titleOf = (id: string, { documents }: Registry): string =>
  [...documents.values()].find(({ document }) => document === id)?.title ?? id;

function byTitleOrder({ documents }: Registry): (a: { readonly id: string }, b: { readonly id: string }) => number {
  const order: readonly string[] = [...documents.keys()];
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return (a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1);
}
