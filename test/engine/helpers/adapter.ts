// Adapters in memory, as targets: the reference with faults, or whatever a test answers.
import { onTestFinished } from 'vitest';
import { type Claims, claimsOf } from '../../../src/engine/claims.js';
import { type RunOptions, type RunResult, run } from '../../../src/engine/run.js';
import type { Suite } from '../../../src/engine/suite.js';
import { tasksOf } from '../../../src/engine/tasks.js';
import { answerAs, REFERENCE_CLAIMS } from '../../../src/reference/adapter/answer.js';
import { adapterInMemory } from '../../../src/reference/adapter/in-memory.js';
import type { Answerer } from '../../../src/reference/adapter/serve-adapter.js';
import type { Fault } from '../../../src/reference/fault.js';
import { createAdapterTarget } from '../../../src/target/adapter/adapter-target.js';
import type { Target } from '../../../src/target/types.js';

/** The reference, with these faults. */
export const truly =
  (faults: readonly Fault[] = []): Answerer =>
  (request) =>
    answerAs(request, '0', faults);

/** The reference, but for what `other` answers; `undefined` leaves it to the reference. */
export const trulyBut =
  (other: Answerer): Answerer =>
  (request, line) =>
    other(request, line) ?? answerAs(request, '0', []);

/** An adapter that answers so and claims these words, closed when the test ends. */
export function adapterTarget(
  answer: Answerer,
  supports: readonly string[] = REFERENCE_CLAIMS,
): Required<Omit<Target, 'interruptions'>> {
  const target = open(answer, supports);
  onTestFinished(() => target.close());
  return target;
}

function open(answer: Answerer, supports: readonly string[]): Required<Omit<Target, 'interruptions'>> {
  const hello = { kind: 'hello', name: 'tested', version: '1', language: 'typescript', supports } as const;
  return createAdapterTarget(adapterInMemory(answer), hello);
}

/** A run over such an adapter, in all that an adapter can be asked. */
export async function runAdapter(
  suite: Suite,
  answer: Answerer,
  { supports = REFERENCE_CLAIMS, ...more }: Partial<RunOptions> & { readonly supports?: readonly string[] } = {},
): Promise<RunResult> {
  const claims: Claims = claimsOf(supports);
  const target = open(answer, supports);
  try {
    return await run({
      suite,
      target,
      tasks: tasksOf('adapter'),
      observe: 'adapter',
      claims,
      filter: { only: [], skip: [] },
      spec: '1.0.2',
      seed: 'test',
      concurrency: 4,
      timeoutMs: 20_000,
      signal: new AbortController().signal,
      ...more,
    });
  } finally {
    await target.close();
  }
}
