// `ce-conform adapter check`: leads the author of an adapter from an empty file to a working program, step by step.
import { EXIT, usageError } from '../../engine/error.js';
import { createStyle } from '../../report/text/style.js';
import { checkAdapter } from '../adapter-check/check.js';
import { stderrOf } from '../adapter-check/explain-failure.js';
import { renderCheck, runCommand } from '../adapter-check/render.js';
import type { CheckResult, StepResult } from '../adapter-check/types.js';
import type { Io } from '../io.js';
import { printJson } from '../print-json.js';

export interface AdapterCheckFlags {
  readonly timeout?: number;
  readonly json?: boolean;
}

/** A virtual machine starts within that, on a busy machine too. */
const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * Walks through the steps and prints them. Exit code 0 when all hold, 1 when one does not, 3 when the program cannot be
 * started or the check was interrupted. Throws a usage error without a program.
 */
export async function adapterCheck(argv: readonly string[], flags: AdapterCheckFlags, io: Io): Promise<number> {
  if (argv.length === 0) {
    throw usageError(
      'adapter.argv',
      'failed to check an adapter: no program is given',
      'write its command line after two dashes: ce-conform adapter check -- node adapter.js',
    );
  }
  const result = await checkAdapter(argv, { timeoutMs: flags.timeout ?? DEFAULT_TIMEOUT_MS, signal: io.signal });
  if (flags.json === true) printJson(jsonOf(argv, result), io);
  else io.out.write(renderCheck(argv, result, createStyle(io.out.hasColors, io.out.columns)));
  return exitOf(result);
}

function exitOf({ steps, aborted }: CheckResult): number {
  const broken = steps.find((step) => step.broken !== undefined)?.broken;
  if (aborted || broken?.unreachable === true) return EXIT.inconclusive;
  return broken === undefined ? EXIT.conformant : EXIT.nonconformant;
}

function jsonOf(argv: readonly string[], result: CheckResult): object {
  const holds = exitOf(result) === EXIT.conformant;
  const { hello, aborted } = result;
  return {
    argv,
    holds,
    ...(aborted && { aborted }),
    ...(hello && {
      adapter: { name: hello.name, version: hello.version, language: hello.language, supports: hello.supports },
    }),
    steps: result.steps.map(stepJson),
    ...(holds && { run: runCommand(argv) }),
  };
}

function stepJson({ id, title, broken }: StepResult): object {
  if (broken === undefined) return { id, title, status: 'holds' };
  const { problem, next, line, asked } = broken;
  const stderr = asked && stderrOf(asked);
  return {
    id,
    title,
    status: 'broken',
    ...(asked && { sent: asked.sent, seen: asked.seen }),
    ...(stderr !== undefined && { stderr }),
    problem,
    next,
    ...(line !== undefined && { line }),
  };
}
