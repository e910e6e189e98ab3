// `ce-conform.yaml`: the settings of a run, for those who do not want to repeat them.
import type { RunSettings } from './options.js';
import { readText } from './read-text.js';

/** The file that is found by itself, in the working directory. */
export const CONFIG_FILE = 'ce-conform.yaml';

/**
 * The settings of a configuration file: of `path`, which then must exist, or of `ce-conform.yaml`, if there is one. An
 * empty file sets nothing. Every error is a usage error that names the file and, where there is one, line and column.
 */
export async function readConfig(path: string | undefined): Promise<RunSettings> {
  const [file, isOptional] = [path ?? CONFIG_FILE, path === undefined];
  const hint = isOptional ? 'make it a readable file, or remove it' : 'give a readable YAML file as --config';
  const text = readText({ file, kind: 'config', isOptional, hint });
  if (text === undefined) return {};
  const { parseConfig } = await import('./parse-config.js');
  return parseConfig(text, file);
}
