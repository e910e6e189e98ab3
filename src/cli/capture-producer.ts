// From `--listen` to captured messages: the listener, the program that sends to it, and what went wrong with either.

import { capturedKind } from '../../suites/emission/captured-kind.js';
import type { Binding } from '../binding/types.js';
import { ConformError, EXIT, usageError } from '../engine/error.js';
import type { Capture, CaptureEnd, CaptureLosses, UntilOptions } from '../target/capture/types.js';
import { type Program, type ProgramEnd, startProgram } from '../target/program.js';
import type { SinkMessage } from '../target/types.js';
import { type ListenPlace, listenAt } from './listen-at.js';
import { lossNotes } from './loss-notes.js';

export interface ProducerSettings {
  readonly listen: ListenPlace;
  /** The program and its arguments. Empty: whoever sends is started by somebody else. */
  readonly argv: readonly string[];
  /** Ends after so many events. */
  readonly count?: number;
  /** Ends after so long. */
  readonly forMs?: number;
  /** Ends at the latest after so long. */
  readonly maxMs?: number;
  readonly signal?: AbortSignal;
}

export interface ProducerHooks {
  /** The address, and what was lost. May hold text of the program. */
  readonly onNote?: (note: string) => void;
  /** A line that the program printed. It may hold anything: make it safe before it is printed. */
  readonly onLine?: (line: string) => void;
}

export interface CapturedRun {
  readonly messages: readonly SinkMessage[];
  readonly end: CaptureEnd;
  readonly losses: CaptureLosses;
  /** What the listener hears. */
  readonly bindings: readonly Binding[];
  /** How the program ended, where it did so by itself. */
  readonly program?: ProgramEnd;
}

/** Without a program, a count or a time, the capture ends when no event came for so long. */
export const QUIET_MS = 2000;

/**
 * Captures until there is enough. Rejects with a `ConformError` where it cannot listen (exit 2), and where the program cannot
 * be started (exit 2) or fails before anything came (exit 3). Whatever was started is ended.
 */
export async function captureProducer(settings: ProducerSettings, hooks: ProducerHooks = {}): Promise<CapturedRun> {
  const { listen, argv } = settings;
  const { capture, bindings } = await listenAt(listen, { counts: isOfInterest });
  let program: Program | undefined;
  let ownEnd: ProgramEnd | undefined;
  try {
    hooks.onNote?.(`listening for events at ${capture.url.href}`);
    program = argv.length === 0 ? undefined : await openProgram(argv, capture.url, hooks);
    void program?.ended.then((ended) => {
      ownEnd = ended;
    });
    const end = await capture.until(enough(settings, program));
    const programEnd = ownEnd;
    // All that it printed is told before anything is said of it.
    await program?.end();
    return { ...result(capture, end, programEnd, hooks), bindings };
  } finally {
    await program?.end();
    await capture.close();
  }
}

// A health check of whoever runs the program is not what is waited for.
const isOfInterest = (message: SinkMessage): boolean => capturedKind(message) !== 'no-event';

function enough({ count, forMs, maxMs, signal }: ProducerSettings, program: Program | undefined): UntilOptions {
  const isOpenEnded = program === undefined && count === undefined && forMs === undefined;
  return {
    ...(count !== undefined && { count }),
    ...(forMs !== undefined && { forMs }),
    ...(maxMs !== undefined && { maxMs }),
    ...(signal !== undefined && { signal }),
    ...(isOpenEnded && { quietMs: QUIET_MS }),
    ...(program !== undefined && { ended: program.ended }),
  };
}

async function openProgram(argv: readonly string[], sink: URL, { onLine }: ProducerHooks): Promise<Program> {
  const started = await startProgram(argv, { sink, onLine: onLine ?? (() => undefined) });
  if (started.kind === 'program') return started.program;
  throw usageError(
    'program.start',
    started.message,
    'give its command line after two dashes: -- node producer.mjs; there is no shell in between',
  );
}

function result(
  capture: Capture,
  end: CaptureEnd,
  program: ProgramEnd | undefined,
  { onNote }: ProducerHooks,
): Omit<CapturedRun, 'bindings'> {
  const [messages, losses] = [capture.messages(), capture.losses()];
  for (const note of lossNotes(losses)) onNote?.(note);
  if (program?.isSuccess === false) {
    if (messages.length === 0 && end === 'program-ended') {
      throw new ConformError({
        code: 'program.failed',
        message: `failed to capture anything: the program ended with ${program.how} before a message came`,
        hint: 'what it printed stands above; it finds the address to send to in K_SINK and in CE_CONFORM_SINK',
        exit: EXIT.inconclusive,
      });
    }
    onNote?.(`the program ended with ${program.how}`);
  }
  return { messages, end, losses, ...(program !== undefined && { program }) };
}
