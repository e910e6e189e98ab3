import type { Carrier, Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import { type BaseEvent } from '../vector/event.js';
import type { EncodeVector } from '../vector/types.js';
import type { EmissionRule } from './types.js';
/** The case that every other case of a producer over this carrier rests on. */
export declare const emittedBaselineOf: (carrier: Carrier) => string;
/** The cases of one vector, one for each of its carriers. */
export declare function emissionCasesOf(vector: EncodeVector, requirement: Requirement, rule: EmissionRule, base: BaseEvent): readonly Case[];
