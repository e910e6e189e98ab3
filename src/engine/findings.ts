// Failures grouped by their root, so that a maintainer reads one finding with its cases rather than forty cases.
import { hash } from 'node:crypto';
import type { Case } from './case.js';
import type { Judgement } from './judgement.js';

export interface Finding {
  /** A slug and a short digest of the root: the same from run to run. */
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly string[];
  readonly cases: readonly string[];
}

/** One finding for each root of failures and warnings, those with most cases first. */
export function findings(
  results: readonly { readonly item: Case; readonly judgement: Judgement }[],
): readonly Finding[] {
  const groups = new Map<string, { title: string; requirements: Set<string>; cases: string[] }>();
  for (const { item, judgement } of results) {
    if (!['fail', 'warn', 'timeout'].includes(judgement.status)) continue;
    const key = judgement.cause?.key ?? `${judgement.status} ${item.requirement.id}`;
    const group = groups.get(key) ?? {
      title: judgement.cause?.title ?? `${judgement.message ?? judgement.status}: ${item.title}`,
      requirements: new Set(),
      cases: [],
    };
    group.requirements.add(item.requirement.id);
    group.cases.push(item.id);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { title, requirements, cases }]) => ({
      id: idOf(key),
      title,
      requirements: [...requirements].sort(),
      cases: cases.sort(),
    }))
    .sort((a, b) => b.cases.length - a.cases.length || (a.id < b.id ? -1 : 1));
}

function idOf(key: string): string {
  const slug = key
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  return `${slug}-${hash('sha256', key).slice(0, 6)}`;
}
