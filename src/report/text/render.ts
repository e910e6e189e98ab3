// The report as a person reads it in a terminal: who was judged, rule by rule, what is wrong, what is unknown, the verdict.
import type { Report } from '../types.js';
import { baselineText } from './baseline.js';
import { findingsText } from './findings.js';
import { header } from './header.js';
import { inert } from './inert.js';
import { outline } from './outline.js';
import { stopped, totals } from './totals.js';
import { unseenText } from './unseen.js';
import { createView, type TextOptions } from './view.js';
import { warningsText } from './warnings.js';

/** The report as text, ending in a line feed. Pure. Nothing that a target sent reaches it unescaped, or begins a command of a CI system. */
export function renderText(report: Report, options: TextOptions): string {
  const view = createView(report, options);
  const lines = [
    ...header(view),
    ...(report.run.stopped === undefined ? [] : stopped(view)),
    ...outline(view),
    ...findingsText(view),
    ...warningsText(view),
    ...unseenText(view),
    ...baselineText(view),
    ...totals(view),
  ];
  return inert(`${lines.join('\n')}\n`);
}
