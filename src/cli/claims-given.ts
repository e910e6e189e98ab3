// What the settings say that a target supports, and how it is to be observed.
import { type Claims, NO_CLAIMS, parseClaims } from '../engine/claims.js';
import { usageError } from '../engine/error.js';
import type { RunOptions } from '../engine/run.js';
import type { OpenedTarget } from './opened-target.js';
import type { RunSettings } from './options.js';

/** An adapter tells all, and a broker shows what comes to the reply topic; else the settings say it, or a probe finds out. */
export function observationOf({ kind, sink }: OpenedTarget, { observe }: RunSettings): RunOptions['observe'] {
  if (kind === 'adapter') return 'adapter';
  return sink === undefined ? (observe ?? 'auto') : 'sink';
}

/** Claims as given. Who says how the filter is set claims that it can be. Throws a usage error for claims that do not fit. */
export function claimsGiven({ claims, apply, adapter, target }: RunSettings): Claims | undefined {
  if (apply !== undefined && (adapter !== undefined || target?.startsWith('reference:') === true)) {
    throw usageError(
      'apply.target',
      'failed to start: --apply sets the filter of a target over HTTP, and there is none',
      'give its URL as --target; ce-conform reference --filter --forward URL serves one',
    );
  }
  const given = claims === undefined ? undefined : parseClaims(claims);
  if (apply !== undefined) return { ...(given ?? NO_CLAIMS), filters: true };
  if (given?.filters !== true) return given;
  throw usageError(
    'apply.missing',
    'failed to start: filter:cesql is claimed, and nothing says how the filter is set',
    'give the command that sets it: --apply -- COMMAND {expression}',
  );
}
