// The report as TAP 14: a point a case. What neither passed nor failed is skipped, a failure that a baseline lists is a TODO, and a run
// that must not be taken for a good one, although no point failed, ends in "Bail out!".
import { decisionOf } from '../render/decision.js';
import type { RenderContext } from '../render/render-context.js';
import { standings } from '../render/standing.js';
import { untoldVerdict } from '../render/verdict-test.js';
import { inert } from '../text/inert.js';
import { safe } from '../text/safe.js';
import type { Report } from '../types.js';
import { point } from './point.js';

/** Longest comment, in characters. */
const MOST = 500;

export function renderTap(report: Report, context: RenderContext): string {
  const { tool, suite, target, cases } = report;
  const decision = decisionOf(report, context.rerun);
  const standingOf = standings(report);
  const untold = untoldVerdict(
    decision,
    cases.map((item) => standingOf(item).kind),
  );
  const lines = [
    'TAP version 14',
    // A plan of none would say that everything was left out on purpose, which is well.
    ...(cases.length === 0 ? [] : [`1..${cases.length}`]),
    comment(`${tool.name} ${tool.version}, CloudEvents ${suite.specVersion}, ${target.name}`),
    ...cases.flatMap((item, index) => point(index + 1, item, standingOf(item), { report, context })),
    comment(`verdict: ${decision.verdict}: ${decision.sentence}`),
    ...decision.notes.map(comment),
    comment(`exit: ${decision.exit}`),
    ...(untold === undefined ? [] : [`Bail out! ${inert(safe(untold, MOST))}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const comment = (text: string): string => `# ${inert(safe(text, MOST))}`;
