// Generated expressions, one after the other, each parsed from its text and evaluated in every error mode. None is kept.
import fc from 'fast-check';
import { compile } from '../../dist/src/cesql/compile.js';
import { parse } from '../../dist/src/cesql/parse.js';
import { expressions } from '../../dist/src/generate/expression/expressions.js';
import { textOf } from '../../dist/src/generate/expression/spell.js';
import { flawOf, MODES } from './flaw-of.mjs';

/** Where the heap is measured: caches are warm by then, and half and all of the way. */
const SHARES = { beginning: 0.05, middle: 0.5, end: 1 };

/** Milliseconds between two lines of progress. */
const PAUSE_MS = 2000;

/** Growth of the heap from the middle to the end that is no leak, in bytes: half of it would be 8 bytes an expression. */
const SLACK = 4 * 1024 * 1024;

const ours = (text, event, mode) => {
  const parsed = parse(text);
  return parsed.kind === 'problem'
    ? { value: false, errors: [parsed.error] }
    : compile(parsed.expression, { mode })(event);
};

/** Runs it. `evaluate(text, event, mode)` is ours unless a test hands in another. The flaw comes shrunk, with its path. */
export function soak({ count, seed, tell = () => {}, evaluate = ours, now = () => performance.now() }) {
  const started = now();
  let [done, told] = [0, started];
  const heap = {};
  const outcome = fc.check(
    fc.property(expressions(), (posed) => {
      const text = textOf(posed);
      const flaw = flawOf((mode) => evaluate(text, posed.event, mode));
      if (flaw !== undefined) throw new Error(flaw);
      done += 1;
      for (const [name, share] of Object.entries(SHARES))
        if (done === Math.max(1, Math.round(share * count))) heap[name] = heapUsed();
      if (now() - told < PAUSE_MS) return;
      told = now();
      tell(`${done} of ${count} expressions, ${rateOf(done, told - started)} a second`);
    }),
    { seed, numRuns: count, endOnFailure: false },
  );
  const ms = now() - started;
  if (!outcome.failed) return { count, seed, done, ms, heap };
  const [posed] = outcome.counterexample;
  const failure = {
    expression: textOf(posed),
    event: Object.fromEntries(posed.event.attributes),
    path: outcome.counterexamplePath,
    message: String(outcome.errorInstance?.message ?? outcome.error),
  };
  return { count, seed, done, ms, heap, failure };
}

/** What is printed of a result, and whether all holds. */
export function verdict({ count, seed, done, ms, heap, failure }) {
  const head = `seed ${seed}: ${done} of ${count} expressions in ${MODES.length} modes, ${rateOf(done, ms)} a second`;
  if (failure !== undefined) {
    const { expression, event, path, message } = failure;
    const lines = [head, `✖ ${message}`, `  expression  ${JSON.stringify(expression)}`];
    return { holds: false, lines: [...lines, `  event       ${JSON.stringify(event)}`, `  path        ${path}`] };
  }
  const isMeasured = Object.values(heap).every((bytes) => bytes !== undefined);
  const isFlat = !isMeasured || heap.end - heap.middle <= SLACK;
  const parts = Object.keys(SHARES).map((name) => `${name} ${isMeasured ? megabytes(heap[name]) : 'not measured'}`);
  return {
    holds: isFlat,
    lines: [
      head,
      '✔ nothing thrown, and no value, error or mode that is not as it should be',
      `${isFlat ? '✔ the heap stays flat' : '✖ the heap grows'}: ${parts.join(', ')}`,
    ],
  };
}

/** Bytes that are kept, or undefined where nobody can collect the garbage. */
function heapUsed() {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const rateOf = (number, ms) => Math.round(number / Math.max(ms / 1000, 0.001));

const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
