import { beforeAll, describe, expect, test } from 'vitest';
import { parseReport } from '../../src/report/parse-report.js';
import type { Report } from '../../src/report/types.js';
import { diagnosticOf } from '../cli/helpers/diagnostic.js';
import { runReference } from './helpers/run-reference.js';

let report: Report;
beforeAll(async () => {
  ({ report } = await runReference({ only: ['core.attr.*'] }));
});

test('a report of a real run is one, with every member kept', () => {
  expect(parseReport(JSON.stringify(report), 'r.json')).toEqual(report);
});

const wrong = (text: string) => diagnosticOf(() => parseReport(text, 'r.json'));

describe('a usage error', () => {
  test.each(['', '{', 'schema: ce-conform/report/1', '{"schema":"ce-conform/report/1"'])(
    'for no JSON: %j',
    async (text) => {
      const { code, exit, message } = await wrong(text);
      expect({ code, exit }).toEqual({ code: 'report.json', exit: 2 });
      expect(message).toMatch(/^failed to read r\.json: it is no JSON: /);
    },
  );

  test.each([
    ['null', 'says nothing of a schema'],
    ['[]', 'says nothing of a schema'],
    ['{"a":1}', 'says nothing of a schema'],
    ['{"schema":"ce-conform/report/2"}', 'says "ce-conform/report/2"'],
    ['{"schema":{"a":1}}', 'says {"a":1}'],
  ])('for another document: %s', async (text, words) => {
    const { code, exit, message } = await wrong(text);
    expect({ code, exit }).toEqual({ code: 'report.schema', exit: 2 });
    expect(message).toContain(words);
  });

  test.each<[string, (value: Report) => object, string]>([
    ['a member that is missing', ({ verdict: _, ...rest }) => rest, "must have required property 'verdict'"],
    ['a member too many', (value) => ({ ...value, extra: 1 }), 'must NOT have additional properties (extra)'],
    [
      'another verdict',
      (value) => ({ ...value, verdict: 'green' }),
      '/verdict must be equal to one of the allowed values',
    ],
    ['a digest of the report that is none', (value) => ({ ...value, digest: 'sha256:x' }), '/digest must match'],
    ['more than a digest that is missing', ({ digest: _, tool: __, ...rest }) => rest, "property 'tool'"],
    [
      'a digest that is none',
      (value) => ({ ...value, suite: { ...value.suite, digest: 'x' } }),
      '/suite/digest must match',
    ],
    [
      'a count below zero',
      (value) => ({ ...value, summary: { ...value.summary, pass: -1 } }),
      '/summary/pass must be >= 0',
    ],
  ])('for %s', async (_, change, words) => {
    const { code, exit, message } = await wrong(JSON.stringify(change(report)));
    expect({ code, exit }).toEqual({ code: 'report.invalid', exit: 2 });
    expect(message).toContain(words);
  });

  test('for a report without a digest', async () => {
    const { digest: _, ...rest } = report;
    expect(await wrong(JSON.stringify(rest))).toEqual({
      code: 'report.digest',
      message: 'failed to read r.json: it has no digest: it was edited, or is of a version that wrote none',
      hint: 'get the file as it was written, or judge the target again',
      exit: 2,
    });
  });

  test.each([
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('for %s that are nested deeper than a stack', async (_, open, close) => {
    const deep = `${open.repeat(200_000)}1${close.repeat(200_000)}`;
    const [first, ...others] = report.cases.map((one) => JSON.stringify(one));
    const cases = [first?.replace(/\}$/, `,"expected":${deep}}`), ...others];
    const text = JSON.stringify({ ...report, cases: [] }).replace('"cases":[]', `"cases":[${cases}]`);
    const { code, exit, message } = await wrong(text);
    expect({ code, exit }).toEqual({ code: 'report.deep', exit: 2 });
    expect(message).toContain('deeper than 1100 levels');
  });

  test('that nothing of the file can use to reach the terminal', async () => {
    const esc = '\u001b[2J\u202e';
    for (const text of [esc, JSON.stringify({ schema: esc }), JSON.stringify({ ...report, [esc]: 1 })]) {
      const { message } = await wrong(text);
      expect(message).not.toMatch(/[\u0000-\u001f\u202e]/);
    }
  });
});
