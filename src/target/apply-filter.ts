// Sets the filter of a target by a command of its owner: no two brokers are told in the same way.
import { createOutputTail } from './adapter/output-tail.js';
import { howEnded, killGroup, startProcess } from './start-process.js';
import type { Exchange, ExchangeOptions, Reply, SetFilter } from './types.js';

/** Stands for the expression in an argument of the command. */
export const PLACEHOLDER = '{expression}';

/** The variable in which the command finds the expression too. */
export const VARIABLE = 'CE_CONFORM_EXPRESSION';

/** How the command says that the target does not take this expression (EX_DATAERR of sysexits.h). */
export const REFUSED = 65;

/** The longest expression that is put into an argument or a variable, in UTF-16 code units; on stdin it has no limit. */
const LONGEST = 32_000;

/**
 * Runs the command without a shell, once for each expression: it finds the expression on its stdin, in `CE_CONFORM_EXPRESSION`, and
 * wherever an argument holds `{expression}`. Exit code 0: the filter is in force. 65: the target refuses the expression. Any
 * other: it could not be set, which says nothing about the target.
 */
export function applyFilter(argv: readonly string[]): SetFilter {
  return async (expression, options) => {
    const started = performance.now();
    const reply = await apply(argv, expression, options);
    return { reply, ms: performance.now() - started } satisfies Exchange;
  };
}

async function apply(argv: readonly string[], expression: string, options: ExchangeOptions): Promise<Reply> {
  // Neither an argument nor a variable can hold it.
  const fits = expression.length <= LONGEST && !expression.includes('\0');
  if (!fits && argv.some((word) => word.includes(PLACEHOLDER))) {
    return {
      kind: 'unset',
      reason: `the expression is none for an argument; take it from stdin instead of ${PLACEHOLDER}`,
    };
  }
  const started = await startProcess(
    argv.map((word) => word.replaceAll(PLACEHOLDER, () => expression)),
    { env: { ...process.env, ...(fits ? { [VARIABLE]: expression } : {}) } },
  );
  if (started.kind === 'failure') return { kind: 'unset', reason: started.message };
  const { child } = started;
  const tail = createOutputTail();
  child.stdout.resume();
  child.stderr.on('data', (chunk: Buffer) => tail.push(chunk));
  // A command that does not read its stdin may close it before everything is written.
  child.stdin.on('error', () => undefined).end(expression);
  const signal = AbortSignal.any([AbortSignal.timeout(options.timeoutMs), ...(options.signal ? [options.signal] : [])]);
  const stop = (): void => killGroup(child);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const ended = await new Promise<{ readonly code: number | null; readonly how: string }>((resolve) => {
    child.once('close', (code, name) => resolve({ code, how: howEnded(code, name) }));
  });
  signal.removeEventListener('abort', stop);
  killGroup(child);
  if (ended.code === 0) return { kind: 'set' };
  const said = lastLine(tail.since(0) ?? '');
  if (ended.code === REFUSED) return { kind: 'rejected', reason: said };
  if (signal.aborted) return { kind: 'unset', reason: `the command did not end within ${options.timeoutMs} ms` };
  return {
    kind: 'unset',
    reason: [`the command ended with ${ended.how}`, said].filter((part) => part !== '').join(': '),
  };
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)?.slice(0, 400) ?? '';
