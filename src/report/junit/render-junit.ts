// The report as JUnit XML, the form in which CI systems read tests. A failure is a test that the exit code speaks of; what
// neither passed nor failed is skipped, with its status and its reason. The schema that Jenkins publishes knows no more.
import { create } from 'xmlbuilder2';
import { decisionOf } from '../render/decision.js';
import type { RenderContext } from '../render/render-context.js';
import { standings } from '../render/standing.js';
import { untoldVerdict } from '../render/verdict-test.js';
import type { Report } from '../types.js';
import { propertiesOf } from './properties-of.js';
import { suiteElement } from './suite-element.js';
import { suitesOf } from './suites-of.js';
import { verdictSuite } from './verdict-suite.js';
import { xmlText } from './xml-text.js';

/** Longest name of the whole, in characters. */
const MOST = 200;

export function renderJunit(report: Report, context: RenderContext): string {
  const { tool, target, run, cases } = report;
  const standingOf = standings(report);
  const decision = decisionOf(report, context.rerun);
  const untold = untoldVerdict(
    decision,
    cases.map((item) => standingOf(item).kind),
  );
  const rendering = { report, context, standingOf, properties: propertiesOf(report, decision) };
  const sections = suitesOf(report).map((one, index) => suiteElement(one, index, rendering));
  const suites = untold === undefined ? sections : [...sections, verdictSuite(untold, sections.length, rendering)];
  const sum = (name: '@tests' | '@failures' | '@errors'): number => suites.reduce((total, one) => total + one[name], 0);
  const testsuites = {
    '@name': xmlText(`${tool.name}: ${target.name}: ${decision.verdict}`, MOST),
    '@tests': sum('@tests'),
    '@failures': sum('@failures'),
    '@errors': sum('@errors'),
    '@time': run.durationMs / 1000,
    testsuite: suites,
  };
  return `${create({ version: '1.0', encoding: 'UTF-8' }, { testsuites }).end({ prettyPrint: true })}\n`;
}
