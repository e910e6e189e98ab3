// The library: what other programs may rely on.

export { conform as run } from './cli/conform.js';
export type { RunSettings } from './cli/options.js';
export type { RunHooks } from './cli/run-hooks.js';
export type { Diagnostic, ExitCode } from './engine/error.js';
export { ConformError, EXIT } from './engine/error.js';
export type { Finding } from './engine/findings.js';
export type { Status } from './engine/judgement.js';
export type { Verdict } from './engine/verdict.js';
export { exitOf } from './engine/verdict.js';
export type { BaselineReport } from './report/baseline/types.js';
export { exitOfReport } from './report/exit-of-report.js';
export type { CaseReport, ProfileReport, Report, RequirementReport, Summary } from './report/types.js';
