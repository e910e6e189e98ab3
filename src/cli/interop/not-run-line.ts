import type { NotRun } from '../../report/interop/types.js';

/** Who did not run, why, and what a person does about it, on one line. */
export const notRunLine = ({ id, reason, build, install }: NotRun): string =>
  [
    `not run: ${id}: ${reason}`,
    ...(build === undefined ? [] : [`build it: ${build}`]),
    ...(install === undefined ? [] : [`it needs: ${install}`]),
  ].join('; ');
