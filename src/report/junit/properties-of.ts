import type { Decision } from '../render/decision.js';
import type { Report } from '../types.js';
import { xmlText } from './xml-text.js';

/** Longest value, in characters. */
const MOST = 1000;

export interface Properties {
  readonly property: readonly { readonly '@name': string; readonly '@value': string }[];
}

/** What every test suite says of the run: readers show a suite at a time. */
export function propertiesOf(
  { tool, suite, target, run }: Report,
  { verdict, sentence, notes, exit }: Decision,
): Properties {
  const told = {
    tool: `${tool.name} ${tool.version}`,
    specification: `CloudEvents ${suite.specVersion}`,
    suite: suite.digest,
    target: target.name,
    seed: run.seed,
    verdict,
    because: [sentence, ...notes].join(' '),
    exit: String(exit),
  };
  return {
    property: Object.entries(told).map(([name, value]) => ({ '@name': name, '@value': xmlText(value, MOST) })),
  };
}
