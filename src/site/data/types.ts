// What the site is made of, as it was read from the repository. Page makers see nothing else.

import type { SubjectEntry } from '../../cli/subjects-file.js';
import type { Status } from '../../engine/judgement.js';
import type { JsonValue } from '../../event/types.js';
import type { MustCount } from '../../report/badge/types.js';
import type { Excerpt } from '../../report/matrix/excerpt.js';

export interface SiteInput {
  /** In the order of `adapters/subjects.yaml`. Those without a report are left out. */
  readonly sdks: readonly Sdk[];
  /** README.md, docs/ and reports/: paths from the root of the repository, with `/`. */
  readonly markdown: readonly MarkdownFile[];
  /** Finished pages that the site takes over as they are: paths from the root of the repository. */
  readonly pages: readonly string[];
  /** Where the sources are published, without a slash at the end. */
  readonly repository?: string;
  /** The address of the site, or the path of it, with a slash at the end: for the page of what is not found. */
  readonly base?: string;
  readonly style: string;
  readonly script: string;
}

export interface MarkdownFile {
  readonly path: string;
  readonly text: string;
}

/** A subject that is judged, with every version that was. */
export interface Sdk {
  readonly entry: SubjectEntry;
  readonly newest: Version;
  readonly older: readonly Version[];
}

/** What is kept of one report. */
export interface Version {
  /** Of the software, as the name of the file has it. */
  readonly version: string;
  /** From the root of the repository. */
  readonly file: string;
  /** The day of the run, as YYYY-MM-DD. */
  readonly judgedOn: string;
  readonly excerpt: Excerpt;
  readonly musts: MustCount;
  readonly statuses: ReadonlyMap<string, Status>;
  /** What is known of each case that failed or warned, by its id. */
  readonly failures: ReadonlyMap<string, Failure>;
  readonly findings: readonly ReportedFinding[];
  /** The whole of an SVG file. */
  readonly badge: string;
}

export interface Failure {
  readonly status: Status;
  readonly message?: string;
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
}

export interface ReportedFinding {
  /** Unique on a page, and nothing but letters, digits and hyphens. */
  readonly anchor: string;
  readonly title: string;
  /** Whether a MUST is broken, rather than something weaker. */
  readonly isBreach: boolean;
  readonly requirements: readonly string[];
  readonly cases: readonly string[];
}
