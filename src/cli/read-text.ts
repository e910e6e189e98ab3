// Texts that a user names: read whole, within bounds, as UTF-8.
import { closeSync, openSync, readSync } from 'node:fs';
import { usageError } from '../engine/error.js';

/** A file to read, and what its errors say. */
export interface TextSource {
  readonly file: string;
  /** Codes of errors begin with it. */
  readonly kind: string;
  readonly isOptional: boolean;
  /** What to do where the file cannot be read. */
  readonly hint: string;
}

/** More than anyone writes by hand; keeps a device or a wrong file from being read to its end. */
export const MAX_BYTES: number = 1024 * 1024;

/** The text, or undefined where an optional file is not there. Throws a usage error for a file that cannot be read. */
export function readText(source: TextSource): string | undefined {
  const bytes = read(source);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageError(`${source.kind}.encoding`, `failed to read ${source.file}: it is not UTF-8`, 'save it as UTF-8');
  }
}

function read({ file, kind, isOptional, hint }: TextSource): Uint8Array | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const buffer = Buffer.alloc(MAX_BYTES + 1);
      let length = 0;
      for (let more = 1; more > 0 && length < buffer.length; length += more)
        more = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (length > MAX_BYTES) throw new Error(`it has more than ${MAX_BYTES} bytes`);
      return buffer.subarray(0, length);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (isOptional && code === 'ENOENT') return undefined;
    throw usageError(`${kind}.unreadable`, `failed to read ${file}: ${reasonOf(code, error)}`, hint);
  }
}

function reasonOf(code: unknown, error: unknown): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'there is no permission to read it';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
