// Faults of a producer against the core document.
import type { Fault } from '../../fault.js';
import { ATTRIBUTE_EMIT_FAULTS } from './core/attributes.js';
import { FORMAT_EMIT_FAULTS } from './core/json-format.js';
import { NAME_EMIT_FAULTS } from './core/names.js';
import { PRESENCE_EMIT_FAULTS } from './core/presence.js';
import { STRING_EMIT_FAULTS } from './core/strings.js';
import { TIME_EMIT_FAULTS } from './core/timestamps.js';
import { TYPE_EMIT_FAULTS } from './core/types.js';
import { URI_EMIT_FAULTS } from './core/uris.js';

export const CORE_EMIT_FAULTS: readonly Fault[] = [
  ...PRESENCE_EMIT_FAULTS,
  ...NAME_EMIT_FAULTS,
  ...TYPE_EMIT_FAULTS,
  ...STRING_EMIT_FAULTS,
  ...URI_EMIT_FAULTS,
  ...TIME_EMIT_FAULTS,
  ...ATTRIBUTE_EMIT_FAULTS,
  ...FORMAT_EMIT_FAULTS,
];
