import type { Subject } from './types.js';

/** What the hello of a subject says it is: its version, and its name where the SDK that was listed is called otherwise. */
export const softwareOf = ({ sdk, name, version }: Pick<Subject, 'sdk' | 'name' | 'version'>): string =>
  sdk.split(' ').includes(name) ? version : `${name} ${version}`;
