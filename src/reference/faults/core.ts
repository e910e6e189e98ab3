import type { Fault } from '../fault.js';
import { ATTRIBUTE_FAULTS, DATA_FAULTS } from './core/events.js';
import { EXTENSION_FAULTS, NAME_FAULTS } from './core/names.js';
import { STRING_FAULTS } from './core/strings.js';
import { INTEGER_FAULTS, TIME_FAULTS, URI_FAULTS } from './core/values.js';

/** Faults for what receivers must do by the core document. */
export const CORE_FAULTS: readonly Fault[] = [
  ...ATTRIBUTE_FAULTS,
  ...NAME_FAULTS,
  ...STRING_FAULTS,
  ...INTEGER_FAULTS,
  ...URI_FAULTS,
  ...TIME_FAULTS,
  ...EXTENSION_FAULTS,
  ...DATA_FAULTS,
];
