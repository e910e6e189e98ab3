// One run, from settings to a report: what the command line and the library share.
import { randomBytes } from 'node:crypto';
import { loadSuite } from '../../suites/suite.js';
import { overruled } from '../engine/claims.js';
import { run } from '../engine/run.js';
import { withBaseline } from '../report/baseline/apply.js';
import { buildReport, type Setting } from '../report/build.js';
import type { Report } from '../report/types.js';
import { applyFilter } from '../target/apply-filter.js';
import type { Program } from '../target/program.js';
import { redactHeaders } from '../target/redact.js';
import { openBaseline } from './baseline/open-baseline.js';
import { claimsGiven, observationOf } from './claims-given.js';
import { openSink } from './open-sink.js';
import { openTarget } from './open-target.js';
import type { OpenedTarget } from './opened-target.js';
import { DEFAULTS, type RunSettings } from './options.js';
import { readerOf } from './reader-of.js';
import type { RunHooks } from './run-hooks.js';
import { version } from './version.js';

/**
 * Judges a target. Rejects with a `ConformError` for settings that cannot be used (exit 2) and for a target that
 * answers nothing at all (exit 3); everything else is in the report.
 */
export async function conform(given: RunSettings, hooks: RunHooks = {}): Promise<Report> {
  if (given.with === undefined && given.image === undefined) return judge(given, {}, hooks);
  const { openSurroundings } = await import('./surroundings.js');
  const around = await openSurroundings(given, hooks);
  try {
    return await judge(around.settings, around.env, hooks);
  } finally {
    await around.close();
  }
}

async function judge(settings: RunSettings, env: Readonly<Record<string, string>>, hooks: RunHooks): Promise<Report> {
  if (settings.listen !== undefined) {
    const { conformCapture } = await import('./conform-capture.js');
    return conformCapture({ ...settings, listen: settings.listen }, hooks);
  }
  const given = claimsGiven(settings);
  const suite = loadSuite();
  const baseline = await openBaseline(settings, suite);
  const listener = await openSink(settings);
  const signal = deadline(settings, hooks.signal);
  let program: Program | undefined;
  try {
    // A target that is slow to open is told for what it is, so only who started the run can end that.
    const opened = await openTarget(settings, {
      env,
      ...(hooks.signal && { signal: hooks.signal }),
      ...(listener && { sink: listener.url }),
      ...(given && { claims: given }),
    });
    try {
      // What a target that reads from a broker makes of a message arrives at its reply topic, or at the listener.
      const sink = listener ?? opened.sink;
      if (listener !== undefined) hooks.onNote?.(`listening for events at ${listener.url.href}`);
      program = await readerOf(settings, opened, env, hooks);
      const [startedAt, started] = [new Date(), performance.now()];
      const filter = { only: settings.only ?? [], skip: settings.skip ?? [] };
      const claims = opened.claims === undefined ? given : overruled(opened.claims, given);
      const seed = settings.seed ?? randomBytes(6).toString('hex');
      const result = await run({
        suite,
        target: opened.target,
        tasks: opened.tasks,
        observe: observationOf(opened, settings),
        ...(opened.bindings && { bindings: opened.bindings }),
        // It takes its time until a program reads.
        ...(program && { startup: program.ended }),
        filter,
        spec: settings.spec ?? '1.0.2',
        seed,
        concurrency: settings.concurrency ?? DEFAULTS.concurrency,
        timeoutMs: settings.timeout ?? DEFAULTS.timeoutMs,
        signal,
        onProbed: ({ notes }) => {
          for (const note of notes) hooks.onNote?.(note);
        },
        ...(hooks.onProgress === undefined ? {} : { onProgress: hooks.onProgress }),
        ...(sink === undefined ? {} : { sink }),
        ...(settings.apply === undefined ? {} : { setFilter: applyFilter(settings.apply) }),
        ...(claims === undefined ? {} : { claims }),
      });
      const report = buildReport(suite, result, {
        tool: { name: 'ce-conform', version: version() },
        target: described(opened),
        run: {
          seed,
          startedAt: startedAt.toISOString(),
          durationMs: Math.round(performance.now() - started),
          node: process.version,
          platform: `${process.platform}-${process.arch}`,
        },
        profiles: settings.profile ?? [],
        filter,
        redact: settings.showSecrets === true ? (lines) => lines : redactHeaders,
      });
      return baseline === undefined ? report : withBaseline(report, baseline, suite);
    } finally {
      await program?.end();
      await opened.close();
    }
  } finally {
    await listener?.close();
  }
}

function deadline(settings: RunSettings, signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout((settings.maxTime ?? DEFAULTS.maxTimeS) * 1000);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}

const described = ({ name, version, language, kind, url }: OpenedTarget): Setting['target'] => ({
  name,
  kind,
  ...(version === undefined ? {} : { version }),
  ...(language === undefined ? {} : { language }),
  ...(url === undefined ? {} : { url }),
});
