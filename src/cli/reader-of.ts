import type { Program } from '../target/program.js';
import type { OpenedTarget } from './opened-target.js';
import type { RunSettings } from './options.js';
import type { RunHooks } from './run-hooks.js';

/** Starts the program that reads from the broker, where one stands behind the target. Throws a usage error for one that cannot be started. */
export async function readerOf(
  { program, target }: RunSettings,
  opened: OpenedTarget,
  env: Readonly<Record<string, string>>,
  hooks: RunHooks,
): Promise<Program | undefined> {
  if (program === undefined || target === undefined) return undefined;
  const { startReader } = await import('./start-reader.js');
  return startReader(program, opened, env, hooks);
}
