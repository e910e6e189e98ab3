import type { Case } from '../../src/engine/case.js';
import type { Requirement } from '../../src/engine/requirement.js';
import { type BaseEvent } from '../vector/event.js';
import type { FilterVector } from './types.js';
/** What the filter FALSE holds back: who lets it through has no filter at all. */
export declare const CLOSED = "cesql.filter.bool/literal-false";
/** The case of one vector. */
export declare function filterCaseOf(vector: FilterVector, requirement: Requirement, base: BaseEvent): Case;
