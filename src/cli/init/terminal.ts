import type { Readable, Writable } from 'node:stream';

/** Where questions are asked, and answered. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}
