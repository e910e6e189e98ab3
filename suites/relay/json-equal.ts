import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../../src/event/types.js';

/** Whether two JSON values are the same; the order of members means nothing. */
export const jsonEqual = (one: JsonValue, other: JsonValue): boolean => isDeepStrictEqual(one, other);
