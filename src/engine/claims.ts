// What a target says it supports. Claimed is mandatory; unclaimed is not applicable, but probed once.
import { CARRIERS, type Carrier } from './case.js';
import { usageError } from './error.js';

export interface Claims {
  readonly carriers: ReadonlySet<Carrier>;
  /** Whether the target (or its owner) said so, or the probes did. */
  readonly declared: boolean;
}

/** Claims of a target that supports all there is. */
export const ALL_CLAIMS: Claims = { carriers: new Set(CARRIERS), declared: true };

/** Claims as given on the command line or in the configuration: `http-binary`, `decode:http-binary` and so on. */
export function parseClaims(given: readonly string[]): Claims {
  const carriers = given.map((claim): Carrier => {
    const name = claim.trim().replace(/^decode:/, '');
    const carrier = CARRIERS.find((known) => known === name);
    if (carrier !== undefined) return carrier;
    throw usageError(
      'claims.unknown',
      `failed to read the claims: saw ${JSON.stringify(claim)}`,
      `use any of ${CARRIERS.join(', ')}`,
    );
  });
  if (carriers.length === 0)
    throw usageError('claims.none', 'failed to read the claims: saw none', `use any of ${CARRIERS.join(', ')}`);
  return { carriers: new Set(carriers), declared: true };
}

/** The claims as a report holds them, in a fixed order. */
export const listClaims = (claims: Claims): readonly string[] =>
  CARRIERS.filter((carrier) => claims.carriers.has(carrier)).map((carrier) => `decode:${carrier}`);
