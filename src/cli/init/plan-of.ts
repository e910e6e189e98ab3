// From flags, and where there is a terminal from answers, to what is to be written.
import { existsSync } from 'node:fs';
import { usageError } from '../../engine/error.js';
import { subjectOf } from './subject-of.js';
import type { Terminal } from './terminal.js';
import type { Ci, InitFlags, Plan } from './types.js';

/** The plan. Throws a usage error where neither flags nor a terminal say what is judged. */
export async function planOf(argv: readonly string[], flags: InitFlags, terminal: Terminal | undefined): Promise<Plan> {
  const subject = subjectOf(argv, flags);
  const profiles = flags.profile ?? [];
  const known = {
    subject,
    profiles,
    ci: flags.ci,
    drive: flags.run === false ? false : undefined,
    likelyCi: likelyCi(),
  };
  if (terminal !== undefined && flags.yes !== true) {
    const { ask } = await import('./ask.js');
    return ask(known, terminal);
  }
  if (subject !== undefined) return { subject, profiles, ci: flags.ci ?? known.likelyCi, drive: flags.run !== false };
  throw usageError(
    'init.subject',
    `failed to start: nothing says what is to be judged${terminal === undefined ? ', and there is no terminal to ask at' : ''}`,
    'give --target URL, --adapter -- COMMAND or --listen ADDRESS [-- COMMAND]',
  );
}

/** What the folder looks like. */
const likelyCi = (): Ci => (existsSync('.gitlab-ci.yml') && !existsSync('.github') ? 'gitlab' : 'github');
