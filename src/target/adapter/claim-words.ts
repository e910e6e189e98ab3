// The words of `supports` in version 1 of the protocol.

/** All words that mean something. */
export const CLAIM_WORDS = [
  'decode:http-binary',
  'decode:http-structured',
  'decode:http-batch',
  'encode:http-binary',
  'encode:http-structured',
  'encode:http-batch',
  'encode:valid-only',
  'evaluate:cesql',
  'evaluate:complete',
  'evaluate:fail-fast',
  'evaluate:operator',
  'evaluate:functions',
  'validate',
] as const;

/** What an engine does about errors, of which it claims one at most. */
export const ERROR_MODES = ['evaluate:complete', 'evaluate:fail-fast', 'evaluate:operator'] as const;

export type ClaimWord = (typeof CLAIM_WORDS)[number];

/** Whether a word of an adapter is one of them. */
export const isClaimWord = (word: string): word is ClaimWord => CLAIM_WORDS.some((known) => known === word);
