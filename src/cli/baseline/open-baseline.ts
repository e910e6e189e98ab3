import type { Suite } from '../../engine/suite.js';
import type { Baseline } from '../../report/baseline/types.js';
import type { RunSettings } from '../options.js';

/** The baseline of a run, if it has one. Throws a usage error for one that cannot be read. */
export async function openBaseline({ baseline }: RunSettings, suite: Suite): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  // Loads the YAML and schema libraries.
  const { readBaseline } = await import('./read-baseline.js');
  return readBaseline(baseline, suite);
}
