// Whether a case is still the same one. A case of a suite that was changed may send, or expect, something else.
import { isDeepStrictEqual } from 'node:util';
import { tokenOf } from '../../engine/random.js';
import type { CaseReport, Report } from '../types.js';
import type { Revision } from './types.js';

/** Stands for the token of a case, which depends on the seed. It has the length of one. */
const TOKEN = 't············';

type Told = Pick<Report, 'suite' | 'run'>;

/**
 * What differs between a case of an old report and the same case of a new one. What is sent and expected is compared where the suites
 * differ: one suite sends one thing, but for header lines that a user adds.
 */
export function revisions(before: CaseReport, after: CaseReport, old: Told, now: Told): readonly Revision[] {
  const isOneSuite = old.suite.digest === now.suite.digest && old.suite.specVersion === now.suite.specVersion;
  const normal = (value: unknown, { id }: CaseReport, { run }: Told): unknown =>
    withoutToken(value, tokenOf(run.seed, id));
  const isSame = (a: unknown, b: unknown): boolean =>
    a === undefined || b === undefined || isDeepStrictEqual(normal(a, before, old), normal(b, after, now));
  return [
    ...(before.level === after.level ? [] : ['level' as const]),
    ...(before.unscored === after.unscored ? [] : ['scored' as const]),
    ...(isOneSuite || isSame(before.evidence?.sent, after.evidence?.sent) ? [] : ['sent' as const]),
    ...(isOneSuite || isSame(before.expected, after.expected) ? [] : ['expected' as const]),
  ];
}

// Bytes that are no text hold the token as well.
function withoutToken(value: unknown, token: string): unknown {
  if (typeof value === 'string') return value.replaceAll(token, TOKEN);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withoutToken(item, token));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'base64' && typeof member === 'string'
        ? Buffer.from(member, 'base64').toString('latin1').replaceAll(token, TOKEN)
        : withoutToken(member, token),
    ]),
  );
}
