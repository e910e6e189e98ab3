import type { Fault } from '../fault.js';
import { ATTRIBUTE_FAULTS } from './json/attributes.js';
import { BASE64_FAULTS } from './json/base64.js';
import { BATCH_FAULTS } from './json/batch.js';
import { DATA_FAULTS } from './json/data.js';
import { ENVELOPE_FAULTS } from './json/envelope.js';

/** Faults for what receivers must do by the json document. */
export const JSON_FAULTS: readonly Fault[] = [
  ...ENVELOPE_FAULTS,
  ...ATTRIBUTE_FAULTS,
  ...DATA_FAULTS,
  ...BASE64_FAULTS,
  ...BATCH_FAULTS,
];
