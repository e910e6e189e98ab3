import { onTestFinished } from 'vitest';
import { type ContainerProblem, containerProblemOf } from '../../../../src/target/container/container-problem.js';
import { type ContainerHost, openContainerHost } from '../../../../src/target/container/host.js';

/** A stay that is over when the test is. */
export async function openHost(signal?: AbortSignal): Promise<ContainerHost> {
  const host = await openContainerHost(signal);
  onTestFinished(() => host.close());
  return host;
}

/** The problem that work ends with. Fails where it succeeds, or throws anything else. */
export async function problemOf(work: Promise<unknown>): Promise<ContainerProblem> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  const problem = containerProblemOf(error);
  if (problem === undefined) throw error;
  return problem;
}
