// Why a container cannot be used, in words for whoever named its image.

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

export type ContainerError = Error & { readonly problem: ContainerProblem };

/** The error that carries a problem. */
export const containerError = (problem: ContainerProblem, cause?: unknown): ContainerError =>
  Object.assign(new Error(problem.message, { cause }), { problem });

/** The problem that an error carries. */
export const containerProblemOf = (error: unknown): ContainerProblem | undefined =>
  error instanceof Error && 'problem' in error ? (error as ContainerError).problem : undefined;
