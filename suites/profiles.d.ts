import type { Profile } from '../src/engine/suite.js';
/** The profiles: a role, and what has to be visible of it. */
export declare const PROFILES: readonly Profile[];
