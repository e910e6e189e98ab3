import { buildBadge } from '../../report/badge/build-badge.js';
import { renderSvg } from '../../report/badge/render-badge.js';
import type { Report } from '../../report/types.js';

/** The badge of a run as an SVG file, as `ce-conform badge` makes it. */
export const badgeOf = (report: Report): string => renderSvg(buildBadge(report));
