import type { Standing } from '../render/standing.js';
import type { Properties } from './properties-of.js';
import type { Rendering } from './rendering.js';
import type { CaseSuite } from './suites-of.js';
import { type TestcaseElement, testcaseElement } from './testcase-element.js';
import { xmlText } from './xml-text.js';

/** Longest name, in characters. */
const MOST = 200;

/** A `testsuite`, its members in the order that the schemas want. */
export interface SuiteElement {
  readonly '@package': string;
  readonly '@id': number;
  readonly '@name': string;
  readonly '@timestamp': string;
  readonly '@hostname': string;
  readonly '@tests': number;
  readonly '@failures': number;
  readonly '@errors': number;
  readonly '@skipped': number;
  readonly '@time': number;
  readonly properties: Properties;
  readonly testcase: readonly TestcaseElement[];
  readonly 'system-out': string;
  readonly 'system-err': string;
}

export function suiteElement({ name, cases }: CaseSuite, index: number, rendering: Rendering): SuiteElement {
  const judged = cases.map((item) => ({ item, standing: rendering.standingOf(item) }));
  const of = (...kinds: readonly Standing['kind'][]): number =>
    judged.filter(({ standing }) => kinds.includes(standing.kind)).length;
  return {
    ...emptySuite(name, index, rendering),
    '@tests': cases.length,
    '@failures': of('failed'),
    '@errors': of('error'),
    '@skipped': of('known', 'other'),
    '@time': cases.reduce((sum, { ms }) => sum + ms, 0) / 1000,
    testcase: judged.map(({ item, standing }) => testcaseElement(item, standing, rendering)),
  };
}

/** A suite without tests. Ant's schema asks for much of it, and wants no fraction and no zone in a time. */
export const emptySuite = (name: string, index: number, { report, properties }: Rendering): SuiteElement => ({
  '@package': 'ce-conform',
  '@id': index,
  '@name': xmlText(name, MOST),
  '@timestamp': report.run.startedAt.slice(0, 19),
  '@hostname': 'localhost',
  '@tests': 0,
  '@failures': 0,
  '@errors': 0,
  '@skipped': 0,
  '@time': 0,
  properties,
  testcase: [],
  'system-out': '',
  'system-err': '',
});
