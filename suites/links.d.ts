import type { Requirement } from '../src/engine/requirement.js';
import type { SpecVersion } from '../src/event/types.js';
import { type Registry } from './registry.js';
/**
 * The URL of the section that holds a requirement, with the anchor of that version. A requirement that only the other
 * version has is linked there.
 */
export declare function sectionLink(requirement: Requirement, spec: SpecVersion, registry?: Registry): string;
