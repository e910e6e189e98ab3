// A fuzzer makes garbage all the time and keeps next to nothing. Left alone, V8 lets its heap grow to several times what is kept
// before it collects, and to how many differs from run to run. A worker is one of many: it had better take little, and always the same.
import { setFlagsFromString } from 'node:v8';

/** Percent by which the heap may outgrow what the last collection left. */
const GROWTH = 50;

/** From here on this process collects its garbage early. It takes no time that can be measured. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
