// `ce-conform run`, the default command: drives a target, judges it, reports.
import { randomBytes } from 'node:crypto';
import { loadSuite } from '../../../suites/suite.js';
import { parseClaims } from '../../engine/claims.js';
import { ConformError, EXIT } from '../../engine/error.js';
import { run as runSuite } from '../../engine/run.js';
import { exitOf } from '../../engine/verdict.js';
import { buildReport } from '../../report/build.js';
import { renderText } from '../../report/text/render.js';
import type { Report } from '../../report/types.js';
import { redactHeaders } from '../../target/redact.js';
import type { Sink } from '../../target/types.js';
import { readConfig } from '../config.js';
import type { Io } from '../io.js';
import { type OpenedTarget, openTarget } from '../open-target.js';
import { DEFAULTS, type RunFlags, type RunSettings } from '../options.js';
import { createProgress } from '../progress.js';
import { version } from '../version.js';
import { parseReports, writeReports } from '../write-reports.js';

/** Runs the suite against the target. Gives the exit code of the verdict. */
export async function run(flags: RunFlags, io: Io): Promise<number> {
  const settings: RunSettings = { ...readConfig(flags.config), ...flags };
  const reports = parseReports(settings.report ?? []);
  const claims = settings.claims === undefined ? undefined : parseClaims(settings.claims);
  const suite = loadSuite();
  const sink = await openSink(settings);
  const opened = await openTarget(settings.target, settings, sink?.url);
  const progress = createProgress(io.err, flags.quiet === true || flags.json === true);
  const startedAt = new Date();
  const started = performance.now();
  const seed = settings.seed ?? randomBytes(6).toString('hex');
  try {
    if (sink !== undefined) progress.say(`listening for events at ${sink.url.href}`);
    const result = await runSuite({
      suite,
      target: opened.target,
      observe: settings.observe ?? 'auto',
      filter: { only: settings.only ?? [], skip: settings.skip ?? [] },
      spec: settings.spec ?? '1.0.2',
      seed,
      concurrency: settings.concurrency ?? DEFAULTS.concurrency,
      timeoutMs: settings.timeout ?? DEFAULTS.timeoutMs,
      signal: AbortSignal.any([io.signal, AbortSignal.timeout((settings.maxTime ?? DEFAULTS.maxTimeS) * 1000)]),
      onProbed: ({ notes }) => notes.forEach(progress.say),
      onProgress: progress.show,
      ...(sink === undefined ? {} : { sink }),
      ...(claims === undefined ? {} : { claims }),
    });
    const report = buildReport(suite, result, {
      tool: { name: 'ce-conform', version: version() },
      target: targetOf(opened),
      run: {
        seed,
        startedAt: startedAt.toISOString(),
        durationMs: Math.round(performance.now() - started),
        node: process.version,
        platform: `${process.platform}-${process.arch}`,
      },
      profiles: settings.profile ?? [],
      redact: settings.showSecrets === true ? (lines) => lines : redactHeaders,
    });
    progress.end();
    print(report, flags, io, settings);
    writeReports(reports, report);
    return exitCode(report);
  } finally {
    progress.end();
    await opened.close();
    await sink?.close();
  }
}

async function openSink(settings: RunSettings): Promise<Sink | undefined> {
  if (settings.sinkPort === undefined && settings.observe !== 'sink') return undefined;
  const { startSink } = await import('../../target/sink.js');
  try {
    return await startSink({
      port: settings.sinkPort ?? 0,
      ...(settings.sinkHost === undefined ? {} : { host: settings.sinkHost }),
    });
  } catch (error) {
    throw new ConformError({
      code: 'sink.listen',
      message: `failed to listen for forwarded events: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'choose another --sink-port, or 0 for a free one',
      exit: EXIT.usage,
    });
  }
}

const targetOf = ({ name, kind, url }: OpenedTarget): Pick<Report['target'], 'name' | 'kind' | 'url'> =>
  url === undefined ? { name, kind } : { name, kind, url };

function print(report: Report, flags: RunFlags, io: Io, settings: RunSettings): void {
  if (flags.json === true) io.out.write(`${JSON.stringify(report, null, 2)}\n`);
  else
    io.out.write(
      renderText(report, { colors: io.out.hasColors, columns: io.out.columns, target: settings.target ?? '' }),
    );
}

// A fault of ours outweighs every verdict: it may hide a failure.
const exitCode = (report: Report): number => (report.summary.harnessError > 0 ? EXIT.harness : exitOf(report.verdict));
