// Every fault of a producer. A requirement that a producer must keep has at least one.
import type { Fault } from '../../fault.js';
import { CORE_EMIT_FAULTS } from './core.js';
import { HTTP_EMIT_FAULTS } from './http.js';
import { JSON_EMIT_FAULTS } from './json.js';

export const EMIT_FAULTS: readonly Fault[] = [...CORE_EMIT_FAULTS, ...JSON_EMIT_FAULTS, ...HTTP_EMIT_FAULTS];
