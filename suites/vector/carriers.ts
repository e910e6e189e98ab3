// The carriers of a vector: named one by one, or by a mode, which stands for that mode of every binding that has it.
import { CARRIERS, type Carrier, formOf } from '../../src/engine/carriers.js';
import type { CarrierName } from './types.js';

/** The carriers that these names stand for, in the order of the names. */
export const carriersNamed = (names: readonly CarrierName[]): readonly Carrier[] => [
  ...new Set(names.flatMap((name) => CARRIERS.filter((carrier) => carrier === name || formOf(carrier).mode === name))),
];
