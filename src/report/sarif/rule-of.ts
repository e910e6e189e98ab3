import type { Level } from '../../engine/requirement.js';
import type { About } from '../render/about-requirement.js';
import { safe } from '../text/safe.js';
import type { RequirementReport } from '../types.js';
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
export function ruleOf(told: RequirementReport, about: (id: string) => About): object {
  const { id, level, outcome, document, section } = told;
  const { known, href } = about(id);
  return {
    id: safe(id, MOST),
    ...(known === undefined
      ? {}
      : {
          shortDescription: { text: messageText(known.rule, MOST * 10) },
          help: { text: messageText(`${known.rule}. Tested so: ${known.how}.`, MOST * 10) },
          helpUri: href,
        }),
    defaultConfiguration: { level: LEVELS[level] },
    properties: {
      level,
      outcome,
      ...(document === undefined ? {} : { document: safe(document, MOST) }),
      ...(section === undefined ? {} : { section: safe(section, MOST) }),
      ...(known === undefined || known.positions.length === 0 ? {} : { positions: known.positions }),
    },
  };
}
