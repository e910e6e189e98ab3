// What a target says it supports. Claimed is mandatory; unclaimed is not applicable, but probed once.
import { CARRIERS, type Carrier, type Case, type Way } from './case.js';
import { usageError } from './error.js';
import { ERROR_MODES, type ErrorMode } from './error-mode.js';

export interface Claims {
  /** Message forms that it reads. */
  readonly decodes: ReadonlySet<Carrier>;
  /** Message forms that it writes. */
  readonly encodes: ReadonlySet<Carrier>;
  /** Whether it tells valid events from invalid ones, so that invalid input is judged too. */
  readonly validates: boolean;
  /** Whether it refuses to write invalid events, or repairs them, so that what it writes of them is judged. */
  readonly validOnly: boolean;
  /** Whether it gives the values of CESQL expressions. */
  readonly evaluates: boolean;
  /** How its engine goes on after an error, where it says so. */
  readonly errorMode?: ErrorMode;
  /** Whether its engine takes user functions, and has those that the adapter protocol names. */
  readonly userFunctions: boolean;
  /** Whether a CESQL expression can be made the filter of what it passes on. */
  readonly filters: boolean;
  /** Whether the target (or its owner) said so, or the probes did. */
  readonly declared: boolean;
}

/** Claims of who has said that it does nothing. */
export const NO_CLAIMS: Claims = {
  decodes: new Set(),
  encodes: new Set(),
  validates: false,
  validOnly: false,
  evaluates: false,
  userFunctions: false,
  filters: false,
  declared: true,
};

/** Claims of a receiver that reads all there is. */
export const ALL_CLAIMS: Claims = { ...NO_CLAIMS, decodes: new Set(CARRIERS) };

const VALIDATION = ['validation', 'validate'];

const VALID_ONLY = 'encode:valid-only';

const EVALUATES = 'evaluate:cesql';

const USER_FUNCTIONS = 'evaluate:functions';

const FILTERS = 'filter:cesql';

const WORDS = [
  ...CARRIERS,
  ...CARRIERS.flatMap((carrier) => [`decode:${carrier}`, `encode:${carrier}`]),
  VALID_ONLY,
  ...VALIDATION,
  EVALUATES,
  USER_FUNCTIONS,
  ...ERROR_MODES.map((mode) => `evaluate:${mode}`),
  FILTERS,
];

/** Claims as given on the command line or in the configuration: `http-binary`, `decode:http-binary`, `validation`. */
export function parseClaims(given: readonly string[]): Claims {
  const words = given.map((claim) => claim.trim());
  const unknown = words.find((word) => !WORDS.includes(word));
  if (unknown !== undefined) {
    throw usageError(
      'claims.unknown',
      `failed to read the claims: saw ${JSON.stringify(unknown)}`,
      `use any of ${[...CARRIERS, 'validation', FILTERS].join(', ')}`,
    );
  }
  if (words.length === 0)
    throw usageError('claims.none', 'failed to read the claims: saw none', `use any of ${CARRIERS.join(', ')}`);
  return claimsOf(words);
}

/** Claims as an adapter says them. Words of another meaning, or of none, say nothing here. */
export function claimsOf(words: readonly string[]): Claims {
  const known = new Set(words.map((word) => word.trim()));
  const errorMode = ERROR_MODES.find((mode) => known.has(`evaluate:${mode}`));
  return {
    decodes: new Set(CARRIERS.filter((carrier) => known.has(carrier) || known.has(`decode:${carrier}`))),
    encodes: new Set(CARRIERS.filter((carrier) => known.has(`encode:${carrier}`))),
    validates: VALIDATION.some((word) => known.has(word)),
    validOnly: known.has(VALID_ONLY),
    evaluates: known.has(EVALUATES),
    ...(errorMode === undefined ? {} : { errorMode }),
    userFunctions: known.has(USER_FUNCTIONS),
    filters: known.has(FILTERS),
    declared: true,
  };
}

/** What somebody else claims for a target beats what it says of itself; claims that name no message form add to it. */
export function overruled(own: Claims, given: Claims | undefined): Claims {
  if (given === undefined) return own;
  if (given.decodes.size + given.encodes.size > 0) return given;
  return {
    ...own,
    validates: own.validates || given.validates,
    validOnly: own.validOnly || given.validOnly,
    evaluates: own.evaluates || given.evaluates,
    ...(given.errorMode === undefined ? {} : { errorMode: given.errorMode }),
    userFunctions: own.userFunctions || given.userFunctions,
    filters: own.filters || given.filters,
  };
}

/** The claims as a report holds them, in a fixed order. */
export const listClaims = ({ decodes, encodes, validates, validOnly, ...engine }: Claims): readonly string[] => [
  ...CARRIERS.filter((carrier) => decodes.has(carrier)).map((carrier) => `decode:${carrier}`),
  ...CARRIERS.filter((carrier) => encodes.has(carrier)).map((carrier) => `encode:${carrier}`),
  ...(validOnly ? [VALID_ONLY] : []),
  ...(validates ? ['validate'] : []),
  ...(engine.evaluates ? [EVALUATES] : []),
  ...(engine.errorMode === undefined ? [] : [`evaluate:${engine.errorMode}`]),
  ...(engine.userFunctions ? [USER_FUNCTIONS] : []),
  ...(engine.filters ? [FILTERS] : []),
];

/** Whether an event can be passed on alone: a batch is another message than the one that came in. */
export const canPassOn = ({ encodes }: Pick<Claims, 'encodes'>): boolean =>
  encodes.has('http-binary') || encodes.has('http-structured');

/** The claim that a case is about and the target does not make; undefined for a case that applies. */
export function missingClaim(
  { task, carrier, userFunctions }: Pick<Case, 'task' | 'carrier' | 'userFunctions'>,
  claims: Claims,
): string | undefined {
  switch (task) {
    case 'decode':
    case 'forward':
      return isOneOf(carrier, claims.decodes) ? undefined : `decode:${carrier}`;
    case 'encode':
      return isOneOf(carrier, claims.encodes) ? undefined : `encode:${carrier}`;
    case 'evaluate':
      if (!claims.evaluates) return EVALUATES;
      return userFunctions === true && !claims.userFunctions ? USER_FUNCTIONS : undefined;
    case 'filter':
      return claims.filters ? undefined : FILTERS;
    case 'capture':
      return undefined;
  }
}

const isOneOf = (way: Way, carriers: ReadonlySet<Carrier>): boolean =>
  way !== 'evaluate' && way !== 'filter' && carriers.has(way);
