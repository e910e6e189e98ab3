import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
/**
 * The judgement where a question had no answer; undefined where all had one. Who breaks down over a valid expression has
 * not evaluated it; over what is no expression, that is a matter of robustness, of which the text says nothing.
 */
export declare function noAnswer({ reactions }: Observed, isInvalid: boolean): Judgement | undefined;
