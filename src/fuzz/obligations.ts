import type { Claims } from '../engine/claims.js';
import type { Observation } from '../engine/observed.js';
import type { Suite } from '../engine/suite.js';
import type { Obligations } from './shot.js';

/**
 * What a target has to refuse: what the text itself asks for, and of who claims to validate, what the suite judges then. All
 * else that is invalid has no prescribed reaction.
 */
export function obligationsOf(
  { cases, requirements }: Pick<Suite, 'cases' | 'requirements'>,
  { validates, errorMode }: Pick<Claims, 'validates' | 'errorMode'>,
  observation: Observation = 'reply',
): Obligations {
  const judged = new Set(
    cases.filter(({ whenValidating }) => whenValidating !== undefined).map(({ requirement }) => requirement.id),
  );
  const isDemanded = (id: string): boolean => requirements.get(id)?.code === 'rej';
  return {
    asked: observation === 'adapter' ? 'event' : 'message',
    isDemanded,
    isDue: (id) => isDemanded(id) || (validates && judged.has(id)),
    ...(errorMode === undefined ? {} : { errorMode }),
  };
}
