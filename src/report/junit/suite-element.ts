import type { RenderContext } from '../render/render-context.js';
import type { Standing } from '../render/standing.js';
import type { CaseReport, Report } from '../types.js';
import type { CaseSuite } from './suites-of.js';
import { type TestcaseElement, testcaseElement } from './testcase-element.js';
import { xmlText } from './xml-text.js';

export interface Rendering {
  readonly report: Report;
  readonly context: RenderContext;
  readonly standingOf: (item: CaseReport) => Standing;
}

/** A `testsuite` without what all of them share. */
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
  readonly testcase: readonly TestcaseElement[];
}

export function suiteElement({ name, cases }: CaseSuite, index: number, rendering: Rendering): SuiteElement {
  const standings = cases.map(rendering.standingOf);
  const of = (...kinds: readonly Standing['kind'][]): number =>
    standings.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    '@package': 'ce-conform',
    '@id': index,
    '@name': xmlText(name, 200),
    // The schema of Ant wants no fraction and no zone.
    '@timestamp': rendering.report.run.startedAt.slice(0, 19),
    '@hostname': 'localhost',
    '@tests': cases.length,
    '@failures': of('failed'),
    '@errors': of('error'),
    '@skipped': of('known', 'other'),
    '@time': cases.reduce((sum, { ms }) => sum + ms, 0) / 1000,
    testcase: cases.map((item, place) =>
      testcaseElement(item, standings[place] ?? rendering.standingOf(item), rendering),
    ),
  };
}
