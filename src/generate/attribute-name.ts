// Names of extensions ("Attribute Naming Convention"), which no core attribute and no member of the JSON format has.
//
//   name = 1*( %x61-7A / DIGIT )      lower-case letters and digits; more than 20 are legal, though not advised
import fc from 'fast-check';
import { isCoreAttribute } from '../event/names.js';

/** Names that objects of many languages have already, and names at the edge. */
const TRAPS: readonly string[] = [
  'constructor',
  'hasownproperty',
  'tostring',
  '1st',
  '0',
  'a'.repeat(64),
  'traceparent',
];

/** A legal name of an extension. */
export const extensionName: fc.Arbitrary<string> = fc
  .oneof({ arbitrary: fc.stringMatching(/^[a-z0-9]{1,24}$/), weight: 4 }, fc.constantFrom(...TRAPS))
  .filter((name) => !isCoreAttribute(name) && name !== 'data');
