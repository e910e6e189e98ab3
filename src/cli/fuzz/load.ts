// `ce-conform fuzz --duration`: a steady stream of valid events, and what became of each.
import { randomBytes } from 'node:crypto';
import { type ExitCode, usageError } from '../../engine/error.js';
import { type LoadReport, loadReport } from '../../fuzz/load/load-report.js';
import { renderLoad } from '../../fuzz/load/render-load.js';
import { runLoad } from '../../fuzz/load/run-load.js';
import { jsonText } from '../../report/render/json-text.js';
import type { Io } from '../io.js';
import type { RunSettings } from '../options.js';
import { parseDuration } from '../parse-duration.js';
import { printJson } from '../print-json.js';
import { createProgress, type Progress } from '../progress.js';
import { JSON_ALONE, parseReports, writeReports } from '../write-reports.js';
import { around } from './around.js';
import { describedTarget, toolOf } from './fuzz-report.js';
import { FUZZ_DEFAULTS, type FuzzFlags } from './fuzz-settings.js';
import { nothingToAsk } from './nothing-to-ask.js';
import { openDriven } from './open-driven.js';

/** Events a second, where no rate is given. */
const DEFAULT_RATE = 100;

export interface Asked {
  readonly duration: string;
  readonly rate: number | undefined;
}

/** Loads a target. The exit code is that of the report. */
export async function load(settings: RunSettings, asked: Asked, flags: FuzzFlags, io: Io): Promise<ExitCode> {
  if (flags.runs !== undefined || flags.shard !== undefined) {
    throw usageError(
      'load.flag',
      'failed to start: --duration is a load, which has no --runs and no --shard',
      'give --duration and --rate alone',
    );
  }
  const reports = parseReports(settings.report ?? [], JSON_ALONE);
  const progress = createProgress(io.err, flags.quiet === true || flags.json === true, undefined, 'events');
  try {
    const report = await around(settings, { io, progress }, (surrounded) => driven(surrounded, asked, io, progress));
    progress.end();
    await writeReports(reports, () => jsonText(report));
    if (flags.json === true) printJson(report, io);
    else io.out.write(renderLoad(report.result, { colors: io.out.hasColors, columns: io.out.columns }));
    return report.exit;
  } finally {
    progress.end();
  }
}

async function driven(
  { settings, env, hooks }: Parameters<Parameters<typeof around>[2]>[0],
  { duration, rate: ratePerS = DEFAULT_RATE }: Asked,
  io: Io,
  progress: Progress,
): Promise<LoadReport> {
  const seed = settings.seed ?? randomBytes(6).toString('hex');
  const timeoutMs = settings.timeout ?? FUZZ_DEFAULTS.timeoutMs;
  const target = await openDriven(settings, { seed, timeoutMs, signal: io.signal, env }, hooks);
  try {
    const { drive, opened, abilities } = target;
    // A batch is many events at once, which is no steady stream.
    const carriers = abilities.decodes.filter((carrier) => !carrier.endsWith('-batch'));
    if (carriers.length === 0) throw nothingToAsk(opened.name);
    const startedAt = new Date().toISOString();
    const result = await runLoad({
      drive,
      carriers,
      ratePerS,
      durationMs: parseDuration(duration, '--duration'),
      onProgress: ({ sent, planned, accepted }) => progress.show(sent, planned, `${accepted} accepted`),
    });
    return loadReport(result, {
      tool: toolOf(),
      target: describedTarget(opened),
      run: {
        seed,
        observation: drive.observation,
        carriers,
        timeoutMs,
        startedAt,
        node: process.version,
        platform: `${process.platform}-${process.arch}`,
      },
    });
  } finally {
    await target.close();
  }
}
