// How events are written: in which form, and how needlessly different from the plainest spelling. Plain data.
import type { Form } from '../../binding/encode-message.js';
import type { JsonStyle } from '../../format/write-json.js';

/** Everything about a message that means nothing: a receiver has to understand all of it alike. */
export interface Spelling {
  /** 0: attributes, or members of JSON, as they are. Else the seed of a permutation of them, data among the members. */
  readonly order: number;
  /** Never `compact`: an answer of the very same bytes counts as a copy, and shows nothing. */
  readonly style: Exclude<JsonStyle, 'compact'>;
  /** `needless`: `\u` in JSON and percent sequences in headers of HTTP for characters that need none. */
  readonly escapes: 'none' | 'needless';
  /** The case of header names of HTTP; elsewhere it counts, so it is left alone. */
  readonly names: 'lower' | 'upper' | 'mixed';
  /** Bytes of a TCP segment; of HTTP alone, and a matter of whoever sends it. */
  readonly pieces?: number;
}

/** The plainest spelling, which all others shrink to. */
export const PLAIN: Spelling = { order: 0, style: 'spaced', escapes: 'none', names: 'lower' };

/** A form, and a spelling in it. */
export interface Writing {
  readonly form: Form;
  readonly spelling: Spelling;
}
