import { CONFIG_FILE } from '../config.js';
import type { Ci } from './types.js';

/** Where everything stands that `init` writes, and the report that the configuration asks for. */
export const FILES: Readonly<Record<'config' | 'baseline' | 'report', string>> = {
  config: CONFIG_FILE,
  baseline: 'ce-conform-baseline.yaml',
  report: 'ce-conform.json',
};

/** The workflow, where there is one. GitLab has one file for everything, which is not ours to write: it includes this one. */
export const WORKFLOWS: Readonly<Record<Ci, string | undefined>> = {
  github: '.github/workflows/conformance.yml',
  gitlab: '.gitlab/conformance.yml',
  none: undefined,
};
