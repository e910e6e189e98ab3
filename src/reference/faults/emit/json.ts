// Faults of a producer against the JSON format.
import type { Fault } from '../../fault.js';
import { BASE64_EMIT_FAULTS } from './json/base64.js';
import { BATCH_EMIT_FAULTS } from './json/batch.js';
import { DATA_EMIT_FAULTS } from './json/data.js';
import { ENVELOPE_EMIT_FAULTS } from './json/envelope.js';
import { TYPE_EMIT_FAULTS } from './json/types.js';

export const JSON_EMIT_FAULTS: readonly Fault[] = [
  ...ENVELOPE_EMIT_FAULTS,
  ...TYPE_EMIT_FAULTS,
  ...DATA_EMIT_FAULTS,
  ...BASE64_EMIT_FAULTS,
  ...BATCH_EMIT_FAULTS,
];
