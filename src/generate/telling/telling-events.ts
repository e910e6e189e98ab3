// The events that every encoder and decoder is asked about, whatever the seed is.
import { BATCHES } from './batches.js';
import { DATA } from './data.js';
import { NAMES } from './names.js';
import { STRINGS } from './strings.js';
import type { Telling } from './telling.js';
import { TYPES } from './types.js';

/** All of them, from the plain to the peculiar. Names are unique. */
export const TELLING_EVENTS: readonly Telling[] = [...NAMES, ...STRINGS, ...TYPES, ...DATA, ...BATCHES];
