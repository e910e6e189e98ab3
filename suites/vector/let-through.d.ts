import type { Judgement } from '../../src/engine/judgement.js';
import type { CloudEvent } from '../../src/event/types.js';
import { type Violation } from '../../src/event/validate.js';
import type { HttpRequest } from '../../src/target/types.js';
import type { JudgedVector } from './types.js';
/** Whether what is wrong is that an attribute is missing that many write for their users. */
export declare const isFilledIn: ({ rule, attribute }: Violation) => boolean;
/**
 * The judgement of an event that came out, of the request that went in. Nothing with the values of these attributes may
 * come out; without them, the event may (as position A33 has it for header values).
 */
export declare function letThrough(vector: JudgedVector, attributes: readonly string[], request: HttpRequest | undefined, event: CloudEvent | undefined): Judgement;
