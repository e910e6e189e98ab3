// Every requirement with what became of it: a folded table for each document of the specification.
import { cellCode } from '../markdown/code.js';
import { link } from '../markdown/link.js';
import { markdownTable } from '../markdown/table.js';
import { aboutRequirements } from '../render/about-requirement.js';
import type { RenderContext } from '../render/render-context.js';
import { count } from '../text/layout.js';
import { safe } from '../text/safe.js';
import { groupBySection } from '../text/sections.js';
import { MARKS } from '../text/style.js';
import type { Report, RequirementReport } from '../types.js';
import { folded } from './folded.js';

const HEAD = ['Requirement', 'Level', 'Outcome', 'Cases'];

/** Longest id, in characters. */
const MOST_ID = 200;

export const requirementBlocks = (report: Report, { registry }: RenderContext): readonly (readonly string[])[] => {
  const about = aboutRequirements(report, registry);
  const row = ({ id, level, outcome, cases, unscored }: RequirementReport): readonly string[] => {
    return [
      link(cellCode(id, MOST_ID), about(id).href),
      unscored === true ? `${level.toUpperCase()}, not scored` : level.toUpperCase(),
      `${MARKS[outcome]} ${outcome}`,
      String(cases),
    ];
  };
  return groupBySection(report.requirements).map(({ title, sections }) => {
    const members = sections.flatMap((section) => section.requirements);
    const failed = members.filter(({ outcome }) => outcome === 'failed').length;
    return folded(
      `${plain(title)}: ${count(members.length, 'requirement')}, ${failed} failed`,
      markdownTable(HEAD, members.map(row)),
    );
  });
};

// It stands in HTML.
const plain = (text: string): string => safe(text.replaceAll(/[^\w ().-]/g, '?'), 80);
