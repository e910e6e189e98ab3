// `ce-conform interop --carriers`: one event in every carrier, and where a subject disagrees with itself about it.
import { randomBytes } from 'node:crypto';
import { CARRIERS } from '../../engine/carriers.js';
import { EXIT, type ExitCode } from '../../engine/error.js';
import type { NotRun } from '../../report/interop/types.js';
import { buildCarriersInterop } from '../../report/interop-carriers/build-carriers-interop.js';
import { renderCarriersHtml } from '../../report/interop-carriers/html/render-carriers-html.js';
import { renderCarriersMarkdown } from '../../report/interop-carriers/markdown/render-carriers-markdown.js';
import type { CarriersInterop } from '../../report/interop-carriers/types.js';
import type { AskingOptions } from '../interop/asking.js';
import {
  adapterReader,
  type CarrierReader,
  carriedBy,
  readAll,
  referenceReader,
} from '../interop/carriers/read-in-carriers.js';
import { chooseSubjects } from '../interop/choose-subjects.js';
import { notRunLine } from '../interop/not-run-line.js';
import { startSubject } from '../interop/start-subject.js';
import { toldEvents } from '../interop/told-events.js';
import type { Io } from '../io.js';
import { type PageFormat, pageOutputs } from '../page-outputs.js';
import { createProgress, type Progress } from '../progress.js';
import { readSubjects, type SubjectEntry } from '../subjects-file.js';
import { version } from '../version.js';
import { writeOutput } from '../write-output.js';
import type { InteropFlags } from './interop.js';

const DEFAULT_EVENTS = 100;

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * Lets the subjects of a list read the same events in every carrier and writes where one disagrees with itself. Exit code 1 where
 * one does, 3 where none ran, or something was not seen, else 0. Throws a usage error for a list or flags that are wrong.
 */
export async function interopCarriers(file: string, flags: InteropFlags, io: Io): Promise<ExitCode> {
  const outputs = pageOutputs(flags);
  const entries = chooseSubjects(readSubjects(file), flags.only, file);
  const progress = createProgress(io.err, flags.quiet === true, undefined, 'events read');
  const result = await driven(entries, flags, io, progress).finally(progress.end);
  for (const { format, path } of outputs) {
    const text = render(result, format);
    if (path === undefined) io.out.write(text);
    else writeOutput(path, text);
  }
  return exitOf(result);
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
): Promise<CarriersInterop> {
  const startedAt = new Date();
  const carried = carriedBy(await toldEvents(seed, events));
  const { readers, notRun } = await open(entries, { timeoutMs, signal });
  try {
    for (const one of notRun) progress.say(notRunLine(one));
    let done = 0;
    const onRead = (): void => progress.show(++done, carried.length * readers.length);
    const read = await Promise.all(readers.map((reader) => readAll(reader, carried, { signal, onRead })));
    return buildCarriersInterop({
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
      notRun,
      told: carried.map(({ told }) => told),
      uncarried: new Map(
        carried.map(({ told, messages }) => [told.name, CARRIERS.filter((carrier) => !messages.has(carrier))]),
      ),
      readers: read,
    });
  } finally {
    await Promise.all(readers.map((one) => one.close()));
  }
}

/** Starts the programs. The reference is the first reader. */
async function open(
  entries: readonly SubjectEntry[],
  options: AskingOptions,
): Promise<{ readonly readers: readonly CarrierReader[]; readonly notRun: readonly NotRun[] }> {
  const started = await Promise.all(entries.map((entry) => startSubject(entry, options)));
  return {
    readers: [
      referenceReader(),
      ...started.flatMap((one) =>
        one.kind === 'started' ? [adapterReader(one.entry, one.adapter, one.hello, options)] : [],
      ),
    ],
    notRun: started.flatMap((one) => (one.kind === 'not-run' ? [one.notRun] : [])),
  };
}

function exitOf({ subjects, notRun, run, disagreements }: CarriersInterop): ExitCode {
  if (subjects.length === 1) return EXIT.inconclusive;
  if (disagreements.length > 0) return EXIT.nonconformant;
  const isSeen =
    notRun.length === 0 && run.stopped === undefined && subjects.every(({ gaveUp }) => gaveUp === undefined);
  return isSeen ? EXIT.conformant : EXIT.inconclusive;
}

function render(result: CarriersInterop, format: PageFormat): string {
  switch (format) {
    case 'markdown':
      return renderCarriersMarkdown(result);
    case 'html':
      return renderCarriersHtml(result);
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
  }
}
