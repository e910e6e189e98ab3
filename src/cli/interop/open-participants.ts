// Starts the programs of a list of subjects, all at a time: those that say hello take part, the others are named.
import type { NotRun } from '../../report/interop/types.js';
import { quoteArgument } from '../../report/text/rerun.js';
import { greet } from '../../target/adapter/greet.js';
import { startAdapter } from '../../target/adapter/start-adapter.js';
import type { SubjectEntry } from '../subjects-file.js';
import { type AskingOptions, adapterParticipant } from './adapter-participant.js';
import { type Participant, referenceParticipant } from './participant.js';

export interface Opened {
  /** The reference first, the others in the order of the list. */
  readonly participants: readonly Participant[];
  readonly notRun: readonly NotRun[];
}

/** A program that dies of every event ends the run of nobody: it is started again so often, and then not asked any more. */
const RESTARTS = 60;

/** Within that a virtual machine starts on a busy machine, however fast its replies have to be. */
const START_MS = 10_000;

/** Starts every program, and asks each for its hello. Whoever calls closes the participants. */
export async function openParticipants(entries: readonly SubjectEntry[], options: AskingOptions): Promise<Opened> {
  const opened = await Promise.all(entries.map((entry) => open(entry, options)));
  return {
    participants: [referenceParticipant(), ...opened.flatMap((one) => ('notRun' in one ? [] : [one.participant]))],
    notRun: opened.flatMap((one) => ('notRun' in one ? [one.notRun] : [])),
  };
}

async function open(
  entry: SubjectEntry,
  options: AskingOptions,
): Promise<{ readonly participant: Participant } | { readonly notRun: NotRun }> {
  const adapter = startAdapter(entry.run, { restarts: RESTARTS });
  const greeting = await greet(adapter, { ...options, timeoutMs: Math.max(options.timeoutMs, START_MS) });
  if (greeting.kind === 'hello') return { participant: adapterParticipant(entry, adapter, greeting.hello, options) };
  await adapter.close();
  return { notRun: notRunOf(entry, greeting.message) };
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
