// From arguments to an exit code. The only place that knows the process.
import type { CommanderError } from 'commander';
import type { Io, Stream } from './io.js';
import { createProgram } from './program.js';

/** The exit codes of usage errors and of faults of ours; the table stands in `src/engine/error.ts`. */
const [USAGE, HARNESS] = [2, 4];

/** The command that has nothing to end but itself. Whoever drives it reads its standard error beside that of a run. */
const SERVES = 'reference';

/** Runs one command line and gives its exit code. Never rejects. Without streams of its own it writes to those of the process. */
export async function main(args: readonly string[], streams?: Pick<Io, 'out' | 'err' | 'jobSummary'>): Promise<number> {
  const { out, err, jobSummary } = streams ?? ownStreams();
  const interrupt = new AbortController();
  const onSignal = (): void => {
    // The second time, the user means it.
    if (interrupt.signal.aborted) process.exit(130);
    if (args[0] !== SERVES)
      err.write('\ninterrupted: a run ends with a report of what ran; press again to leave at once\n');
    interrupt.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const io: Io = { out, err, signal: interrupt.signal, ...(jobSummary === undefined ? {} : { jobSummary }) };
  let exit = 0;
  try {
    const program = createProgram(io, (code) => {
      exit = code;
    });
    await refuseUnknown(
      args[0],
      program.commands.map((command) => command.name()),
    );
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    return explain(error, io);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

// A word that is no command would be taken for a stray argument of the default one.
async function refuseUnknown(word: string | undefined, commands: readonly string[]): Promise<void> {
  if (word === undefined || word.startsWith('-') || word === 'help' || commands.includes(word)) return;
  const [{ usageError }, { didYouMean }] = await Promise.all([import('../engine/error.js'), import('./nearest.js')]);
  const hint = didYouMean(word, commands) ?? `the commands are ${commands.join(', ')}`;
  throw usageError('command.unknown', `failed to start: there is no command ${JSON.stringify(word)}`, hint);
}

function explain(error: unknown, io: Io): number {
  // Commander has printed its message by now; help and version are no errors.
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : USAGE;
  const diagnostic = diagnosticOf(error);
  if (diagnostic !== undefined) {
    io.err.write(`error: ${diagnostic.message}\n`);
    if (diagnostic.hint !== undefined) io.err.write(`  hint: ${diagnostic.hint}\n`);
    return diagnostic.exit;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err.write(
    `error: the harness itself failed: ${detail}\n  hint: please report this with the command line you used\n`,
  );
  return HARNESS;
}

const isCommanderError = (error: unknown): error is CommanderError =>
  error instanceof Error && 'exitCode' in error && 'code' in error && String(error.code).startsWith('commander.');

// By shape: the module of the class is not loaded just to ask.
function diagnosticOf(
  error: unknown,
): { readonly message: string; readonly hint?: string; readonly exit: number } | undefined {
  return error instanceof Error && 'diagnostic' in error
    ? (error.diagnostic as { message: string; hint?: string; exit: number })
    : undefined;
}

function ownStreams(): Pick<Io, 'out' | 'err' | 'jobSummary'> {
  const jobSummary = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  const streams = { out: streamOf(process.stdout), err: streamOf(process.stderr) };
  return jobSummary === '' ? streams : { ...streams, jobSummary };
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  // A reader that went away (`| head`) is no fault of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    isTty: stream.isTTY === true,
    hasColors: stream.isTTY === true && stream.hasColors(),
    columns: stream.columns ?? 100,
    write: (text) => {
      stream.write(text);
    },
  };
}
