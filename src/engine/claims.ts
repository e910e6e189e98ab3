// What a target says it supports. Claimed is mandatory; unclaimed is not applicable, but probed once.
import { CARRIERS, type Carrier, type Case } from './case.js';
import { usageError } from './error.js';

export interface Claims {
  /** Message forms that it reads. */
  readonly decodes: ReadonlySet<Carrier>;
  /** Message forms that it writes. */
  readonly encodes: ReadonlySet<Carrier>;
  /** Whether it tells valid events from invalid ones, so that invalid input is judged too. */
  readonly validates: boolean;
  /** Whether it refuses to write invalid events, or repairs them, so that what it writes of them is judged. */
  readonly validOnly: boolean;
  /** Whether the target (or its owner) said so, or the probes did. */
  readonly declared: boolean;
}

/** Claims of a receiver that reads all there is. */
export const ALL_CLAIMS: Claims = {
  decodes: new Set(CARRIERS),
  encodes: new Set(),
  validates: false,
  validOnly: false,
  declared: true,
};

const VALIDATION = ['validation', 'validate'];

const VALID_ONLY = 'encode:valid-only';

const WORDS = [
  ...CARRIERS,
  ...CARRIERS.flatMap((carrier) => [`decode:${carrier}`, `encode:${carrier}`]),
  VALID_ONLY,
  ...VALIDATION,
];

/** Claims as given on the command line or in the configuration: `http-binary`, `decode:http-binary`, `validation`. */
export function parseClaims(given: readonly string[]): Claims {
  const words = given.map((claim) => claim.trim());
  const unknown = words.find((word) => !WORDS.includes(word));
  if (unknown !== undefined) {
    throw usageError(
      'claims.unknown',
      `failed to read the claims: saw ${JSON.stringify(unknown)}`,
      `use any of ${[...CARRIERS, 'validation'].join(', ')}`,
    );
  }
  if (words.length === 0)
    throw usageError('claims.none', 'failed to read the claims: saw none', `use any of ${CARRIERS.join(', ')}`);
  return claimsOf(words);
}

/** Claims as an adapter says them. Words of another meaning, or of none, say nothing here. */
export function claimsOf(words: readonly string[]): Claims {
  const known = new Set(words.map((word) => word.trim()));
  return {
    decodes: new Set(CARRIERS.filter((carrier) => known.has(carrier) || known.has(`decode:${carrier}`))),
    encodes: new Set(CARRIERS.filter((carrier) => known.has(`encode:${carrier}`))),
    validates: VALIDATION.some((word) => known.has(word)),
    validOnly: known.has(VALID_ONLY),
    declared: true,
  };
}

/** What somebody else claims for a target beats what it says of itself; a claim to validate alone adds to it. */
export function overruled(own: Claims, given: Claims | undefined): Claims {
  if (given === undefined) return own;
  if (given.decodes.size + given.encodes.size > 0) return given;
  return { ...own, validates: own.validates || given.validates, validOnly: own.validOnly || given.validOnly };
}

/** The claims as a report holds them, in a fixed order. */
export const listClaims = ({ decodes, encodes, validates, validOnly }: Claims): readonly string[] => [
  ...CARRIERS.filter((carrier) => decodes.has(carrier)).map((carrier) => `decode:${carrier}`),
  ...CARRIERS.filter((carrier) => encodes.has(carrier)).map((carrier) => `encode:${carrier}`),
  ...(validOnly ? [VALID_ONLY] : []),
  ...(validates ? ['validate'] : []),
];

/** Whether an event can be passed on alone: a batch is another message than the one that came in. */
export const canPassOn = ({ encodes }: Pick<Claims, 'encodes'>): boolean =>
  encodes.has('http-binary') || encodes.has('http-structured');

/** The claim that a case is about and the target does not make; undefined for a case that applies. */
export function missingClaim({ task, carrier }: Pick<Case, 'task' | 'carrier'>, claims: Claims): string | undefined {
  switch (task) {
    case 'decode':
    case 'forward':
      return claims.decodes.has(carrier) ? undefined : `decode:${carrier}`;
    case 'encode':
      return claims.encodes.has(carrier) ? undefined : `encode:${carrier}`;
    case 'capture':
      return undefined;
  }
}
