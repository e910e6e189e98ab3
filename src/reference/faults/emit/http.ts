// Faults of a producer against the HTTP binding.
import type { Fault } from '../../fault.js';
import { ATTRIBUTE_EMIT_FAULTS } from './http/attributes.js';
import { BODY_EMIT_FAULTS } from './http/body.js';
import { CONTENT_TYPE_EMIT_FAULTS } from './http/content-type.js';
import { ENCODING_EMIT_FAULTS } from './http/encoding.js';
import { MODE_EMIT_FAULTS } from './http/modes.js';
import { STRUCTURED_EMIT_FAULTS } from './http/structured.js';

export const HTTP_EMIT_FAULTS: readonly Fault[] = [
  ...MODE_EMIT_FAULTS,
  ...CONTENT_TYPE_EMIT_FAULTS,
  ...BODY_EMIT_FAULTS,
  ...ATTRIBUTE_EMIT_FAULTS,
  ...ENCODING_EMIT_FAULTS,
  ...STRUCTURED_EMIT_FAULTS,
];
