import type { BaselineReport } from '../baseline/types.js';
import { count } from './layout.js';
import { safe } from './safe.js';

/** Why the exit code is what the baseline makes of it, in one sentence. */
export function exitSentence(baseline: BaselineReport): string {
  const file = safe(baseline.file, 80);
  const [news, stale] = [baseline.new.length, baseline.stale.length];
  switch (baseline.exit) {
    case 0:
      return baseline.known.length === 0
        ? `nothing failed that ${file} does not list.`
        : `${count(baseline.known.length, 'known failure')}, none new, as ${file} says; the verdict stays as it is.`;
    case 1:
      return `${count(news, 'new failure')} that ${file} does not list${stale === 0 ? '' : `, and ${stale} of its entries ${stale === 1 ? 'is' : 'are'} stale`}.`;
    case 5:
      return `no failure is new, but ${count(stale, 'entry', 'entries')} of ${file} ${stale === 1 ? 'is' : 'are'} stale.`;
    case 3:
      return `no failure is new, but not everything that ${file} does not list was decided.`;
    default:
      return 'a fault of the harness may hide a failure.';
  }
}
