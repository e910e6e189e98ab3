// The report as JUnit XML, the form in which CI systems read tests. A failure is a test that the exit code speaks of; what
// neither passed nor failed is skipped, with its status and its reason. The schema that Jenkins publishes knows no more.
import { create } from 'xmlbuilder2';
import { decisionOf } from '../render/decision.js';
import type { RenderContext } from '../render/render-context.js';
import { standings } from '../render/standing.js';
import type { Report } from '../types.js';
import { suiteElement } from './suite-element.js';
import { suitesOf } from './suites-of.js';
import { xmlText } from './xml-text.js';

/** Longest name of a target, in characters. */
const MOST = 200;

export function renderJunit(report: Report, context: RenderContext): string {
  const standingOf = standings(report);
  const { verdict, sentence, exit, notes } = decisionOf(report, context.rerun);
  const { tool, target, suite, run } = report;
  const suites = suitesOf(report).map((one, index) => suiteElement(one, index, { report, context, standingOf }));
  const sum = (name: '@tests' | '@failures' | '@errors'): number => suites.reduce((total, one) => total + one[name], 0);
  const properties = {
    tool: `${tool.name} ${tool.version}`,
    specification: `CloudEvents ${suite.specVersion}`,
    suite: suite.digest,
    target: target.name,
    seed: run.seed,
    verdict,
    because: [sentence, ...notes].join(' '),
    exit: String(exit),
  };
  const written = suites.map(({ testcase, ...rest }) => ({
    ...rest,
    properties: {
      property: Object.entries(properties).map(([name, value]) => ({ '@name': name, '@value': xmlText(value, 1000) })),
    },
    testcase,
    // Other schemas ask for both.
    'system-out': '',
    'system-err': '',
  }));
  const root = {
    '@name': xmlText(`${tool.name}: ${target.name}: ${verdict}`, MOST),
    '@tests': sum('@tests'),
    '@failures': sum('@failures'),
    '@errors': sum('@errors'),
    '@time': run.durationMs / 1000,
    testsuite: written,
  };
  return `${create({ version: '1.0', encoding: 'UTF-8' }, { testsuites: root }).end({ prettyPrint: true })}\n`;
}
