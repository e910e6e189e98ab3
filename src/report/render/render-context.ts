// What a renderer needs beside the report. A renderer is a pure function of both, so that a report can be rendered later,
// on another machine.
import type { Registry } from '../../../suites/registry.js';
import type { Rerun } from '../text/rerun.js';
import type { Report } from '../types.js';

export interface RenderContext {
  /** Rules in words, sections and positions. A report of another suite may name what is not in it. */
  readonly registry: Registry;
  /** The command line of the run: `rerun(context.rerun, caseId)` runs a case again. */
  readonly rerun: Rerun;
}

/** A report as a file of one format. */
export type Renderer = (report: Report, context: RenderContext) => string;
