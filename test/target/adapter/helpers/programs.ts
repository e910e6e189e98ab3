// Adapters that do what a test writes: as a program of its own, or in this process over streams in memory.
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { EndingAdapter, LivesOptions } from '../../../../src/target/adapter/adapter-lives.js';
import { connectAdapter } from '../../../../src/target/adapter/connect-adapter.js';
import { type StartOptions, startAdapter } from '../../../../src/target/adapter/start-adapter.js';

export interface ScriptIo {
  /** Calls back with each line of stdin. */
  readonly onLine: (callback: (line: string) => void) => void;
  readonly write: (text: string | Uint8Array) => void;
  readonly log: (text: string) => void;
}

/** What an adapter does. Its source is run elsewhere: it must not use anything from outside of itself. */
export type Script = (io: ScriptIo) => void;

/** A program of these lines of Node, which can also use `require`. */
export const nodeProgram = (source: string): readonly string[] => [process.execPath, '-e', source];

const SCRIPT_IO = `{
  onLine: (callback) => {
    let kept = '';
    process.stdin.setEncoding('utf8').on('data', (chunk) => {
      const lines = (kept + chunk).split('\\n');
      kept = lines.pop();
      for (const line of lines) callback(line);
    });
  },
  write: (text) => process.stdout.write(text),
  log: (text) => process.stderr.write(text),
}`;

/** The script as a program. */
export const scriptProgram = (script: Script): readonly string[] => nodeProgram(`(${script.toString()})(${SCRIPT_IO})`);

/** The adapter of a command line, closed when the test ends. */
export function started(argv: readonly string[], options?: StartOptions): EndingAdapter {
  const adapter = startAdapter(argv, options);
  onTestFinished(() => adapter.close());
  return adapter;
}

/** The script over streams in memory, a new pair for each life. */
export function connected(script: Script, options?: LivesOptions): EndingAdapter {
  const adapter = connectAdapter(() => inMemory(script), options);
  onTestFinished(() => adapter.close());
  return adapter;
}

/** The streams of a script that runs in this process. It ends its output when its input ends. */
export function inMemory(script: Script): { input: PassThrough; output: PassThrough; errors: PassThrough } {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let kept = '';
  script({
    onLine: (callback) => {
      input.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (kept + chunk).split('\n');
        kept = lines.pop() ?? '';
        for (const line of lines) callback(line);
      });
    },
    write: (text) => output.write(text),
    log: (text) => errors.write(text),
  });
  input.on('end', () => output.end());
  return { input, output, errors };
}

/** Both ways to run a script. */
export const WAYS: readonly (readonly [
  name: string,
  open: (script: Script, options?: LivesOptions) => EndingAdapter,
])[] = [
  ['a program', (script, options) => started(scriptProgram(script), options)],
  ['streams in memory', connected],
];
