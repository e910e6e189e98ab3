import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../src/engine/judgement.js';
import type { CaseReport } from '../../src/report/types.js';
import { metaOf, outcomeOf } from '../../src/vitest/outcome.js';
import { NO_ENTRIES } from '../report/baseline/helpers/no-entries.js';
import { caseOf } from '../report/text/helpers/reports.js';

const plain = { profiles: [] };
const ID = 'http.dec.once/blank@http-binary';

const entry = { list: 'expected', case: 'http.dec.once', line: 3, reason: 'the router \u001b[31mdecodes' } as const;
const failing = (rest: Partial<CaseReport> = {}): CaseReport =>
  caseOf(ID, { status: 'fail', message: 'another value', ...rest });

describe('only a case that passed makes a test that passes', () => {
  test('every status has its outcome', () => {
    const outcomes = STATUSES.map((status) => [status, outcomeOf(caseOf(ID, { status, message: 'why' }), plain)]);
    expect(Object.fromEntries(outcomes)).toEqual({
      pass: { kind: 'pass' },
      fail: { kind: 'fail' },
      timeout: { kind: 'fail' },
      'harness-error': { kind: 'fail' },
      warn: { kind: 'skip', reason: 'warning: why' },
      observed: { kind: 'skip', reason: 'observed: why' },
      'not-applicable': { kind: 'skip', reason: 'not-applicable: why' },
      blocked: { kind: 'skip', reason: 'blocked: why' },
      inconclusive: { kind: 'skip', reason: 'inconclusive: why' },
      'not-run': { kind: 'skip', reason: 'not-run: why' },
    });
  });

  test('what was not asked at all is skipped', () => {
    expect(outcomeOf(undefined, plain)).toEqual({
      kind: 'skip',
      reason: 'not part of this run: the target does not claim what it asks for',
    });
  });

  test('a reason is harmless and short', () => {
    const told = outcomeOf(
      caseOf(ID, { status: 'inconclusive', message: `\u001b]0;x\u0007${'a'.repeat(5000)}` }),
      plain,
    );
    expect(told.kind === 'skip' && told.reason).toMatch(/^inconclusive: \\u\{1b\}\]0;x\\u\{7\}a+…$/);
    expect(told.kind === 'skip' && told.reason.length).toBeLessThan(320);
  });
});

describe('a failure that the exit code leaves out fails no test', () => {
  test('one that the baseline knows, with its entry', () => {
    const baseline = { ...NO_ENTRIES, known: [ID], confirmed: [{ entry, cases: [ID] }] };
    expect(outcomeOf(failing(), { ...plain, baseline })).toEqual({
      kind: 'skip',
      reason: 'known failure (known.yaml, line 3): the router \\u{1b}[31mdecodes',
    });
  });

  test('one of an entry that has expired is known still', () => {
    const stale = [{ entry, why: 'expired', message: 'expired on 2020-01-01', cases: [ID] }] as const;
    expect(outcomeOf(failing(), { ...plain, baseline: { ...NO_ENTRIES, exit: 5, known: [ID], stale } }).kind).toBe(
      'skip',
    );
  });

  test('one that is flaky', () => {
    expect(outcomeOf(failing(), { ...plain, baseline: { ...NO_ENTRIES, flaky: [ID] } })).toEqual({
      kind: 'skip',
      reason: 'known failure (known.yaml)',
    });
  });

  test('one that no profile of the run speaks of', () => {
    const profile = {
      id: 'http-acceptance',
      verdict: 'conformant',
      requirements: { applicable: 1, verified: 1, failed: 0 },
    };
    const profiles = [profile as never];
    expect(outcomeOf(failing({ uncounted: true }), { profiles })).toEqual({
      kind: 'skip',
      reason: 'fail, and not of http-acceptance: another value',
    });
  });

  test('but any other does, also beside a baseline', () => {
    const baseline = { ...NO_ENTRIES, known: ['http.dec.plus/letters@http-binary'] };
    expect(outcomeOf(failing(), { ...plain, baseline })).toEqual({ kind: 'fail' });
    expect(outcomeOf(failing({ status: 'timeout' }), { ...plain, baseline })).toEqual({ kind: 'fail' });
    // What the harness could not carry out is known to nobody.
    expect(
      outcomeOf(failing({ status: 'harness-error' }), { ...plain, baseline: { ...NO_ENTRIES, known: [ID] } }),
    ).toEqual({
      kind: 'fail',
    });
  });
});

test('reporters are told the case and its status', () => {
  expect(metaOf(failing({ message: 'a\u202eb' }))).toEqual({
    case: ID,
    requirement: 'http.dec.once',
    level: 'must',
    status: 'fail',
    message: 'a\\u{202e}b',
  });
  expect(metaOf(caseOf(ID))).toEqual({ case: ID, requirement: 'http.dec.once', level: 'must', status: 'pass' });
});
