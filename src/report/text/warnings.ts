// Warnings: rules weaker than MUST that do not hold. They change no verdict, so they take two or three lines each.
import type { Finding } from '../../engine/findings.js';
import { count, hang, wrap } from './layout.js';
import { rerun } from './rerun.js';
import { safe } from './safe.js';
import { showPair } from './show-value.js';
import { MARKS } from './style.js';
import type { View } from './view.js';

export function warningsText(view: View): readonly string[] {
  const { warnings, style } = view;
  if (warnings.length === 0) return [];
  return [
    '',
    style.bold('Warnings'),
    ...wrap('A rule weaker than MUST does not hold; the verdict stays as it is.', style.width - 2).map(
      (line) => `  ${style.dim(line)}`,
    ),
    ...warnings.flatMap((finding) => warning(finding, view)),
  ];
}

function warning(finding: Finding, view: View): readonly string[] {
  const { style } = view;
  const room = style.width - 6;
  const text = `${finding.title} (${finding.requirements.join(', ')}; ${count(finding.cases.length, 'case')})`;
  const item = view.cases.get(finding.cases[0] ?? '');
  const lines = hang(`    ${style.outcome.warned(MARKS.warned)} `, 6, wrap(safe(text, 400), room));
  if (item === undefined) return lines;
  const { expected, actual } = showPair(item.expected, item.actual, Math.floor(room / 2) - 10);
  const isJudged = item.expected !== undefined || item.actual !== undefined;
  return [
    ...lines,
    ...(isJudged ? hang('      ', 6, wrap(`expected ${expected}, saw ${actual}`, room), style.dim) : []),
    `      ${style.dim(rerun(view, item.id))}`,
  ];
}
