import type { Message } from '../binding/types.js';

/** What the producer makes of the events it was asked to emit. */
export type Emission =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'refused'; readonly reason: string };
