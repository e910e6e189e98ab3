import { sectionLink } from '../../../suites/links.js';
import type { Level } from '../../engine/requirement.js';
import type { RenderContext } from '../render/render-context.js';
import { safe } from '../text/safe.js';
import type { Report, RequirementReport } from '../types.js';
import { messageText } from './message-text.js';

/** Longest text of a report, in characters. */
const MOST = 300;

export const LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note' | 'none'>> = {
  must: 'error',
  should: 'warning',
  may: 'note',
  info: 'none',
};

/** A requirement as a rule: what it asks for, how it is tested, and where the specification says it. */
export function ruleOf(told: RequirementReport, { suite }: Report, { registry }: RenderContext): object {
  const { id, level, outcome, document, section } = told;
  const requirement = registry.requirements.get(id);
  const spec = suite.specVersion === 'main' ? 'main' : '1.0.2';
  return {
    id: safe(id, MOST),
    ...(requirement === undefined
      ? {}
      : {
          shortDescription: { text: messageText(requirement.rule, MOST * 10) },
          help: { text: messageText(`${requirement.rule} Tested so: ${requirement.how}`, MOST * 10) },
          helpUri: sectionLink(requirement, spec, registry),
        }),
    defaultConfiguration: { level: LEVELS[level] },
    properties: {
      level,
      outcome,
      ...(document === undefined ? {} : { document: safe(document, MOST) }),
      ...(section === undefined ? {} : { section: safe(section, MOST) }),
      ...(requirement === undefined || requirement.positions.length === 0 ? {} : { positions: requirement.positions }),
    },
  };
}
