// `ce-conform.yaml`: the settings of a run, for those who do not want to repeat them.
import { closeSync, openSync, readSync } from 'node:fs';
import { usageError } from '../engine/error.js';
import type { RunSettings } from './options.js';

/** The file that is found by itself, in the working directory. */
export const CONFIG_FILE = 'ce-conform.yaml';

/** More than anyone writes by hand; keeps a device or a wrong file from being read to its end. */
const MAX_BYTES = 1024 * 1024;

/**
 * The settings of a configuration file: of `path`, which then must exist, or of `ce-conform.yaml`, if there is one. An
 * empty file sets nothing. Every error is a usage error that names the file and, where there is one, line and column.
 */
export async function readConfig(path: string | undefined): Promise<RunSettings> {
  const bytes = read(path ?? CONFIG_FILE, path === undefined);
  if (bytes === undefined) return {};
  const { parseConfig } = await import('./parse-config.js');
  return parseConfig(textOf(bytes, path ?? CONFIG_FILE), path ?? CONFIG_FILE);
}

function read(file: string, isOptional: boolean): Uint8Array | undefined {
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
    throw usageError(
      'config.unreadable',
      `failed to read ${file}: ${reasonOf(code, error)}`,
      isOptional ? 'make it a readable file, or remove it' : 'give a readable YAML file as --config',
    );
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

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageError('config.encoding', `failed to read ${file}: it is not UTF-8`, 'save it as UTF-8');
  }
}
