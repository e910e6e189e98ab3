// What an id on the command line stands for.
import type { Registry } from '../../../suites/registry.js';
import { resolveId } from '../../../suites/registry.js';
import type { Case } from '../../engine/case.js';
import { type ConformError, usageError } from '../../engine/error.js';
import type { Position, Requirement } from '../../engine/requirement.js';
import type { Suite } from '../../engine/suite.js';
import { didYouMean } from '../nearest.js';

export type Subject =
  | { readonly kind: 'position'; readonly position: Position }
  | {
      readonly kind: 'requirement' | 'variant' | 'case';
      /** The present id, where a former one was given. */
      readonly id: string;
      readonly requirement: Requirement;
      readonly cases: readonly Case[];
    };

/**
 * A position number (`A31`), a requirement by its present or a former id, one of its variants
 * (`core.type.str/astral`), or a case (`core.type.str/astral@http-binary`). Throws a usage error for anything else.
 */
export function findSubject(given: string, suite: Suite, registry: Registry): Subject {
  const position = registry.positions.get(given.toUpperCase());
  if (position !== undefined) return { kind: 'position', position };
  const [, name = '', rest = ''] = /^([^/]*)(.*)$/s.exec(given) ?? [];
  const requirement = suite.requirements.get(resolveId(name, registry) ?? '');
  if (requirement === undefined)
    throw unknown(
      given,
      [...suite.requirements.keys(), ...registry.aliases.keys(), ...registry.positions.keys()],
      suite,
    );
  const id = `${requirement.id}${rest}`;
  const own = suite.cases.filter((item) => item.requirement.id === requirement.id);
  if (rest === '') return { kind: 'requirement', id, requirement, cases: own };
  const exact = own.filter((item) => item.id === id);
  if (exact.length > 0) return { kind: 'case', id, requirement, cases: exact };
  const variant = own.filter((item) => item.id.startsWith(`${id}@`));
  if (variant.length > 0) return { kind: 'variant', id, requirement, cases: variant };
  throw unknown(
    given,
    own.map((item) => (id.includes('@') ? item.id : item.id.replace(/@.*$/, ''))),
    suite,
  );
}

function unknown(given: string, candidates: readonly string[], suite: Suite): ConformError {
  const isCase = given.includes('/');
  const all = isCase ? [...candidates, ...suite.cases.map(({ id }) => id)] : candidates;
  return usageError(
    'explain.unknown',
    `failed to explain ${JSON.stringify(given)}: there is no such requirement, case or position`,
    didYouMean(given, new Set(all)) ?? `run \`ce-conform list${isCase ? ' --cases' : ''}\` to see the ids`,
  );
}
