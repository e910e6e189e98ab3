// Runs and drives with the patience of a test.
import { onTestFinished } from 'vitest';
import type { Drive } from '../../../src/engine/drive.js';
import type { ExecuteOptions } from '../../../src/engine/execute.js';
import type { Status } from '../../../src/engine/judgement.js';
import { type RunOptions, type RunResult, run } from '../../../src/engine/run.js';
import type { Suite } from '../../../src/engine/suite.js';
import { createHttpTarget } from '../../../src/target/http-target.js';
import { startSink } from '../../../src/target/sink.js';
import type { HttpTarget, Sink } from '../../../src/target/types.js';

export function openTarget(url: URL): HttpTarget {
  const target = createHttpTarget({ url, authority: 'target.test' });
  onTestFinished(() => target.close());
  return target;
}

export async function openSink(): Promise<Sink> {
  const sink = await startSink();
  onTestFinished(() => sink.close());
  return sink;
}

export function driveOf(url: URL, suite: Suite, more: Partial<Drive> = {}): Drive {
  return {
    target: openTarget(url),
    observation: 'reply',
    fence: suite.baseline('http-structured'),
    seed: 'test',
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    ...more,
  };
}

export const executeOptions = (url: URL, suite: Suite, more: Partial<ExecuteOptions> = {}): ExecuteOptions => ({
  ...driveOf(url, suite, more),
  concurrency: 4,
  ...more,
});

export function runAgainst(url: URL, suite: Suite, more: Partial<RunOptions> = {}): Promise<RunResult> {
  return run({
    suite,
    target: openTarget(url),
    tasks: ['decode'],
    observe: 'auto',
    filter: { only: [], skip: [] },
    spec: '1.0.2',
    seed: 'test',
    concurrency: 4,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    ...more,
  });
}

/** The status of every case, by id. */
export const statuses = ({ results }: Pick<RunResult, 'results'>): Readonly<Record<string, Status>> =>
  Object.fromEntries(results.map(({ item, judgement }) => [item.id, judgement.status]));
