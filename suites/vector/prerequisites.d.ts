import type { Carrier, Prerequisite } from '../../src/engine/case.js';
import type { Vector } from './types.js';
/** A most ordinary event, with data. Everything else over a carrier rests on its acceptance there. */
export declare const BASELINE = "core.attr.minimal/ordinary";
/** An event with neither data nor a type of it. Every other such event rests on its acceptance. */
export declare const BARE = "core.attr.minimal/plain";
/** The prerequisites of a vector over one carrier, itself left out. */
export declare function prerequisitesOf(vector: Vector, carrier: Carrier): readonly Prerequisite[];
/**
 * `+id` asks for a pass, `id` for acceptance; `id@carrier` rests on it over that carrier alone. `~id@carrier`: whatever the
 * carrier of the case, on that one, as far as it is part of the run.
 */
export declare function prerequisite(text: string, carrier: Carrier): readonly Prerequisite[];
