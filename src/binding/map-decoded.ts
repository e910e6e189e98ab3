import type { Decoded } from '../format/types.js';

/** Changes what was decoded, and passes a rejection on. */
export function mapDecoded<From, To>(decoded: Decoded<From>, map: (value: From) => To): Decoded<To> {
  return decoded.kind === 'rejected' ? decoded : { kind: 'decoded', value: map(decoded.value) };
}
