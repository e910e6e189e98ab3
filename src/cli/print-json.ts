import type { Io } from './io.js';

/** Prints a value as indented JSON: the result of every reading command under `--json`. */
export function printJson(value: object, io: Io): void {
  io.out.write(`${JSON.stringify(value, null, 2)}\n`);
}
