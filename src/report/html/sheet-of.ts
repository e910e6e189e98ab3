import type { Finding } from '../../engine/findings.js';
import type { RenderContext } from '../render/render-context.js';
import { rerun } from '../text/rerun.js';
import { createView } from '../text/view.js';
import type { Report } from '../types.js';
import { outlineOf } from './outline-of.js';
import type { Sheet } from './types.js';

/** The report, with the lookups that it leaves to its reader. */
export function sheetOf(report: Report, { registry, rerun: how }: RenderContext): Sheet {
  return {
    report,
    registry,
    rerun: (id) => rerun(how, id),
    view: createView(report, { colors: false, columns: 0, target: '' }),
    outline: outlineOf(report, registry),
    findingsOf: byRequirement(report.findings),
  };
}

function byRequirement(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const id of finding.requirements) found.set(id, [...(found.get(id) ?? []), finding]);
  }
  return found;
}
