import type { Case } from '../../engine/case.js';
import { caseMatcher } from '../../engine/select.js';

/** Finds the cases of a glob. Most entries name one case in full: those are looked up. */
export function caseFinder(cases: readonly Case[]): (glob: string) => readonly Case[] {
  const named = new Map<string, Case[]>();
  for (const item of cases) {
    for (const name of [item.id, item.requirement.id, item.id.replace(/@.*$/, '')]) {
      const known = named.get(name);
      if (known === undefined) named.set(name, [item]);
      else known.push(item);
    }
  }
  return (glob) => named.get(glob) ?? cases.filter(caseMatcher(glob));
}
