// Faults that fixed vectors may miss, for whoever looks for more: they are no part of the selftest, which wants each of its
// own noticed by the suite.
import type { Fault } from '../fault.js';
import { SUBTLE_ATTRIBUTES } from './attributes.js';
import { SUBTLE_BATCHES } from './batch.js';
import { SUBTLE_DATA } from './data.js';
import { SUBTLE_HEADERS } from './headers.js';
import { SUBTLE_JSON_TEXT } from './json-text.js';
import { SUBTLE_SERVING } from './serving.js';
import { SUBTLE_VALIDATION } from './validation.js';
import { SUBTLE_VALUES } from './values.js';

/** What a receiver over HTTP may do wrong on a few inputs alone. */
export const SUBTLE_FAULTS: readonly Fault[] = [
  ...SUBTLE_ATTRIBUTES,
  ...SUBTLE_VALUES,
  ...SUBTLE_HEADERS,
  ...SUBTLE_JSON_TEXT,
  ...SUBTLE_DATA,
  ...SUBTLE_BATCHES,
  ...SUBTLE_VALIDATION,
  ...SUBTLE_SERVING,
];
