// The report as SARIF 2.1.0, the form of static analysis: requirements are its rules, failures and warnings its results. What passed or
// was not seen has no result; the invocation says what the run amounts to.
import { aboutRequirements } from '../render/about-requirement.js';
import { decisionOf } from '../render/decision.js';
import { jsonText } from '../render/json-text.js';
import type { RenderContext } from '../render/render-context.js';
import { safe } from '../text/safe.js';
import type { Report } from '../types.js';
import { invocationOf } from './invocation-of.js';
import { resultsOf } from './results-of.js';
import { ruleOf } from './rule-of.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

export function renderSarif(report: Report, context: RenderContext): string {
  const { tool, suite, target, requirements } = report;
  const about = aboutRequirements(report, context.registry);
  const decision = decisionOf(report, context.rerun);
  return jsonText({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: safe(tool.name, 100),
            version: safe(tool.version, 100),
            rules: requirements.map((one) => ruleOf(one, about)),
          },
        },
        automationDetails: { id: `ce-conform/${suite.specVersion}/` },
        invocations: [invocationOf(report, decision)],
        columnKind: 'unicodeCodePoints',
        results: resultsOf(report, context),
        properties: {
          target: safe(target.name, 200),
          specification: suite.specVersion,
          suite: suite.digest,
          verdict: decision.verdict,
          summary: report.summary,
          profiles: report.profiles.map(({ id, verdict, requirements: counts }) => ({
            id: safe(id, 200),
            verdict,
            ...counts,
          })),
        },
      },
    ],
  });
}
