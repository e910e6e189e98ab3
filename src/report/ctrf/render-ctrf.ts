// The report in the Common Test Report Format (ctrf.io). It has no word for what was seen and breaks no rule, so that stands
// as "other", with our own status beside it.
import { decisionOf } from '../render/decision.js';
import { jsonText } from '../render/json-text.js';
import type { RenderContext } from '../render/render-context.js';
import { standings } from '../render/standing.js';
import { untoldVerdict, VERDICT_TEST } from '../render/verdict-test.js';
import { safe } from '../text/safe.js';
import { groupBySection } from '../text/sections.js';
import type { Report } from '../types.js';
import { type CtrfTest, ctrfTest } from './ctrf-test.js';

/** The version of the format. */
const SPEC_VERSION = '0.0.0';

export function renderCtrf(report: Report, context: RenderContext): string {
  const { tool, run, target, suite, cases } = report;
  const decision = decisionOf(report, context.rerun);
  const standingOf = standings(report);
  const suiteOf = suites(report);
  const untold = untoldVerdict(
    decision,
    cases.map((item) => standingOf(item).kind),
  );
  const tests = [
    ...cases.map((item) =>
      ctrfTest(item, standingOf(item), { report, context, suite: suiteOf.get(item.requirement) ?? ['Other'] }),
    ),
    ...(untold === undefined ? [] : [verdictTest(untold, decision.verdict)]),
  ];
  const of = (status: CtrfTest['status']): number => tests.filter((test) => test.status === status).length;
  const start = Date.parse(run.startedAt) || 0;
  return jsonText({
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: new Date(start).toISOString(),
    generatedBy: safe(`${tool.name} ${tool.version}`, 100),
    results: {
      tool: { name: safe(tool.name, 100) || 'ce-conform', version: safe(tool.version, 100) },
      summary: {
        tests: tests.length,
        passed: of('passed'),
        failed: of('failed'),
        skipped: of('skipped'),
        pending: 0,
        other: of('other'),
        start,
        stop: start + Math.round(run.durationMs),
        duration: Math.round(run.durationMs),
      },
      tests,
      extra: {
        verdict: decision.verdict,
        because: decision.sentence,
        notes: decision.notes,
        exit: decision.exit,
        target: safe(target.name, 200),
        specification: suite.specVersion,
        suite: suite.digest,
        profiles: report.profiles.map(({ id, verdict, requirements }) => ({ id, verdict, ...requirements })),
      },
    },
  });
}

const verdictTest = (message: string, rawStatus: string): CtrfTest => ({
  name: VERDICT_TEST,
  status: 'failed',
  duration: 0,
  rawStatus,
  message,
});

const suites = ({ requirements }: Report): ReadonlyMap<string, readonly string[]> =>
  new Map(
    groupBySection(requirements).flatMap(({ title, sections }) =>
      sections.flatMap((section) =>
        section.requirements.map(({ id }) => [id, [safe(title, 200), safe(section.title, 200)]] as const),
      ),
    ),
  );
