import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { usageError } from '../engine/error.js';

/** Writes a result to a file, and makes its folder. Throws a usage error where that cannot be done. */
export function writeOutput(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw usageError(
      'output.write',
      `failed to write ${path}: ${error instanceof Error ? error.message : String(error)}`,
      'choose another place',
    );
  }
}
