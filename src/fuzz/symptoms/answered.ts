import type { Observed } from '../../engine/observed.js';
import type { Shot } from '../shot.js';

/** One question of a trial, and what came of it. */
export interface Answered {
  readonly shot: Shot;
  readonly observed: Observed;
}
