// Starts the program of a subject, and asks for its hello.
import type { NotRun } from '../../report/interop/types.js';
import { quoteArgument } from '../../report/text/rerun.js';
import { greet } from '../../target/adapter/greet.js';
import type { Adapter, AdapterHello } from '../../target/adapter/protocol.js';
import { startAdapter } from '../../target/adapter/start-adapter.js';
import type { SubjectEntry } from '../subjects-file.js';
import type { AskingOptions } from './asking.js';

export type Started =
  | { readonly kind: 'started'; readonly entry: SubjectEntry; readonly adapter: Adapter; readonly hello: AdapterHello }
  | { readonly kind: 'not-run'; readonly notRun: NotRun };

/** A program that dies of every event ends the run of nobody: it is started again so often, and then not asked any more. */
const RESTARTS = 60;

/** Within that a virtual machine starts on a busy machine, however fast its replies have to be. */
const START_MS = 10_000;

/** Whoever calls closes the adapter. */
export async function startSubject(entry: SubjectEntry, options: AskingOptions): Promise<Started> {
  const adapter = startAdapter(entry.run, { restarts: RESTARTS });
  const greeting = await greet(adapter, { ...options, timeoutMs: Math.max(options.timeoutMs, START_MS) });
  if (greeting.kind === 'hello') return { kind: 'started', entry, adapter, hello: greeting.hello };
  await adapter.close();
  return { kind: 'not-run', notRun: notRunOf(entry, greeting.message) };
}

function notRunOf({ id, sdk, folder, build = [], install }: SubjectEntry, reason: string): NotRun {
  const commands = build.map((argv) => argv.map(quoteArgument).join(' '));
  const steps = folder === undefined || commands.length === 0 ? commands : [`cd ${quoteArgument(folder)}`, ...commands];
  return {
    id,
    sdk,
    reason,
    ...(steps.length > 0 && { build: steps.join(' && ') }),
    ...(install !== undefined && { install }),
  };
}
