// A report in any format, for the commands that write reports of runs.
import { loadRegistry } from '../../suites/registry.js';
import type { RenderContext } from '../report/render/render-context.js';
import { type Format, loadRenderer } from '../report/render/renderers.js';
import type { Rerun } from '../report/text/rerun.js';
import type { Report } from '../report/types.js';

/** What renderers are given beside the report. */
export const contextOf = (rerun: Rerun): RenderContext => ({ registry: loadRegistry(), rerun });

/** The report in a format, whose library is loaded now. */
export const renderAs = async (format: Format, report: Report, context: RenderContext): Promise<string> =>
  (await loadRenderer(format))(report, context);
