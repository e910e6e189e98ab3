// What stands between the harness and a program: three streams and an end. A process is one, and so is a pair of streams.
import type { Readable, Writable } from 'node:stream';
import type { AdapterFailure } from './protocol.js';

/** One life of a program. */
export interface Link {
  /** What the program reads. */
  readonly input: Writable;
  /** What the program writes. */
  readonly output: Readable;
  /** Its stderr, where it has one. */
  readonly errors?: Readable;
  /** Resolves once it has ended and all of its output was read, with how: `exit code 3`. Never rejects. */
  readonly ended: Promise<string>;
  /** Ends it whether it agrees or not. `ended` says when it is gone. */
  kill(): void;
}

/** A life that began, or why there is none. */
export type Opened =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'failure'; readonly failure: AdapterFailure };
