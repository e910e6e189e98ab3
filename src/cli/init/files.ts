import { CONFIG_FILE } from '../config.js';
import type { Ci } from './types.js';

/** Where everything stands that `init` writes, and the reports that the configuration asks for. */
export const FILES: Readonly<Record<'config' | 'baseline' | 'report' | 'junit', string>> = {
  config: CONFIG_FILE,
  baseline: 'ce-conform-baseline.yaml',
  report: 'ce-conform.json',
  /** What GitLab shows beside a merge request. */
  junit: 'ce-conform-junit.xml',
};

/** The workflow, where there is one. GitLab has one file for everything, which is not ours to write: it includes this one. */
export const WORKFLOWS: Readonly<Record<Ci, string | undefined>> = {
  github: '.github/workflows/conformance.yml',
  gitlab: '.gitlab/conformance.yml',
  none: undefined,
};
