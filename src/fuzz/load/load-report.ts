// The result of a load as JSON (`ce-conform schema load`).
import type { Carrier } from '../../engine/carriers.js';
import type { Observation } from '../../engine/observed.js';
import { loadProblem } from './load-problem.js';
import type { LoadResult } from './types.js';

export const LOAD_SCHEMA = 'ce-conform/load/1';

/** What is known beside the result. */
export interface AboutLoad {
  readonly tool: { readonly name: string; readonly version: string };
  /** `url` is without secrets. */
  readonly target: { readonly name: string; readonly kind: string; readonly url?: string };
  readonly run: {
    readonly seed: string;
    readonly observation: Observation;
    readonly carriers: readonly Carrier[];
    readonly timeoutMs: number;
    readonly startedAt: string;
    readonly node: string;
    readonly platform: string;
  };
}

export interface LoadReport extends AboutLoad {
  readonly schema: typeof LOAD_SCHEMA;
  readonly exit: 0 | 1 | 3 | 4;
  /** Why the exit code is not 0. */
  readonly problem?: string;
  readonly result: LoadResult;
}

/** The report of a result. */
export function loadReport(result: LoadResult, { tool, target, run }: AboutLoad): LoadReport {
  const problem = loadProblem(result);
  return {
    schema: LOAD_SCHEMA,
    tool,
    target,
    run,
    exit: problem?.exit ?? 0,
    ...(problem !== undefined && { problem: problem.message }),
    result,
  };
}
