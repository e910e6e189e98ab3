// A program that reads from a broker and replies to it, started by the harness: where, its command line and its environment say.
import { usageError } from '../engine/error.js';
import { type Program, startProgram } from '../target/program.js';
import type { OpenedTarget } from './opened-target.js';
import type { RunHooks } from './run-hooks.js';

/** The placeholders of its command line, and the variables that say the same. */
const PLACES = { in: 'CE_CONFORM_IN', reply: 'CE_CONFORM_REPLY' } as const;

/** Starts the program behind two dashes. Throws a usage error for one that cannot be started. */
export async function startReader(
  argv: readonly string[],
  { topics }: Pick<OpenedTarget, 'topics'>,
  env: Readonly<Record<string, string>>,
  { onLine }: RunHooks,
): Promise<Program> {
  const fill = (text: string): string =>
    text.replaceAll('{in}', topics?.in ?? '{in}').replaceAll('{reply}', topics?.reply ?? '{reply}');
  const places = topics === undefined ? {} : { [PLACES.in]: topics.in, [PLACES.reply]: topics.reply };
  const started = await startProgram(argv.map(fill), {
    env: { ...process.env, ...env, ...places },
    onLine: onLine ?? (() => undefined),
  });
  if (started.kind === 'program') return started.program;
  throw usageError(
    'program.start',
    started.message,
    'give its command line after two dashes: -- node consumer.mjs {in} {reply}; there is no shell in between',
  );
}
