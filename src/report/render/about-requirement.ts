import { sectionLink } from '../../../suites/links.js';
import type { Registry } from '../../../suites/registry.js';
import type { Level, Requirement } from '../../engine/requirement.js';
import type { Report } from '../types.js';

/** What can be said of a requirement that a report names. A report of another suite may name some that are not known here. */
export interface About {
  /** As it was asked of the target, which may be more than the registry says. */
  readonly level?: Level;
  readonly known?: Requirement;
  /** The section that holds the rule. */
  readonly href?: string;
}

/** Looks requirements of a report up. */
export function aboutRequirements({ requirements, suite }: Report, registry: Registry): (id: string) => About {
  const levels = new Map(requirements.map(({ id, level }) => [id, level]));
  const spec = suite.specVersion === 'main' ? 'main' : '1.0.2';
  return (id) => {
    const known = registry.requirements.get(id);
    const level = levels.get(id) ?? known?.level;
    return {
      ...(level === undefined ? {} : { level }),
      ...(known === undefined ? {} : { known, href: sectionLink(known, spec, registry) }),
    };
  };
}
