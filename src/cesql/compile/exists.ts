// EXISTS (section 3.4.4), which never raises an error.
import type { Exists } from '../types.js';
import type { Build } from './build.js';
import type { Code } from './code.js';

export function exists({ semantics }: Build, { name, span }: Exists): Code {
  return {
    kind: 'computed',
    type: 'boolean',
    position: span.start,
    run: ({ event }) => {
      try {
        return semantics.exists(event, name);
      } catch {
        return false;
      }
    },
  };
}
