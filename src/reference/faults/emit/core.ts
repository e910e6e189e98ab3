// Faults of a producer against the core document.
import type { Fault } from '../../fault.js';

export const CORE_EMIT_FAULTS: readonly Fault[] = [];
