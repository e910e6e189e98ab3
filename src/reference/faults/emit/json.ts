// Faults of a producer against the JSON format.
import type { Fault } from '../../fault.js';

export const JSON_EMIT_FAULTS: readonly Fault[] = [];
