// Damage without regard to any rule: nothing is asked of a target but to survive it. Plain data; every place is told in
// thousandths of what is there, so that it has a meaning in any message, and shrinks.

/** How a message of HTTP is sent. Nothing of it: whole, with its length. */
export interface Delivery {
  /** `none`: no body at all. */
  readonly framing?: 'content-length' | 'chunked' | 'none';
  /** Bytes of a TCP segment. */
  readonly pieces?: number;
  /** What the declared length is off by. */
  readonly lengthDelta?: number;
  /** The connection is closed there, in thousandths of the body. */
  readonly cutAt?: number;
}

/** One change of a message. In `text` and `bytes` a character is a byte. */
export type Step =
  | { readonly kind: 'flip'; readonly at: number; readonly mask: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: string; readonly times: number }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'truncate'; readonly at: number }
  /** One more member of the JSON object that the body is, whether or not the name is there already. */
  | { readonly kind: 'member'; readonly name: string; readonly json: string }
  /** So many arrays or objects in each other: as the body, or as a member of it. */
  | {
      readonly kind: 'nest';
      readonly levels: number;
      readonly bracket: 'array' | 'object' | 'open';
      readonly member?: string;
    }
  | { readonly kind: 'drop-line'; readonly at: number }
  | { readonly kind: 'double-line'; readonly at: number }
  /** A text in the value of a line, so many times. */
  | {
      readonly kind: 'value';
      readonly line: number;
      readonly at: number;
      readonly text: string;
      readonly times: number;
    }
  | { readonly kind: 'name'; readonly line: number; readonly style: 'upper' | 'mixed' }
  | { readonly kind: 'new-lines'; readonly name: string; readonly value: string; readonly count: number }
  /** Another media type of the whole message; null: none. */
  | { readonly kind: 'media-type'; readonly type: string | null };

export interface Mutation {
  readonly steps: readonly Step[];
  /** Of HTTP alone. */
  readonly delivery: Delivery;
}
