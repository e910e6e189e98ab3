// `ce-conform run`, the default command: drives a target, judges it, reports.
import { exitOfReport } from '../../report/exit-of-report.js';
import { renderText } from '../../report/text/render.js';
import { safe } from '../../report/text/safe.js';
import type { Report } from '../../report/types.js';
import type { BaselineUpdate } from '../baseline/open-update.js';
import { readConfig } from '../config.js';
import { conform } from '../conform.js';
import type { Io } from '../io.js';
import type { RunFlags } from '../options.js';
import { createProgress } from '../progress.js';
import { rerunFlags, rerunTail, rerunTarget } from '../rerun-flags.js';
import { settingsOf } from '../settings-of.js';
import { parseReports, writeReports } from '../write-reports.js';

/** Runs the suite against the target. Gives the exit code of the verdict, or that of the baseline. */
export async function run(argv: readonly string[], flags: RunFlags, io: Io): Promise<number> {
  const { baseline, ...rest } = settingsOf(argv, flags, await readConfig(flags.config));
  const update = flags.updateBaseline === true ? await updateOf(baseline) : undefined;
  const settings = baseline === undefined || update !== undefined ? rest : { ...rest, baseline };
  const reports = parseReports(settings.report ?? []);
  const progress = createProgress(io.err, flags.quiet === true || flags.json === true);
  // Tabs are harmless; all else that is no text is shown as what it is.
  const onLine = (line: string): void => progress.say(safe(line.replaceAll('\t', '  ')));
  try {
    const judged = await conform(settings, {
      signal: io.signal,
      onNote: progress.say,
      onLine,
      onProgress: progress.show,
    });
    const updated = update?.(judged);
    const report = updated?.report ?? judged;
    for (const note of updated?.notes ?? []) progress.say(note);
    progress.end();
    // First the files: what is on the screen can be lost without loss.
    writeReports(reports, report);
    updated?.write();
    io.out.write(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : text(report, argv, io, flags));
    return exitOfReport(report);
  } finally {
    progress.end();
  }
}

const text = (report: Report, argv: readonly string[], io: Io, flags: RunFlags): string =>
  renderText(report, {
    colors: io.out.hasColors,
    columns: io.out.columns,
    target: rerunTarget(flags),
    flags: rerunFlags(flags),
    tail: rerunTail(argv, flags),
    verbose: flags.verbose === true,
  });

async function updateOf(baseline: string | undefined): Promise<(report: Report) => BaselineUpdate> {
  const { openUpdate } = await import('../baseline/open-update.js');
  return openUpdate(baseline);
}
