import { EXIT, type ExitCode } from '../engine/error.js';
import { exitOf } from '../engine/verdict.js';
import type { Report } from './types.js';

/** The exit code of a run by its report. A fault of ours outweighs every verdict: it may hide a failure. */
export const exitOfReport = ({
  baseline,
  summary,
  verdict,
}: Pick<Report, 'baseline' | 'summary' | 'verdict'>): ExitCode =>
  baseline?.exit ?? (summary.harnessError > 0 ? EXIT.harness : exitOf(verdict));
