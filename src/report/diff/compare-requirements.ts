// The same by requirement: its outcome in each report, and what became of its cases.
import { sectionLink } from '../../../suites/links.js';
import type { Registry } from '../../../suites/registry.js';
import { groups } from '../text/sections.js';
import type { Report, RequirementReport } from '../types.js';
import { presentId, type Resolve } from './keyed-cases.js';
import type { CaseChange, Change, RequirementChange } from './types.js';

/** Those with another outcome or a case that changed: in the order of the suite, then those that this suite does not know. */
export function compareRequirements(
  old: Report,
  now: Report,
  changes: readonly CaseChange[],
  registry: Registry,
  resolve: Resolve,
): readonly RequirementChange[] {
  const before = byId(old, resolve);
  const after = byId(now, resolve);
  const cases = new Map(groups(changes, ({ requirement }) => requirement));
  const spec = now.suite.specVersion === 'main' ? 'main' : '1.0.2';
  const changed = new Set([...after.keys(), ...before.keys(), ...cases.keys()]);
  for (const id of changed)
    if (before.get(id)?.outcome === after.get(id)?.outcome && !cases.has(id)) changed.delete(id);
  return ordered(changed, registry).map((id): RequirementChange => {
    const [was, is] = [before.get(id), after.get(id)];
    const requirement = registry.requirements.get(id);
    const section = (is ?? was)?.section;
    return {
      id,
      level: (is ?? was)?.level ?? cases.get(id)?.[0]?.level ?? 'info',
      ...(requirement === undefined ? {} : { rule: requirement.rule, href: sectionLink(requirement, spec, registry) }),
      ...(section === undefined ? {} : { section }),
      ...(was === undefined ? {} : { old: was.outcome }),
      ...(is === undefined ? {} : { new: is.outcome }),
      cases: countsOf(cases.get(id) ?? []),
    };
  });
}

const byId = ({ requirements }: Report, resolve: Resolve): ReadonlyMap<string, RequirementReport> =>
  new Map(requirements.map((one) => [presentId(one.id, resolve), one]));

function ordered(ids: ReadonlySet<string>, { requirements }: Registry): readonly string[] {
  const known = [...requirements.keys()].filter((id) => ids.has(id));
  return [...known, ...[...ids].filter((id) => !requirements.has(id)).sort()];
}

function countsOf(changes: readonly CaseChange[]): RequirementChange['cases'] {
  const counts: Partial<Record<Change, number>> = {};
  for (const { change } of changes) counts[change] = (counts[change] ?? 0) + 1;
  return counts;
}
