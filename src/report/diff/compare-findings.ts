// The causes of failures: which are gone, which are new, which remain. A cause has the same id from run to run.
import type { Finding } from '../../engine/findings.js';
import type { Status } from '../../engine/judgement.js';
import type { Report } from '../types.js';
import { presentId, type Resolve } from './keyed-cases.js';
import { standingOf } from './transition.js';
import type { Diff, FindingChange } from './types.js';

/** Those with most cases first. */
export function compareFindings(old: Report, now: Report, resolve: Resolve): Diff['findings'] {
  const before = new Map(old.findings.map((finding) => [finding.id, finding]));
  const after = new Map(now.findings.map((finding) => [finding.id, finding]));
  const held = holding(old, resolve);
  const holds = holding(now, resolve);
  const changeOf = (was: Finding | undefined, is: Finding | undefined): FindingChange => {
    const [shown, others] = is === undefined ? [was, holds] : [is, held];
    return {
      id: shown?.id ?? '',
      title: shown?.title ?? '',
      requirements: [...new Set((shown?.requirements ?? []).map((id) => presentId(id, resolve)))],
      old: was?.cases.length ?? 0,
      new: is?.cases.length ?? 0,
      passed: (shown?.cases ?? []).filter((id) => others.has(renamed(id, resolve))).length,
    };
  };
  return {
    new: sorted(now.findings.filter(({ id }) => !before.has(id)).map((is) => changeOf(undefined, is))),
    gone: sorted(old.findings.filter(({ id }) => !after.has(id)).map((was) => changeOf(was, undefined))),
    remaining: sorted(now.findings.flatMap((is) => (before.has(is.id) ? [changeOf(before.get(is.id), is)] : []))),
  };
}

function holding({ cases }: Report, resolve: Resolve): ReadonlySet<string> {
  const isHolding = ({ status }: { readonly status: Status }): boolean => standingOf(status) === 'holds';
  return new Set(cases.filter(isHolding).map(({ id }) => renamed(id, resolve)));
}

// A finding names its cases alone.
function renamed(id: string, resolve: Resolve): string {
  const [requirement = ''] = id.split('/', 1);
  return presentId(requirement, resolve) + id.slice(requirement.length);
}

const sorted = (findings: readonly FindingChange[]): readonly FindingChange[] =>
  findings.toSorted((a, b) => b.new + b.old - (a.new + a.old) || (a.id < b.id ? -1 : 1));
