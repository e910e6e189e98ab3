import { safe } from '../../report/text/safe.js';
import type { Report } from '../../report/types.js';

/**
 * Why a run is nothing that a baseline could rest on; undefined where it is. Entries for all that an inconclusive run left open
 * would excuse what nobody has seen yet, and a run that was cut short or met a fault of ours has not seen everything.
 */
export function whySilent({ verdict, run, summary, profiles }: Report): string | undefined {
  if (run.stopped !== undefined) return `the first run ended early: ${safe(run.stopped, 200)}`;
  if (summary.harnessError > 0) return 'the first run met a fault of the harness';
  if (verdict !== 'inconclusive') return undefined;
  const reason = profiles.find((profile) => profile.verdict === 'inconclusive')?.reason;
  return `the first run was inconclusive${reason === undefined ? '' : `: ${safe(reason, 300)}`}`;
}
