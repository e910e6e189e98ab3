// One hostile report through every format. Each output is read by a library of other hands: it holds what was put there, as text, and
// nothing else. What the formats are made of is counted, so that one more of it would show.
import { beforeAll, describe, expect, test } from 'vitest';
import { FORMATS, type Format, loadRenderer } from '../../../src/report/render/renderers.js';
import { loadRegistry } from '../../../suites/registry.js';
import { HOSTILE, HUGE, hostileReport } from './helpers/hostile-report.js';
import { readCtrf, readHar, readSarif } from './helpers/read-json.js';
import { readJunit, xsdComplaints } from './helpers/read-junit.js';
import { readMarkdown } from './helpers/read-markdown.js';
import { readTap } from './helpers/read-tap.js';
import { workflowCommands } from './helpers/workflow-commands.js';

const report = hostileReport();
const all = HOSTILE.join('');
const texts = new Map<Format, string>();
const text = (format: Format): string => texts.get(format) ?? '';
const count = (...statuses: readonly string[]): number =>
  report.cases.filter(({ status }) => statuses.includes(status)).length;

beforeAll(async () => {
  const context = { registry: loadRegistry(), rerun: { target: all, flags: [all], tail: ['--', all] } };
  for (const format of FORMATS) texts.set(format, (await loadRenderer(format))(report, context));
});

/** What would hide, move or colour in a terminal or an editor, and what is no character at all. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[^\P{Cs}]/u;

describe('one hostile report', () => {
  // A page is for a browser. Nobody prints it into a log, and its text has to stay as it is.
  const printed = FORMATS.filter((format) => format !== 'github' && format !== 'html');
  test.each(printed)('%s begins no command of a CI system', (format) => {
    expect(workflowCommands(text(format))).toEqual([]);
  });

  test.each(['text', 'markdown', 'junit', 'tap', 'github'] as const)(
    '%s holds nothing that hides or moves',
    (format) => {
      expect(UNSAFE.exec(text(format))).toBeNull();
    },
  );

  test.each(['text', 'markdown', 'junit', 'tap', 'ctrf', 'sarif', 'github'] as const)(
    '%s cuts 10 MB of one character, and tells its length where it stood',
    (format) => {
      expect(text(format).length).toBeLessThan(2_000_000);
      expect(text(format)).toContain('AAAAAAAA');
      expect(text(format)).not.toContain('A'.repeat(3000));
      if (format !== 'text') expect(text(format)).toContain(`(${HUGE.length} characters)`);
    },
  );

  test('json is the report, byte for byte', () => {
    expect(JSON.stringify(JSON.parse(text('json')))).toBe(JSON.stringify(report));
  });

  test('JUnit has as many tests as there are cases, each what it is', async () => {
    const { cases, root } = readJunit(text('junit'));
    expect(cases).toHaveLength(report.cases.length);
    expect(cases.filter(({ failure }) => failure)).toHaveLength(count('fail', 'timeout'));
    expect(cases.filter(({ error }) => error)).toHaveLength(count('harness-error'));
    expect(cases.filter((one) => 'skipped' in one)).toHaveLength(
      report.cases.length - count('fail', 'timeout', 'harness-error', 'pass'),
    );
    expect(cases.filter(({ name }) => name === 'smuggled')).toEqual([]);
    expect(root).toMatchObject({ tests: String(report.cases.length), failures: String(count('fail', 'timeout')) });
    const markup = cases.find(({ name }) => name.includes('/fail</failure>'));
    expect(markup?.failure?.text).toContain('<testcase name=\\"smuggled\\"/>&lt;&#0;&xxe;');
    expect(await xsdComplaints(text('junit'), 'jenkins-junit')).toEqual([]);
  });

  test('TAP has as many points as there are cases, and ends in its own words', () => {
    const tap = readTap(text('tap'));
    expect(tap).toMatchObject({
      count: report.cases.length,
      fail: count('fail', 'timeout', 'harness-error'),
      todo: 0,
      extra: [],
    });
    expect(tap.skip).toBe(report.cases.length - tap.fail - count('pass'));
    expect(tap.plan).toMatchObject({ start: 1, end: report.cases.length });
    expect(tap.bailout).toBeFalsy();
    expect(tap.points.filter(({ ok }) => !ok).every(({ diag }) => diag !== null && 'actual' in diag)).toBe(true);
  });

  test('CTRF, SARIF and HAR are what their schemas ask for, with as much in them as there is', () => {
    const { summary, tests } = readCtrf(text('ctrf')).results;
    expect(tests).toHaveLength(report.cases.length);
    expect(summary).toMatchObject({ passed: count('pass'), failed: count('fail', 'timeout', 'harness-error') });
    const { results, tool } = readSarif(text('sarif'));
    expect(results).toHaveLength(count('fail', 'timeout', 'warn'));
    expect(tool.driver.rules).toHaveLength(report.requirements.length);
    // A viewer makes links of these.
    expect(results.filter(({ message }) => /\]\(/.test(message.text))).toEqual([]);
    const { entries } = readHar(text('har'));
    expect(entries).toHaveLength(report.cases.length);
    expect(new Set(entries.map(({ request }) => new URL(request.url).host))).toEqual(new Set(['h']));
  });

  test('the annotations are those that were meant, and say what was given', () => {
    const commands = workflowCommands(text('github'));
    expect(commands).toHaveLength(text('github').trimEnd().split('\n').length);
    expect(commands.map(({ name }) => name)).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')]);
    expect(commands.every(({ properties }) => Object.keys(properties).join() === 'title')).toBe(true);
    expect(commands.some(({ data }) => data.includes('\n') && data.includes('%0A::error::b%0D%25'))).toBe(true);
    expect(
      Math.max(
        ...text('github')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(12_000);
  });

  test('Markdown has no element, link or image that came from outside, and no cell more than it should', () => {
    expect(Buffer.byteLength(text('markdown'))).toBeLessThanOrEqual(1024 * 1024);
    const { links, html, rows, images } = readMarkdown(text('markdown'));
    expect({ links, images }).toEqual({ links: [], images: 0 });
    expect(
      html.filter((one) => !/^(?:<details>\n<summary>[\w ,.():?…-]+<\/summary>|<\/details>)\n?$/.test(one)),
    ).toEqual([]);
    const opened = html.filter((one) => one.startsWith('<details>'));
    expect(html).toHaveLength(opened.length * 2);
    expect(rows.every((table) => new Set(table).size === 1)).toBe(true);
  });
});
