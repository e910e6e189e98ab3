import { code } from '../../markdown/code.js';
import type { NotRun } from '../types.js';

/** Who did not run, why, and what a person does about it. */
export const notRunItem = ({ id, sdk, reason, build, install }: NotRun): string =>
  [
    `- **Not run:** ${code(id)} (${code(sdk)}): ${code(reason)}`,
    ...(build === undefined ? [] : [`. Build it: ${code(build)}`]),
    ...(install === undefined ? [] : [`. What it needs: ${code(install)}`]),
  ].join('');
