// `ce-conform fuzz`: drives a target with generated events and damage, and hands over the smallest that shows each defect.
import { randomBytes } from 'node:crypto';
import { EXIT, type ExitCode } from '../../engine/error.js';
import { renderFuzz } from '../../report/fuzz/render-fuzz.js';
import type { FuzzReport } from '../../report/fuzz/types.js';
import { jsonText } from '../../report/render/json-text.js';
import { redactHeaders } from '../../target/redact.js';
import { readConfig } from '../config.js';
import { fuzzReportOf } from '../fuzz/drive-fuzz.js';
import { assertFuzzable, FUZZ_DEFAULTS, type FuzzFlags, parseShard } from '../fuzz/fuzz-settings.js';
import { createSaving } from '../fuzz/saving.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';
import { createProgress } from '../progress.js';
import { settingsOf } from '../settings-of.js';
import { JSON_ALONE, parseReports, writeReports } from '../write-reports.js';

/** Fuzzes a target. Exit code 1 with findings, 3 where nothing was sent or the run was cut short without any, else 0. */
export async function fuzz(argv: readonly string[], flags: FuzzFlags, io: Io): Promise<ExitCode> {
  const config = await readConfig(flags.config);
  const { runs, rate, shard, duration, findings: folder, save, ...rest } = flags;
  const settings = settingsOf(argv, rest, config);
  assertFuzzable(settings);
  if (duration !== undefined) {
    const { load } = await import('../fuzz/load.js');
    return load(settings, { duration, rate }, flags, io);
  }
  const reports = parseReports(settings.report ?? [], JSON_ALONE);
  const progress = createProgress(io.err, flags.quiet === true || flags.json === true, undefined, 'messages');
  const seed = settings.seed ?? randomBytes(6).toString('hex');
  const saving = createSaving(save === false ? false : folder);
  const limit = runs ?? (settings.maxTime === undefined ? FUZZ_DEFAULTS.runs : undefined);
  try {
    const { report, requirements } = await fuzzReportOf(settings, {
      seed,
      shard: parseShard(shard),
      ...(limit === undefined ? {} : { runs: limit }),
      ...(rate === undefined ? {} : { ratePerS: rate }),
      saving,
      redact: settings.showSecrets === true ? (lines) => lines : redactHeaders,
      io,
      progress,
    });
    progress.end();
    await writeReports(reports, () => jsonText(report));
    if (flags.json === true) printJson(report, io);
    else
      io.out.write(
        renderFuzz(report, { colors: io.out.hasColors, columns: io.out.columns, requirements, files: saving.files }),
      );
    return exitOf(report, io.signal.aborted);
  } finally {
    progress.end();
  }
}

function exitOf({ findings, totals }: FuzzReport, isInterrupted: boolean): ExitCode {
  if (findings.length > 0) return EXIT.nonconformant;
  return totals.messages === 0 || isInterrupted ? EXIT.inconclusive : EXIT.conformant;
}
