import type { HttpMessage } from '../binding/http/types.js';

/** What the producer makes of the events it was asked to emit. */
export type Emission =
  | { readonly kind: 'message'; readonly message: HttpMessage }
  | { readonly kind: 'refused'; readonly reason: string };
