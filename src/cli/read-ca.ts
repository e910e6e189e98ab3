import { readFileSync } from 'node:fs';
import { usageError } from '../engine/error.js';

/** The PEM text of `--ca`. Throws a usage error. */
export function readCa(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError(
      'ca.unreadable',
      `failed to read the certificate authority: ${error instanceof Error ? error.message : String(error)}`,
      'give a PEM file as --ca',
    );
  }
}
