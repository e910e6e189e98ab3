// Why a container cannot be used, in words for whoever named its image.
import { quote } from '../adapter/quote.js';

export interface ContainerProblem {
  readonly code:
    | 'container.engine' // no Docker engine answers
    | 'container.image' // there is no such image, here or to be had
    | 'container.start' // it ended at once, or was never there
    | 'container.aborted'; // the run was ended
  /** One sentence, safe to print: what failed, and what was seen. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

/** What went wrong, apart from what was seen. */
export type ProblemKind = Pick<ContainerProblem, 'code' | 'hint'>;

export type ContainerError = Error & { readonly problem: ContainerProblem };

/** The error that carries a problem. */
export const containerError = (problem: ContainerProblem, cause?: unknown): ContainerError =>
  Object.assign(new Error(problem.message, { cause }), { problem });

/** The problem that an error carries. */
export const containerProblemOf = (error: unknown): ContainerProblem | undefined =>
  error instanceof Error && 'problem' in error ? (error as ContainerError).problem : undefined;

export const INTERRUPTED: ContainerProblem = {
  code: 'container.aborted',
  message: 'the run was interrupted',
  hint: 'start it again',
};

export const NO_START: ProblemKind = {
  code: 'container.start',
  hint: 'start the image by hand (docker run), and look at its log',
};

/** The error that tells what was tried, and what the engine said to it. */
export function failed(what: string, error: unknown, kind: ProblemKind): ContainerError {
  const said = error instanceof Error ? error.message : String(error);
  return containerError({ ...kind, message: `failed ${what}: ${quote(said, 300)}` }, error);
}
