import type { Observed } from '../../src/engine/observed.js';
import type { Seen } from './compare.js';
import type { JudgedVector } from './types.js';
export type Located = {
    readonly kind: 'none';
} | {
    readonly kind: 'copied';
} | {
    readonly kind: 'unreadable';
    readonly reason: string;
}
/** One place for each expected event, and how many more events than those came out. */
 | {
    readonly kind: 'found';
    readonly events: readonly (Seen | undefined)[];
    readonly surplus: number;
};
/**
 * Events are matched by the id that was sent; an event alone is taken for the one that was sent, so that an id which
 * was altered shows as altered rather than as lost.
 */
export declare function locate(vector: JudgedVector, observed: Observed, count: number): Located;
