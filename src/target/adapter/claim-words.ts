// The words of `supports` in version 1 of the protocol.

/** The message forms that can be read and written. */
const FORMS = [
  'http-binary',
  'http-structured',
  'http-batch',
  'kafka-binary',
  'kafka-structured',
  'mqtt5-binary',
  'mqtt5-structured',
  'mqtt3-structured',
] as const;
type FormWord = (typeof FORMS)[number];

const OTHERS = [
  'encode:valid-only',
  'encode:kafka-key',
  'encode:kafka-mapper',
  'evaluate:cesql',
  'evaluate:complete',
  'evaluate:fail-fast',
  'evaluate:operator',
  'evaluate:functions',
  'validate',
] as const;

export type ClaimWord = `decode:${FormWord}` | `encode:${FormWord}` | (typeof OTHERS)[number];

/** All words that mean something. */
export const CLAIM_WORDS: readonly ClaimWord[] = [
  ...FORMS.map((form) => `decode:${form}` as const),
  ...FORMS.map((form) => `encode:${form}` as const),
  ...OTHERS,
];

/** What an engine does about errors, of which it claims one at most. */
export const ERROR_MODES = ['evaluate:complete', 'evaluate:fail-fast', 'evaluate:operator'] as const;

/** Whether a word of an adapter is one of them. */
export const isClaimWord = (word: string): word is ClaimWord => CLAIM_WORDS.some((known) => known === word);
