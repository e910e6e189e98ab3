// `ce-conform run`, the default command: drives a target, judges it, reports.
import { EXIT, usageError } from '../../engine/error.js';
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
export async function run(argv: readonly string[], flags: RunFlags, io: Io): Promise<number> {
  const settings = settingsOf(argv, flags, await readConfig(flags.config));
  const reports = parseReports(settings.report ?? []);
  const progress = createProgress(io.err, flags.quiet === true || flags.json === true);
  try {
    const report = await conform(settings, { signal: io.signal, onNote: progress.say, onProgress: progress.show });
    progress.end();
    // First the files: what is on the screen can be lost without loss.
    writeReports(reports, report);
    io.out.write(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : text(report, argv, io, flags));
    return exitCode(report);
  } finally {
    progress.end();
  }
}

function settingsOf(argv: readonly string[], { adapter, ...flags }: RunFlags, config: RunSettings): RunSettings {
  if (adapter !== true) {
    const { adapter: _, ...withoutAdapter } = config;
    if (argv.length === 0) return { ...(flags.target === undefined ? config : withoutAdapter), ...flags };
    throw usageError(
      'arguments.stray',
      `failed to start: nothing takes ${argv.map((word) => JSON.stringify(word)).join(' ')}`,
      'the command line of an adapter stands behind two dashes: --adapter -- node adapter.js',
    );
  }
  if (argv.length === 0) {
    throw usageError(
      'adapter.missing',
      'failed to start the adapter: there is no command line',
      'put it behind two dashes: --adapter -- node adapter.js',
    );
  }
  // The command line beats the file.
  const { target: _, ...rest } = config;
  return { ...rest, ...flags, adapter: argv };
}

const text = (report: Report, argv: readonly string[], io: Io, flags: RunFlags): string =>
  renderText(report, {
    colors: io.out.hasColors,
    columns: io.out.columns,
    target: rerunTarget(flags),
    flags: rerunFlags(flags),
    tail: flags.adapter === true ? ['--adapter', '--', ...argv] : [],
    verbose: flags.verbose === true,
  });

// A fault of ours outweighs every verdict: it may hide a failure.
const exitCode = (report: Report): number => (report.summary.harnessError > 0 ? EXIT.harness : exitOf(report.verdict));
