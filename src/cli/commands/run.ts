// `ce-conform run`, the default command: drives a target, judges it, reports.
import { exitOfReport } from '../../report/exit-of-report.js';
import type { RenderContext } from '../../report/render/render-context.js';
import { FORMATS } from '../../report/render/renderers.js';
import { renderText } from '../../report/text/render.js';
import type { Rerun } from '../../report/text/rerun.js';
import { safe } from '../../report/text/safe.js';
import type { Report } from '../../report/types.js';
import type { BaselineUpdate } from '../baseline/open-update.js';
import { readConfig } from '../config.js';
import { conform } from '../conform.js';
import type { Io } from '../io.js';
import type { RunFlags } from '../options.js';
import { createProgress } from '../progress.js';
import { contextOf, renderAs } from '../report-formats.js';
import { rerunFlags, rerunTail, rerunTarget } from '../rerun-flags.js';
import { settingsOf } from '../settings-of.js';
import { parseReports, writeReports } from '../write-reports.js';

/** Runs the suite against the target. Gives the exit code of the verdict, or that of the baseline. */
export async function run(argv: readonly string[], flags: RunFlags, io: Io): Promise<number> {
  const { baseline, ...rest } = settingsOf(argv, flags, await readConfig(flags.config));
  const update = flags.updateBaseline === true ? await updateOf(baseline) : undefined;
  const settings = baseline === undefined || update !== undefined ? rest : { ...rest, baseline };
  const reports = parseReports(settings.report ?? [], FORMATS);
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
    const context = contextOf(rerunOf(argv, flags));
    await writeReports(reports, (format) => renderAs(format, report, context));
    updated?.write();
    await summarize(report, context, io);
    io.out.write(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : text(report, context, io, flags));
    return exitOfReport(report);
  } finally {
    progress.end();
  }
}

const text = (report: Report, { rerun }: RenderContext, io: Io, flags: RunFlags): string =>
  renderText(report, {
    colors: io.out.hasColors,
    columns: io.out.columns,
    ...rerun,
    verbose: flags.verbose === true,
  });

const rerunOf = (argv: readonly string[], flags: RunFlags): Rerun => ({
  target: rerunTarget(flags),
  flags: rerunFlags(flags),
  tail: rerunTail(argv, flags),
});

async function summarize(report: Report, context: RenderContext, { jobSummary, err }: Io): Promise<void> {
  if (jobSummary === undefined) return;
  const { appendJobSummary } = await import('../append-job-summary.js');
  const { renderJobSummary } = await import('../../report/job-summary/render-job-summary.js');
  appendJobSummary(
    jobSummary,
    (maxBytes) => renderJobSummary(report, context, maxBytes),
    (note) => err.write(`${safe(note)}\n`),
  );
}

async function updateOf(baseline: string | undefined): Promise<(report: Report) => BaselineUpdate> {
  const { openUpdate } = await import('../baseline/open-update.js');
  return openUpdate(baseline);
}
