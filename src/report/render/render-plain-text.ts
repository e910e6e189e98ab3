import { renderText } from '../text/render.js';
import type { Report } from '../types.js';
import type { RenderContext } from './render-context.js';

/** The text of `run`, without colours, for a file. */
export const renderPlainText = (report: Report, { rerun }: RenderContext): string =>
  renderText(report, { colors: false, columns: 0, ...rerun });
