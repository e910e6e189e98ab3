// A run over what a producer sends on its own account, from settings to a report.
import { capturedKind } from '../../suites/emission/captured-kind.js';
import { loadSuite } from '../../suites/suite.js';
import { judgeCapture } from '../engine/judge-capture.js';
import { withBaseline } from '../report/baseline/apply.js';
import { buildReport } from '../report/build.js';
import { digestOfCapture } from '../report/evidence-digest.js';
import { arrivedOf, type Redact } from '../report/evidence-message.js';
import type { CaptureReport, Report } from '../report/types.js';
import { redactHeaders } from '../target/redact.js';
import type { SinkMessage } from '../target/types.js';
import { openBaseline } from './baseline/open-baseline.js';
import { isBrokerUrl } from './broker-url.js';
import { type CapturedRun, captureProducer } from './capture-producer.js';
import type { ListenTopic } from './listen-at.js';
import { DEFAULTS, type RunSettings } from './options.js';
import { parseDuration } from './parse-duration.js';
import { parseListen } from './parse-listen.js';
import { readCa } from './read-ca.js';
import type { RunHooks } from './run-hooks.js';
import { version } from './version.js';

/** Captures and judges. Rejects with a `ConformError` for settings that cannot be used and a program that cannot be run. */
export async function conformCapture(
  settings: RunSettings & { readonly listen: string },
  hooks: RunHooks,
): Promise<Report> {
  const { count, program = [] } = settings;
  const listen = isBrokerUrl(settings.listen) ? topicOf(settings, hooks) : parseListen(settings.listen);
  const forMs = settings.for === undefined ? undefined : parseDuration(settings.for, '--for');
  const suite = loadSuite();
  const baseline = await openBaseline(settings, suite);
  const [startedAt, started] = [new Date(), performance.now()];
  const captured = await captureProducer(
    {
      listen,
      argv: program,
      maxMs: (settings.maxTime ?? DEFAULTS.maxTimeS) * 1000,
      ...(count === undefined ? {} : { count }),
      ...(forMs === undefined ? {} : { forMs }),
      ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
    },
    hooks,
  );
  const filter = { only: settings.only ?? [], skip: settings.skip ?? [] };
  const spec = settings.spec ?? '1.0.2';
  const stopped = STOPPED[captured.end];
  const notes = notesOf(captured);
  for (const note of notes) hooks.onNote?.(note);
  const result = judgeCapture({
    suite,
    spec,
    filter,
    bindings: captured.bindings,
    messages: captured.messages,
    notes,
    ...(stopped === undefined ? {} : { stopped }),
  });
  const redact = settings.showSecrets === true ? (lines: Parameters<Redact>[0]) => lines : redactHeaders;
  const report = buildReport(suite, result, {
    tool: { name: 'ce-conform', version: version() },
    target: { name: program.length === 0 ? 'whatever sends to the listener' : program.join(' '), kind: 'producer' },
    run: {
      seed: '',
      startedAt: startedAt.toISOString(),
      durationMs: Math.round(performance.now() - started),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
    },
    profiles: settings.profile ?? [],
    filter,
    redact,
    capture: captureReport(captured, redact),
  });
  return baseline === undefined ? report : withBaseline(report, baseline, suite);
}

const topicOf = (
  { listen, timeout, ca, insecure }: RunSettings & { readonly listen: string },
  { signal }: RunHooks,
): ListenTopic => ({
  broker: listen,
  timeoutMs: timeout ?? DEFAULTS.timeoutMs,
  ...(signal && { signal }),
  ...(ca === undefined ? {} : { ca: readCa(ca) }),
  ...(insecure === undefined ? {} : { insecure }),
});

const STOPPED: Readonly<Partial<Record<CapturedRun['end'], string>>> = {
  interrupted: 'the run was interrupted',
  'max-time': 'the deadline of the run has passed',
};

function captureReport({ messages, end, losses }: CapturedRun, redact: Redact): CaptureReport {
  const arrived = messages.map((message) => arrivedOf(message, redact));
  const { unreadableBecause: _, ...lost } = losses;
  return { digest: digestOfCapture(arrived), messages: arrived, ended: end, lost };
}

// What came, by what it is; and what to do where nothing can be judged.
function notesOf({ messages }: CapturedRun): readonly string[] {
  const judged = messages.filter(isJudged).length;
  const others = messages.length - judged;
  if (judged === 0) {
    const what =
      others === 0 ? 'no message came' : `${others} came, and none is an event in the JSON format or in binary mode`;
    return [`nothing was judged: ${what}; let the producer send to the address in K_SINK or CE_CONFORM_SINK`];
  }
  const also = others === 0 ? '' : `; ${others} more ${others === 1 ? 'is none' : 'are none'}, and not judged`;
  return [`captured ${judged} ${judged === 1 ? 'message that holds events' : 'messages that hold events'}${also}`];
}

const isJudged = (message: SinkMessage): boolean => ['event', 'mislabelled'].includes(capturedKind(message));
