// The published reports of five real SDKs in every format, each read by a library or checked by a schema of other hands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { RenderContext } from '../../../src/report/render/render-context.js';
import { FORMATS, type Format, loadRenderer } from '../../../src/report/render/renderers.js';
import { rerunOf } from '../../../src/report/rerun-of.js';
import { SUMMARY_KEYS, summaryOf } from '../../../src/report/summary.js';
import type { Report } from '../../../src/report/types.js';
import { loadRegistry } from '../../../suites/registry.js';
import { readCtrf, readHar, readSarif } from './helpers/read-json.js';
import { readJunit, xsdComplaints } from './helpers/read-junit.js';
import { readMarkdown } from './helpers/read-markdown.js';
import { readTap } from './helpers/read-tap.js';
import { workflowCommands } from './helpers/workflow-commands.js';

/** Of the others than the first, all that is not quiet and every fortieth of the rest: five whole ones take longer than they tell more. */
const SDKS = ['go/2.16.2', 'java/4.0.1', 'javascript/10.0.0', 'python/2.2.0', 'rust/0.9.0'];

describe.each(SDKS)('%s', (sdk) => {
  let report: Report;
  const texts = new Map<Format, string>();
  const text = (format: Format): string => texts.get(format) ?? '';

  beforeAll(async () => {
    const whole: Report = JSON.parse(readFileSync(join(packageRoot(), 'reports', `${sdk}.json`), 'utf8'));
    report = sdk === SDKS[0] ? whole : shortened(whole);
    const context: RenderContext = { registry: loadRegistry(), rerun: rerunOf(report) };
    for (const format of FORMATS) texts.set(format, (await loadRenderer(format))(report, context));
  });

  const broken = (): number => report.summary.fail + report.summary.timeout;
  const quiet = (): number => report.cases.length - report.summary.pass - broken() - report.summary.harnessError;

  test('json is the report', () => {
    expect(JSON.stringify(JSON.parse(text('json')))).toBe(JSON.stringify(report));
  });

  test('JUnit: every case once, failures as failures, and nothing else that looks passed', async () => {
    const { root, suites, cases } = readJunit(text('junit'));
    expect(cases.map(({ name }) => name).toSorted()).toEqual(report.cases.map(({ id }) => id).toSorted());
    expect(cases.filter(({ failure }) => failure !== undefined)).toHaveLength(broken());
    expect(cases.filter(({ skipped }) => skipped !== undefined)).toHaveLength(quiet());
    expect(root).toMatchObject({ tests: String(report.cases.length), failures: String(broken()), errors: '0' });
    expect(suites.reduce((sum, { skipped }) => sum + Number(skipped), 0)).toBe(quiet());
    const named = new Map(cases.map((one) => [one.name, one]));
    for (const item of report.cases.filter(({ status }) => status === 'fail')) {
      const shown = named.get(item.id)?.failure?.text ?? '';
      if (item.expected !== undefined) expect(shown).toContain('\nexpected:  ');
      if (item.actual !== undefined) expect(shown).toContain('\nactual:    ');
    }
  });

  test('JUnit: the schema that Jenkins publishes takes it', async () => {
    expect(await xsdComplaints(text('junit'), 'jenkins-junit')).toEqual([]);
  });

  test('TAP: every case a point, and every point what its case is', () => {
    const tap = readTap(text('tap'));
    expect(tap).toMatchObject({
      ok: false,
      count: report.cases.length,
      fail: broken(),
      skip: quiet(),
      todo: 0,
      plan: { start: 1, end: report.cases.length },
      extra: [],
    });
    expect(tap.points.map(({ name }) => name)).toEqual(report.cases.map(({ id }) => id));
    const failed = tap.points.filter(({ ok }) => !ok);
    expect(failed.every(({ diag }) => diag?.['status'] === 'fail' && 'rerun' in diag)).toBe(true);
  });

  test('CTRF: counts that add up, with our own status beside theirs', () => {
    const { summary, tests } = readCtrf(text('ctrf')).results;
    expect(summary).toMatchObject({ tests: report.cases.length, passed: report.summary.pass, failed: broken() });
    expect(summary.passed + summary.failed + summary.skipped + summary.other).toBe(summary.tests);
    expect(tests.map(({ rawStatus }) => rawStatus)).toEqual(report.cases.map(({ status }) => status));
  });

  test('SARIF: a rule for each requirement with its place, a result for each failure and warning', () => {
    const { tool, results, invocations } = readSarif(text('sarif'));
    const { rules } = tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(report.requirements.map(({ id }) => id));
    expect(rules.every(({ helpUri }) => String(helpUri).includes('github.com/cloudevents/spec/blob/'))).toBe(true);
    expect(results).toHaveLength(broken() + report.summary.warn);
    expect(results.every(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id === ruleId)).toBe(true);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(broken());
    expect(invocations).toMatchObject([
      { executionSuccessful: true, exitCode: 1, exitCodeDescription: 'nonconformant' },
    ]);
  });

  test('HAR: every HTTP message, and none that was made up', () => {
    const { entries } = readHar(text('har'));
    const evidence = report.cases.flatMap((item) => item.evidence ?? []);
    const sent = evidence.flatMap((one) => one.sent.filter((part) => 'method' in part));
    const written = evidence.flatMap((one) =>
      one.received.flatMap((message) =>
        message.kind === 'messages' ? message.messages.filter((one) => !('binding' in one)) : [],
      ),
    );
    expect(entries).toHaveLength(sent.length + written.length);
    expect(entries.every(({ response, time }) => response.status === 0 && time === 0)).toBe(true);
    expect(entries.every(({ comment }) => comment.includes('not sent over HTTP'))).toBe(true);
  });

  test('annotations: the verdict first, no more than GitHub shows, the rest counted', () => {
    const commands = workflowCommands(text('github'));
    expect(commands.map(({ name }) => name).filter((name) => name === 'error').length).toBeLessThanOrEqual(10);
    expect(commands.map(({ name }) => name).filter((name) => name === 'warning').length).toBeLessThanOrEqual(10);
    expect(commands).toHaveLength(text('github').trimEnd().split('\n').length);
    expect(commands[0]).toMatchObject({ name: 'error', properties: { title: 'ce-conform: nonconformant' } });
    const hidden = report.findings.length - commands.length + 1;
    if (hidden > 0) expect(commands[0]?.data).toContain(`${hidden} more finding`);
  });

  test('Markdown: the verdict first, whole tables, no link but to the specification', () => {
    const markdown = text('markdown');
    expect(markdown.startsWith('## ✖ CloudEvents: nonconformant\n')).toBe(true);
    expect(Buffer.byteLength(markdown)).toBeLessThan(200_000);
    const { links, html, rows, images } = readMarkdown(markdown);
    expect(links.filter((href) => !href.startsWith('https://github.com/cloudevents/spec/blob/'))).toEqual([]);
    expect(
      html.filter((one) => !/^(?:<\/?(?:details|summary)>|<details>\n<summary>[\w ,.():-]+<\/summary>)\n?$/.test(one)),
    ).toEqual([]);
    expect(images).toBe(0);
    expect(rows.every((table) => new Set(table).size === 1)).toBe(true);
    expect(rows.flat()).toHaveLength(
      report.profiles.length + report.unseen.length + report.requirements.length + rows.length,
    );
  });

  test('text: the same counts', () => {
    for (const [status, key] of Object.entries(SUMMARY_KEYS))
      expect(text('text')).toContain(`${report.summary[key]} ${status}`);
    expect(workflowCommands(text('text'))).toEqual([]);
  });
});

function shortened(report: Report): Report {
  const cases = report.cases.filter(
    ({ status }, index) => ['fail', 'warn', 'timeout'].includes(status) || index % 40 === 0,
  );
  return { ...report, cases, summary: summaryOf(cases.map(({ status }) => status)) };
}
