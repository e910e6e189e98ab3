// `ce-conform report`: renders a report of a run in any format (`--from`), or makes one report of the parts of a fuzzing run (`--merge`).
import type { ExitCode } from '../../engine/error.js';
import { usageError } from '../../engine/error.js';
import type { Io } from '../io.js';
import { type MergeFlags, mergeReports } from '../report/merge-reports.js';
import { type RenderFlags, renderReport } from '../report/render-report.js';

export interface ReportFlags extends MergeFlags, RenderFlags {
  readonly merge?: boolean;
}

/** Makes what was asked for. Throws a usage error where nothing is, and for words that do not go together. */
export async function report(args: readonly string[], flags: ReportFlags, io: Io): Promise<ExitCode> {
  const { merge, from } = flags;
  if (merge === true && from !== undefined)
    throw refused('--merge joins reports, and --from renders one', 'give one of them');
  if (from !== undefined) {
    if (args.length > 0)
      throw refused(`--from takes one report, and ${JSON.stringify(args[0])} is another`, 'render one after the other');
    return renderReport(from, flags, io);
  }
  if (merge !== true)
    throw refused(
      'nothing says what is to be made of the reports',
      'ce-conform report --from FILE renders the report of a run; ce-conform report --merge FILE… joins the parts of a fuzzing run',
    );
  if (flags.format !== undefined || flags.report !== undefined)
    throw refused('--merge has no other format than text, and JSON by --json or -o FILE', 'leave the format out');
  return mergeReports(args, flags, io);
}

const refused = (why: string, hint: string): Error => usageError('report.what', `failed to start: ${why}`, hint);
