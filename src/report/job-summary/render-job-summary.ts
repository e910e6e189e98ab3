// The report as a page of GitHub's Markdown, made for the summary of a job: the verdict first, then what is wrong, the rest folded.
import { prose } from '../markdown/prose.js';
import { decisionOf } from '../render/decision.js';
import type { RenderContext } from '../render/render-context.js';
import { inert } from '../text/inert.js';
import { createView } from '../text/view.js';
import type { Report } from '../types.js';
import { baselineBlocks } from './baseline-blocks.js';
import { findingBlocks } from './finding-blocks.js';
import { fitBlocks } from './fit-blocks.js';
import { headBlock } from './head-block.js';
import { notSeenBlock } from './not-seen-block.js';
import { profilesBlock } from './profiles-block.js';
import { requirementBlocks } from './requirement-blocks.js';

/** What GitHub takes of the summary of one step, in bytes. */
export const MAX_SUMMARY_BYTES: number = 1024 * 1024;

/** The page, of at most `maxBytes`. Foreign text stands in code spans, cut. What does not fit is left out from the end, and said to be. */
export function renderJobSummary(report: Report, context: RenderContext, maxBytes: number = MAX_SUMMARY_BYTES): string {
  const view = createView(report, { colors: false, columns: 0, ...context.rerun });
  const blocks = [
    headBlock(report, decisionOf(report, context.rerun)),
    profilesBlock(report),
    ...findingBlocks(view, context),
    ...baselineBlocks(report),
    notSeenBlock(report),
    ...requirementBlocks(report, context),
  ].filter((block) => block.length > 0);
  return inert(
    fitBlocks(
      blocks.map((block) => `${block.join('\n')}\n`),
      maxBytes,
      leftOut,
    ),
  );
}

const leftOut = (blocks: number): string =>
  prose(
    `${blocks} more ${blocks === 1 ? 'part is' : 'parts are'} left out: the page would be too long. The report has everything.`,
  );
