import type { BaselineReport } from '../../../../src/report/baseline/types.js';

/** What a baseline comes to in which no entry is about anything. */
export const NO_ENTRIES: BaselineReport = {
  file: 'known.yaml',
  exit: 0,
  known: [],
  new: [],
  flaky: [],
  confirmed: [],
  stale: [],
  open: [],
};
