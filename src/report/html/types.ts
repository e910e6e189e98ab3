// What the page adds to a report: what the registry knows, and the line that runs a case again.
import type { Registry } from '../../../suites/registry.js';
import type { Finding } from '../../engine/findings.js';
import type { View } from '../text/view.js';
import type { Report } from '../types.js';
import type { DocumentOutline } from './outline-of.js';

/** The report with every lookup that the parts of the page share. */
export interface Sheet {
  readonly report: Report;
  readonly registry: Registry;
  /** The command that runs one case again, as a shell reads it. */
  readonly rerun: (caseId: string) => string;
  /** For the sentences that the terminal has too. */
  readonly view: View;
  readonly outline: readonly DocumentOutline[];
  /** Findings by the id of a requirement. */
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
}
