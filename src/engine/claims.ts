// What a target says it supports. Claimed is mandatory; unclaimed is not applicable, but probed once.
import { BINDINGS, type Binding } from '../binding/types.js';
import type { KeyChoice } from '../target/types.js';
import { CARRIERS, type Carrier, carriersOf, formOf } from './carriers.js';
import { type Case, isCarrier, type Way } from './case.js';
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
  /** How the key of a Kafka record can come about: given by its user, or mapped from `partitionkey` by an opt-in. */
  readonly keys: ReadonlySet<KeyChoice['kind']>;
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
  keys: new Set(),
  evaluates: false,
  userFunctions: false,
  filters: false,
  declared: true,
};

/** Claims of a receiver that reads all that a binding has. */
export const allClaims = (binding: Binding): Claims => ({ ...NO_CLAIMS, decodes: new Set(carriersOf([binding])) });

const VALIDATION = ['validation', 'validate'];

const VALID_ONLY = 'encode:valid-only';

const KEYS: Readonly<Record<KeyChoice['kind'], string>> = { given: 'encode:kafka-key', mapper: 'encode:kafka-mapper' };

const KEY_KINDS = ['given', 'mapper'] as const;

const EVALUATES = 'evaluate:cesql';

const USER_FUNCTIONS = 'evaluate:functions';

const FILTERS = 'filter:cesql';

const WORDS = [
  ...CARRIERS,
  ...CARRIERS.flatMap((carrier) => [`decode:${carrier}`, `encode:${carrier}`]),
  VALID_ONLY,
  ...Object.values(KEYS),
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
    keys: new Set(KEY_KINDS.filter((kind) => known.has(KEYS[kind]))),
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
    keys: new Set([...own.keys, ...given.keys]),
    evaluates: own.evaluates || given.evaluates,
    ...(given.errorMode === undefined ? {} : { errorMode: given.errorMode }),
    userFunctions: own.userFunctions || given.userFunctions,
    filters: own.filters || given.filters,
  };
}

/** The claims as a report holds them, in a fixed order. */
export const listClaims = ({ decodes, encodes, validates, validOnly, keys, ...engine }: Claims): readonly string[] => [
  ...CARRIERS.filter((carrier) => decodes.has(carrier)).map((carrier) => `decode:${carrier}`),
  ...CARRIERS.filter((carrier) => encodes.has(carrier)).map((carrier) => `encode:${carrier}`),
  ...(validOnly ? [VALID_ONLY] : []),
  ...KEY_KINDS.filter((kind) => keys.has(kind)).map((kind) => KEYS[kind]),
  ...(validates ? ['validate'] : []),
  ...(engine.evaluates ? [EVALUATES] : []),
  ...(engine.errorMode === undefined ? [] : [`evaluate:${engine.errorMode}`]),
  ...(engine.userFunctions ? [USER_FUNCTIONS] : []),
  ...(engine.filters ? [FILTERS] : []),
];

/** The bindings that the claims speak of, in a fixed order. */
export const bindingsClaimed = ({ decodes, encodes }: Pick<Claims, 'decodes' | 'encodes'>): readonly Binding[] =>
  BINDINGS.filter((binding) => carriersOf([binding]).some((carrier) => decodes.has(carrier) || encodes.has(carrier)));

/** Whether an event can be passed on alone: a batch is another message than the one that came in. */
export const canPassOn = ({ encodes }: Pick<Claims, 'encodes'>, binding?: Binding): boolean =>
  [...encodes].some((carrier) => {
    const form = formOf(carrier);
    return form.mode !== 'batch' && (binding === undefined || form.binding === binding);
  });

/** The claim that a case is about and the target does not make; undefined for a case that applies. */
export function missingClaim(
  { task, carrier, userFunctions, key }: Pick<Case, 'task' | 'carrier' | 'userFunctions' | 'key'>,
  claims: Claims,
): string | undefined {
  switch (task) {
    case 'decode':
    case 'forward':
      return isOneOf(carrier, claims.decodes) ? undefined : `decode:${carrier}`;
    case 'encode':
      if (!isOneOf(carrier, claims.encodes)) return `encode:${carrier}`;
      return key === undefined || claims.keys.has(key) ? undefined : KEYS[key];
    case 'evaluate':
      if (!claims.evaluates) return EVALUATES;
      return userFunctions === true && !claims.userFunctions ? USER_FUNCTIONS : undefined;
    case 'filter':
      return claims.filters ? undefined : FILTERS;
    case 'capture':
    case 'relay':
      return undefined;
  }
}

const isOneOf = (way: Way, carriers: ReadonlySet<Carrier>): boolean => isCarrier(way) && carriers.has(way);
