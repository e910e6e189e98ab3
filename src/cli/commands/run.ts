// `ce-conform run`, the default command: drives a target, judges it, reports.
import { EXIT } from '../../engine/error.js';
import { exitOf } from '../../engine/verdict.js';
import { renderText } from '../../report/text/render.js';
import type { Report } from '../../report/types.js';
import { readConfig } from '../config.js';
import { conform } from '../conform.js';
import type { Io } from '../io.js';
import type { RunFlags, RunSettings } from '../options.js';
import { createProgress } from '../progress.js';
import { rerunFlags, rerunTarget } from '../rerun-flags.js';
import { parseReports, writeReports } from '../write-reports.js';

/** Runs the suite against the target. Gives the exit code of the verdict. */
export async function run(flags: RunFlags, io: Io): Promise<number> {
  const settings: RunSettings = { ...(await readConfig(flags.config)), ...flags };
  const reports = parseReports(settings.report ?? []);
  const progress = createProgress(io.err, flags.quiet === true || flags.json === true);
  try {
    const report = await conform(settings, { signal: io.signal, onNote: progress.say, onProgress: progress.show });
    progress.end();
    // First the files: what is on the screen can be lost without loss.
    writeReports(reports, report);
    io.out.write(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : text(report, io, flags));
    return exitCode(report);
  } finally {
    progress.end();
  }
}

const text = (report: Report, io: Io, flags: RunFlags): string =>
  renderText(report, {
    colors: io.out.hasColors,
    columns: io.out.columns,
    target: rerunTarget(flags),
    flags: rerunFlags(flags),
    verbose: flags.verbose === true,
  });

// A fault of ours outweighs every verdict: it may hide a failure.
const exitCode = (report: Report): number => (report.summary.harnessError > 0 ? EXIT.harness : exitOf(report.verdict));
