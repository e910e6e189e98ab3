import { describe, expect, test } from 'vitest';
import type { BaselineReport } from '../../../src/report/baseline/types.js';
import { baselineText } from '../../../src/report/text/baseline.js';
import type { TextOptions } from '../../../src/report/text/view.js';
import type { Report } from '../../../src/report/types.js';
import { caseOf, reportOf, textOf, viewOf } from './helpers/reports.js';

const entry = (glob: string, line: number, more: object = {}) =>
  ({ list: 'expected', case: glob, line, reason: `the reason of ${glob}`, ...more }) as const;

const baseline: BaselineReport = {
  file: 'known.yaml',
  exit: 1,
  known: ['core.a/one@x', 'core.a/two@x'],
  new: [{ case: 'core.n/one@x', fingerprint: '0a1b2c3d' }],
  flaky: ['core.f/one@x'],
  confirmed: [
    { entry: entry('core.a', 2, { ticket: 'T-1' }), cases: ['core.a/one@x', 'core.a/two@x'] },
    { entry: { ...entry('core.f', 20), list: 'flaky' }, cases: ['core.f/one@x'] },
  ],
  stale: [
    { entry: entry('core.b', 4), why: 'passes', message: 'its case passes now', cases: [] },
    {
      entry: entry('core.c', 6),
      why: 'expired',
      message: 'expired on 2020-01-01, and 1 case of it still fails',
      cases: [],
    },
  ],
  open: [{ entry: entry('core.d', 8), message: 'its case was no part of this run', cases: [] }],
};

const report = (change: Partial<BaselineReport> = {}, more: Partial<Report> = {}): Report =>
  reportOf({ ...more, baseline: { ...baseline, ...change } });
const section = (of: Report, options: Partial<TextOptions> = {}): string =>
  baselineText(viewOf(of, options)).join('\n');

describe('the section', () => {
  test('tells what is new and what is stale before what is known', () => {
    expect(section(report())).toMatchInlineSnapshot(`
      "
      Baseline known.yaml
        ✖ 1 new failure; --update-baseline lists it
            core.n/one@x (fingerprint 0a1b2c3d)
        ! 2 stale entries, to be removed or changed
            line 4: core.b — its case passes now
            line 6: core.c — expired on 2020-01-01, and 1 case of it still fails
        ○ 1 entry that this run neither confirms nor disproves
            line 8: core.d — its case was no part of this run
        · 2 known failures
            line 2: core.a (2 cases) — the reason of core.a (T-1)
        · 1 flaky case
            line 20: core.f (1 case) — the reason of core.f"
    `);
  });

  test('tells which open entries have undecided cases, and how many the exit code leaves out', () => {
    const message = '2 of 3 cases could not be decided: blocked (it rests on core.a)';
    const cases = ['core.d/one@x', 'core.d/two@x'];
    const open = [
      { entry: entry('core.d', 8), message, cases },
      { entry: entry('core.d/one', 9), message, cases: cases.slice(1) },
    ];
    const text = section(report({ open: [...open, ...baseline.open] }), { columns: 120 });
    expect(text).toContain(
      '3 entries that this run neither confirms nor disproves, with 2 undecided cases that the exit code leaves out\n',
    );
    expect(text).toContain(`line 8: core.d (2 cases) — ${message}\n`);
    expect(text).toContain('line 9: core.d/one (1 case) — ');
    expect(text).toContain('line 8: core.d — its case was no part of this run\n');
  });

  test('is absent without a baseline, and short where there is nothing to tell', () => {
    expect(section(reportOf())).toBe('');
    expect(section(report({ known: [], new: [], flaky: [], confirmed: [], stale: [], open: [] }))).toBe(
      '\nBaseline known.yaml',
    );
  });

  test('counts what is beyond a dozen, unless everything is asked for', () => {
    const many = report({
      new: Array.from({ length: 30 }, (_, index) => ({ case: `core.n/${index}@x`, fingerprint: '0a1b2c3d' })),
    });
    expect(section(many)).toContain('30 new failures; --update-baseline lists them');
    expect(section(many)).toContain('and 18 more (--verbose)');
    expect(section(many)).not.toContain('core.n/12@x');
    expect(section(many, { verbose: true })).toContain('core.n/29@x');
    expect(section(many, { verbose: true })).not.toContain('more (--verbose)');
  });

  test('keeps to the width, and lets nothing foreign move a cursor', () => {
    const evil = '\u001b[2J\u202e'.repeat(40);
    const foreign = report({
      file: evil,
      new: [{ case: evil, fingerprint: evil }],
      stale: [{ entry: entry(evil, 1), why: 'passes', message: evil, cases: [] }],
      confirmed: [{ entry: entry(evil, 1, { reason: evil, ticket: evil }), cases: [] }],
      open: [{ entry: entry(evil, 1), message: evil, cases: [evil] }],
    });
    const text = section(foreign, { columns: 60 });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(60);
  });

  test('has colours only where they are asked for', () => {
    expect(section(report(), { colors: true })).toContain('\u001b[31m✖');
    expect(section(report())).not.toContain('\u001b');
  });
});

describe('the whole report', () => {
  test('ends with the exit code and why, below the verdict', () => {
    const lines = textOf(report({}, { verdict: 'nonconformant' }))
      .trimEnd()
      .split('\n');
    expect(lines.at(-2)).toMatch(/^Verdict {3}nonconformant: /);
    expect(lines.at(-1)).toBe(
      'Exit      1: 1 new failure that known.yaml does not list, and 2 of its entries are stale.',
    );
    expect(textOf(reportOf())).not.toContain('Exit ');
  });

  test.each([
    [0, '32'],
    [1, '31'],
    [3, '33'],
    [4, '31'],
    [5, '33'],
  ] as const)('shows exit %i in the colour %s', (exit, color) => {
    expect(textOf(report({ exit }), { colors: true })).toContain(`\u001b[${color}m${exit}: `);
  });

  test('tells findings with new failures first, and how many are new', () => {
    const failed = ['core.a/one@x', 'core.n/one@x', 'core.n/two@x'].map((id) => caseOf(id, { status: 'fail' }));
    const findings = [
      { id: 'k', title: 'an old one', requirements: ['core.a'], cases: ['core.a/one@x'] },
      { id: 'n', title: 'a fresh one', requirements: ['core.n'], cases: ['core.n/one@x', 'core.n/two@x'] },
    ];
    const text = textOf(report({}, { cases: failed, findings }));
    expect(text).toContain('  1. a fresh one (2 cases, 1 new)');
    expect(text).toContain('  2. an old one (1 case, none new)');
    expect(textOf(reportOf({ cases: failed, findings }))).toContain('  1. an old one (1 case)\n');
  });
});
