import type { Finding } from '../../engine/findings.js';
import { aboutRequirements } from '../render/about-requirement.js';
import { expectedAndActual } from '../render/case-words.js';
import type { RenderContext } from '../render/render-context.js';
import { count } from '../text/layout.js';
import { rerun } from '../text/rerun.js';
import { safe } from '../text/safe.js';
import { isFailed, type View } from '../text/view.js';
import type { Annotation } from './command.js';

/** Longest title, and longest line of a message, in characters. */
const [MOST_TITLE, MOST_LINE] = [160, 400];

/** Requirements named of one finding. */
const MOST_REQUIREMENTS = 4;

/** A finding: what it breaks, one case of it with what was expected and seen, and how to see it again. */
export function findingAnnotation(
  level: Annotation['level'],
  { title, requirements, cases }: Finding,
  view: View,
  { registry, rerun: again }: RenderContext,
): Annotation {
  const members = cases.flatMap((id) => view.cases.get(id) ?? []);
  const example = members.find(isFailed) ?? members[0];
  const about = aboutRequirements(view.report, registry);
  const rules = requirements.slice(0, MOST_REQUIREMENTS).map((id) => {
    const { level: strength, known } = about(id);
    return known === undefined ? id : `${id} (${(strength ?? known.level).toUpperCase()}): ${known.rule}`;
  });
  const more = requirements.length - rules.length;
  const lines = [
    ...rules,
    ...(more > 0 ? [`and ${count(more, 'more requirement')}`] : []),
    ...(example === undefined
      ? []
      : [
          `${count(cases.length, 'case')}, such as ${example.id}`,
          ...expectedAndActual(example, MOST_LINE).map(([label, text]) => `${label}: ${text}`),
          rerun(again, safe(example.id, MOST_LINE)),
        ]),
  ];
  return { level, title: safe(title, MOST_TITLE), message: lines.map((line) => safe(line, MOST_LINE * 2)).join('\n') };
}
