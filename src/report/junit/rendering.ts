import type { RenderContext } from '../render/render-context.js';
import type { Standing } from '../render/standing.js';
import type { CaseReport, Report } from '../types.js';
import type { Properties } from './properties-of.js';

/** What every element is made from. */
export interface Rendering {
  readonly report: Report;
  readonly context: RenderContext;
  readonly standingOf: (item: CaseReport) => Standing;
  readonly properties: Properties;
}
