import type { Fault } from '../fault.js';
import { BAD_UTF8_FAULTS } from './http/bad-utf8.js';
import { BODY_FAULTS, CONTENT_TYPE_FAULTS, HEADER_FAULTS } from './http/binary.js';
import { PERCENT_FAULTS, QUOTE_FAULTS } from './http/decoding.js';
import { MODE_FAULTS } from './http/modes.js';
import { STRUCTURED_FAULTS } from './http/structured.js';

/** Faults for what receivers must do by the http document. */
export const HTTP_FAULTS: readonly Fault[] = [
  ...MODE_FAULTS,
  ...CONTENT_TYPE_FAULTS,
  ...BODY_FAULTS,
  ...HEADER_FAULTS,
  ...PERCENT_FAULTS,
  ...QUOTE_FAULTS,
  ...BAD_UTF8_FAULTS,
  ...STRUCTURED_FAULTS,
];
