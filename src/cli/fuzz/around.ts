// What a target needs around it, for a command that is no run: containers where they are asked for, and where notes go.
import { safe } from '../../report/text/safe.js';
import type { Io } from '../io.js';
import type { RunSettings } from '../options.js';
import type { Progress } from '../progress.js';
import type { RunHooks } from '../run-hooks.js';

export interface Around {
  readonly settings: RunSettings;
  readonly env: Readonly<Record<string, string>>;
  readonly hooks: RunHooks;
}

/** Does some work with what the settings ask for around the target; takes it away again. */
export async function around<T>(
  settings: RunSettings,
  { io, progress }: { readonly io: Io; readonly progress: Progress },
  work: (surrounded: Around) => Promise<T>,
): Promise<T> {
  const hooks: RunHooks = {
    signal: io.signal,
    onNote: progress.say,
    onLine: (line) => progress.say(safe(line.replaceAll('\t', '  '))),
  };
  if (settings.with === undefined && settings.image === undefined) return work({ settings, env: {}, hooks });
  const { openSurroundings } = await import('../surroundings.js');
  const surroundings = await openSurroundings(settings, hooks);
  try {
    return await work({ settings: surroundings.settings, env: surroundings.env, hooks });
  } finally {
    await surroundings.close();
  }
}
