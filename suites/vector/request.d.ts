import type { Carrier } from '../../src/engine/case.js';
import type { HttpRequest } from '../../src/target/types.js';
import { type BaseEvent } from './event.js';
import type { Vector } from './types.js';
/** The requests of a vector over one carrier; its token is in them already. */
export declare function requestsOf(vector: Vector, base: BaseEvent, carrier: Carrier): readonly HttpRequest[];
