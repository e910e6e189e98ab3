// What `conformance()` takes: the settings of a run, and what only a test file can say.
import type { Binding } from '../binding/types.js';
import type { RunSettings } from '../cli/options.js';
import type { Report } from '../report/types.js';

export interface ConformanceOptions extends Omit<RunSettings, 'target' | 'report'> {
  /** As `--target`; a function is called when the tests run, after what `beforeAll` of the file started. */
  readonly target?: string | (() => string | URL | Promise<string | URL>);
  /** Over which binding a target is reached that a function tells. Default: HTTP. */
  readonly binding?: Binding;
  /** What the group of tests is called. */
  readonly name?: string;
  /** An inconclusive run skips the test of the verdict, rather than failing it. */
  readonly allowInconclusive?: boolean;
  /** Is handed the report of the run before the tests tell it. */
  readonly onReport?: (report: Report) => void | Promise<void>;
}
