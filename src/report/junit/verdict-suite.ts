import { VERDICT_TEST } from '../render/verdict-test.js';
import type { Rendering } from './rendering.js';
import { emptySuite, type SuiteElement } from './suite-element.js';
import { xmlText } from './xml-text.js';

/** Longest reason, in characters. */
const MOST = 1000;

/** A suite of one test, for a run that must not be taken for a good one although none of its tests failed. */
export function verdictSuite(reason: string, index: number, rendering: Rendering): SuiteElement {
  const error = {
    '@type': rendering.report.verdict,
    '@message': xmlText(reason, MOST),
    '#': xmlText(reason, MOST),
  };
  return {
    ...emptySuite('Verdict', index, rendering),
    '@tests': 1,
    '@errors': 1,
    testcase: [{ '@classname': 'ce-conform', '@name': VERDICT_TEST, '@time': 0, error }],
  };
}
