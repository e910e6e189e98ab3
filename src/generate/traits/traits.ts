// What valid events exercise of the requirements, from the most specific to the most general: a finding is named after the
// first trait that fits what differs.
import { BROKER_LINES, BROKER_PARTS } from './brokers.js';
import { CORE_PARTS, CORE_VALUES } from './core.js';
import { HTTP_PARTS, HTTP_VALUES } from './http.js';
import { JSON_DATA, JSON_TYPES } from './json.js';
import { MODES } from './modes.js';
import type { Trait } from './types.js';

export const TRAITS: readonly Trait[] = [
  ...HTTP_VALUES,
  ...CORE_VALUES,
  ...JSON_DATA,
  ...JSON_TYPES,
  ...HTTP_PARTS,
  ...BROKER_PARTS,
  ...CORE_PARTS,
  ...BROKER_LINES,
  ...MODES,
];
