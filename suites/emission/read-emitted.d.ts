import type { ContentMode, HttpMessage } from '../../src/binding/http/types.js';
import type { Emitted } from './types.js';
/** Reads a message as one of the mode that was asked for; without one, as its Content-Type says. */
export declare function readEmitted(message: HttpMessage, asked?: ContentMode): Emitted;
