// The run on which a new baseline rests: what fails today is known from then on.
import { ConformError, EXIT } from '../../engine/error.js';
import { safe } from '../../report/text/safe.js';
import type { Report } from '../../report/types.js';
import { conform } from '../conform.js';
import type { Io } from '../io.js';
import { createProgress } from '../progress.js';
import { settingsOf } from './config-text.js';
import type { Plan } from './types.js';
import { whySilent } from './why-silent.js';

/** `silent`: nothing was shown that a baseline could list, and why. */
export type FirstRun =
  | { readonly kind: 'judged'; readonly report: Report }
  | { readonly kind: 'silent'; readonly why: string };

/** Drives the target as the plan says. Rejects with a usage error for a plan that no run can follow. */
export async function firstRun({ subject, profiles, drive }: Plan, { err, signal }: Io): Promise<FirstRun> {
  if (!drive) return { kind: 'silent', why: 'there was no first run' };
  if (subject.kind === 'producer' && subject.program.length === 0)
    return { kind: 'silent', why: 'there was no first run: the producer is not started by the harness' };
  const progress = createProgress(err, false);
  try {
    const report = await conform(
      { ...settingsOf(subject), ...(profiles.length === 0 ? {} : { profile: profiles }) },
      { signal, onNote: progress.say, onProgress: progress.show },
    );
    const why = whySilent(report);
    return why === undefined ? { kind: 'judged', report } : { kind: 'silent', why };
  } catch (error) {
    if (!(error instanceof ConformError) || error.diagnostic.exit !== EXIT.inconclusive) throw error;
    return { kind: 'silent', why: `the first run came to nothing: ${safe(error.diagnostic.message, 300)}` };
  } finally {
    progress.end();
  }
}
