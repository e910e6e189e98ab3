// `ce-conform interop`: every encoder against every decoder, over telling and generated events.
import { randomBytes } from 'node:crypto';
import { EXIT, type ExitCode } from '../../engine/error.js';
import { buildInterop } from '../../report/interop/build-interop.js';
import { renderHtml } from '../../report/interop/html/render-html.js';
import { renderMarkdown } from '../../report/interop/markdown/render-markdown.js';
import type { Interop } from '../../report/interop/types.js';
import { chooseSubjects } from '../interop/choose-subjects.js';
import { drive } from '../interop/drive.js';
import { notRunLine } from '../interop/not-run-line.js';
import { openParticipants } from '../interop/open-participants.js';
import { toldEvents } from '../interop/told-events.js';
import type { Io } from '../io.js';
import { type PageFlags, type PageFormat, pageOutputs } from '../page-outputs.js';
import { createProgress, type Progress } from '../progress.js';
import { readSubjects, type SubjectEntry } from '../subjects-file.js';
import { version } from '../version.js';
import { writeOutput } from '../write-output.js';

export interface InteropFlags extends PageFlags {
  readonly only?: readonly string[];
  readonly seed?: string;
  /** How many events are generated. */
  readonly events?: number;
  readonly timeout?: number;
  readonly quiet?: boolean;
}

/** Enough for every kind of value to come several times. */
const DEFAULT_EVENTS = 100;

/** A virtual machine starts within that, on a busy machine too. */
const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * Drives the subjects of a list and writes who loses what. Exit code 1 where something is lost, 3 where too few subjects
 * ran, or nothing is lost and something was not seen, else 0. Throws a usage error for a list or flags that are wrong.
 */
export async function interop(file: string, flags: InteropFlags, io: Io): Promise<ExitCode> {
  const outputs = pageOutputs(flags);
  const entries = chooseSubjects(readSubjects(file), flags.only, file);
  const progress = createProgress(io.err, flags.quiet === true, undefined, 'exchanges');
  const result = await driven(entries, flags, io, progress).finally(progress.end);
  for (const { format, path } of outputs) {
    const text = render(result, format);
    if (path === undefined) io.out.write(text);
    else writeOutput(path, text);
  }
  return exitOf(result, entries.length);
}

async function driven(
  entries: readonly SubjectEntry[],
  {
    seed = randomBytes(6).toString('hex'),
    events = DEFAULT_EVENTS,
    timeout: timeoutMs = DEFAULT_TIMEOUT_MS,
  }: InteropFlags,
  { signal }: Io,
  progress: Progress,
): Promise<Interop> {
  const startedAt = new Date();
  const told = await toldEvents(seed, events);
  const { participants, notRun } = await openParticipants(entries, { timeoutMs, signal });
  try {
    for (const one of notRun) progress.say(notRunLine(one));
    const observations = await drive(participants, told, { signal, onProgress: progress.show });
    return buildInterop({
      tool: { name: 'ce-conform', version: version() },
      run: {
        seed,
        generated: events,
        timeoutMs,
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
        node: process.version,
        platform: `${process.platform} ${process.arch}`,
        ...(signal.aborted && { stopped: 'interrupted' }),
      },
      subjects: participants.map(({ subject, gaveUp }) => {
        const why = gaveUp();
        return { ...subject, ...(why !== undefined && { gaveUp: why }) };
      }),
      notRun,
      told,
      observations,
    });
  } finally {
    await Promise.all(participants.map((one) => one.close()));
  }
}

function exitOf({ subjects, notRun, run, causes }: Interop, asked: number): ExitCode {
  // The reference is one of them.
  const ran = subjects.length - 1;
  if (ran < Math.min(2, asked)) return EXIT.inconclusive;
  if (causes.length > 0) return EXIT.nonconformant;
  const isSeen =
    notRun.length === 0 && run.stopped === undefined && subjects.every(({ gaveUp }) => gaveUp === undefined);
  return isSeen ? EXIT.conformant : EXIT.inconclusive;
}

function render(result: Interop, format: PageFormat): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(result);
    case 'html':
      return renderHtml(result);
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
  }
}
