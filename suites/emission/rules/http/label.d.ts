import { type ContentModeOf } from '../../../../src/binding/http/mode.js';
import type { Emitted } from '../../types.js';
/** The mode and the event format that the Content-Type of a message names. */
export declare const labelOf: ({ message }: Pick<Emitted, 'message'>) => ContentModeOf;
