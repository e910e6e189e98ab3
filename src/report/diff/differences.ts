// In what the two runs were not alike: a reader has to know before believing any comparison.
import type { Report } from '../types.js';
import type { Diff, Difference, ProfileChange } from './types.js';

/** What was not alike, in a fixed order. */
export function differencesOf(old: Report, now: Report): readonly Difference[] {
  return PARTS.flatMap(([what, part]): readonly Difference[] => {
    const [was, is] = [part(old), part(now)];
    return was === is ? [] : [{ what, old: was, new: is }];
  });
}

const PARTS: readonly (readonly [Difference['what'], (report: Report) => string])[] = [
  [
    'target',
    ({ target }) => [target.name, ...(target.language === undefined ? [] : [`(${target.language})`])].join(' '),
  ],
  ['version', ({ target }) => target.version ?? 'not told'],
  ['observation', ({ target }) => target.observation],
  ['tasks', ({ target }) => target.tasks.toSorted().join(', ')],
  ['bindings', ({ target }) => (target.bindings ?? ['http']).toSorted().join(', ')],
  ['selection', selectionOf],
  ['specification', ({ suite }) => suite.specVersion],
  ['suite', ({ suite }) => suite.digest],
  ['tool', ({ tool }) => `${tool.name} ${tool.version}`],
  ['seed', ({ run }) => run.seed],
];

function selectionOf({ selection }: Report): string {
  if (selection === undefined) return 'all cases';
  const part = (name: string, globs: readonly string[]): readonly string[] =>
    globs.length === 0 ? [] : [`${name} ${[...new Set(globs)].sort().join(' ')}`];
  return [...part('only', selection.only), ...part('skip', selection.skip)].join(', ');
}

/** Claims that one report has alone. */
export function claimsBetween(old: Report, now: Report): Diff['claims'] {
  const lacking = (some: Report, others: Report): readonly string[] =>
    some.target.claims.filter((claim) => !others.target.claims.includes(claim)).toSorted();
  return { withdrawn: lacking(old, now), added: lacking(now, old) };
}

/** Profiles whose verdict or count of requirements is another one, in the order of the new report. */
export function profilesBetween(old: Report, now: Report): readonly ProfileChange[] {
  const ids = [...new Set([...now.profiles, ...old.profiles].map(({ id }) => id))];
  return ids.flatMap((id): readonly ProfileChange[] => {
    const [was, is] = [profileOf(old, id), profileOf(now, id)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ id, ...(was === undefined ? {} : { old: was }), ...(is === undefined ? {} : { new: is }) }];
  });
}

function profileOf({ profiles }: Report, id: string): ProfileChange['old'] {
  const profile = profiles.find((one) => one.id === id);
  if (profile === undefined) return undefined;
  const { verdict, requirements } = profile;
  const { applicable, verified, failed } = requirements;
  return { verdict, requirements: { applicable, verified, failed } };
}
