// The report as annotations of GitHub Actions: the verdict, and one for each finding, as many as GitHub shows.
import type { Finding } from '../../engine/findings.js';
import { type Decision, decisionOf } from '../render/decision.js';
import type { RenderContext } from '../render/render-context.js';
import { standings } from '../render/standing.js';
import { count } from '../text/layout.js';
import { createView, type View } from '../text/view.js';
import type { Report } from '../types.js';
import { type Annotation, command } from './command.js';
import { findingAnnotation } from './finding-annotation.js';

/** GitHub shows so many of each level for a step, and drops the rest without a word. */
const MOST = 10;

export function renderGithub(report: Report, context: RenderContext): string {
  const view = createView(report, { colors: false, columns: 0, ...context.rerun });
  const decision = decisionOf(report, context.rerun);
  const { errors, warnings } = sorted(view);
  const level = decision.exit === 0 ? 'notice' : 'error';
  // The verdict is one of them.
  const shownErrors = errors.slice(0, level === 'error' ? MOST - 1 : MOST);
  const shownWarnings = warnings.slice(0, MOST);
  const hidden = errors.length + warnings.length - shownErrors.length - shownWarnings.length;
  const annotations: readonly Annotation[] = [
    { level, title: `ce-conform: ${decision.verdict}`, message: verdictText(decision, hidden) },
    ...shownErrors.map((finding) => findingAnnotation('error', finding, view, context)),
    ...shownWarnings.map((finding) => findingAnnotation('warning', finding, view, context)),
  ];
  return annotations.map((one) => `${command(one)}\n`).join('');
}

// What a baseline lists, and what breaks nothing but a SHOULD, asks for nothing to be done today.
function sorted({ report, failures, warnings, cases }: View): {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
} {
  const standingOf = standings(report);
  const counts = (finding: Finding): boolean =>
    finding.cases.some((id) => {
      const item = cases.get(id);
      return item !== undefined && standingOf(item).kind === 'failed';
    });
  return {
    errors: failures.filter(counts),
    warnings: [...failures.filter((finding) => !counts(finding)), ...warnings],
  };
}

function verdictText({ sentence, notes, exit }: Decision, hidden: number): string {
  const more =
    hidden === 0 ? [] : [`${count(hidden, 'more finding has', 'more findings have')} no annotation of their own.`];
  return [sentence, ...notes, ...more, `Exit code ${exit}.`].join('\n');
}
