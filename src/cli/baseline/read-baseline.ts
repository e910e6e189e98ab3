// `--baseline FILE`: failures that are known before the run.
import { basename } from 'node:path';
import type { Suite } from '../../engine/suite.js';
import type { Baseline } from '../../report/baseline/types.js';
import { readText } from '../read-text.js';
import { parseBaseline } from './parse-baseline.js';
import { resolveEntries } from './resolve-entries.js';

/** Reads a baseline. Every error is a usage error that names the file and, where there is one, line and column. */
export function readBaseline(file: string, suite: Suite): Baseline {
  const hint = 'give a readable YAML file as --baseline; with --update-baseline it is written from the run';
  const text = readText({ file, kind: 'baseline', isOptional: false, hint }) ?? '';
  return { file: basename(file), entries: resolveEntries(parseBaseline(text, file), suite.cases) };
}
