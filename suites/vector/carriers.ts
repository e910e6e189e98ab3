// The carriers of a vector: named one by one, or by a mode, which stands for that mode of every binding that has it.
import { CARRIERS, type Carrier, formOf } from '../../src/engine/carriers.js';
import type { CarrierName } from './types.js';

/** The carriers that these names stand for, in a fixed order. */
export const carriersNamed = (names: readonly CarrierName[]): readonly Carrier[] =>
  CARRIERS.filter((carrier) => names.includes(carrier) || names.includes(formOf(carrier).mode));
