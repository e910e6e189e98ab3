import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/engine/case.js';
import { parseClaims } from '../../src/engine/claims.js';
import type { RunOptions } from '../../src/engine/run.js';
import { verdictOf } from '../../src/engine/verdict.js';
import { type Fault, fault } from '../../src/reference/fault.js';
import { serveReference } from '../../src/reference/serve.js';
import { buildReport, type Setting } from '../../src/report/build.js';
import { withDigest } from '../../src/report/digest.js';
import { SUMMARY_KEYS } from '../../src/report/summary.js';
import type { Report } from '../../src/report/types.js';
import { verifyReport } from '../../src/report/verify.js';
import { loadSuite } from '../../suites/suite.js';
import { runAgainst } from '../engine/helpers/drive.js';
import { startHttp } from '../engine/helpers/http-server.js';
import { tinySuite, vector } from '../engine/tiny-suite.js';

const setting: Setting = {
  tool: { name: 'ce-conform', version: '0' },
  target: { name: 'reference', kind: 'reference' },
  run: { seed: 'test', startedAt: '2020-01-01T00:00:00.000Z', durationMs: 0, node: '', platform: '' },
  profiles: [],
  redact: (lines) => lines,
};
const lossy = fault('core.subject/lost', 'loses the subject', {
  outcome: (outcome) =>
    outcome.kind === 'refused'
      ? outcome
      : {
          ...outcome,
          events: outcome.events.map((event) => ({
            ...event,
            attributes: new Map([...event.attributes].filter(([name]) => name !== 'subject')),
          })),
        },
});
const refusing = fault('core.subject/refused', 'refuses a subject', {
  outcome: (outcome) =>
    outcome.kind === 'events' && outcome.events.some(({ attributes }) => attributes.has('subject'))
      ? { kind: 'refused', status: 400, reason: 'no subject here' }
      : outcome,
});
const tiny = tinySuite([
  vector('core.subject'),
  vector('core.subject/again'),
  vector('core.other', { expect: { accepted: true } }),
]);

async function reported(
  suite = tiny,
  faults = [lossy],
  more: Partial<RunOptions> = {},
  how: Partial<Setting> = {},
): Promise<Report> {
  const served = await serveReference({ faults });
  try {
    return buildReport(suite, await runAgainst(served.url, suite, more), { ...setting, ...how });
  } finally {
    await served.close();
  }
}

const total = (summary: Report['summary']): number => Object.values(summary).reduce((sum, count) => sum + count, 0);

describe('a report', () => {
  it('adds up: cases, summary, profiles, requirements and findings say the same', async () => {
    const report = await reported();
    expect(report).toMatchObject({ schema: 'ce-conform/report/1', verdict: 'nonconformant' });
    expect(total(report.summary)).toBe(report.cases.length);
    for (const [status, key] of Object.entries(SUMMARY_KEYS)) {
      expect(report.summary[key]).toBe(report.cases.filter((one) => one.status === status).length);
    }
    const failed = report.cases.filter(({ status }) => status === 'fail').map(({ id }) => id);
    expect(failed).toHaveLength(2);
    expect(report.findings.flatMap(({ cases }) => cases).toSorted()).toEqual(failed.toSorted());
    expect(report.findings).toHaveLength(1);
    expect(report.requirements.find(({ id }) => id === 'core.subject')).toMatchObject({ outcome: 'failed', cases: 2 });
    expect(report.profiles.find(({ id }) => id === 'http-receiver')).toMatchObject({
      verdict: 'nonconformant',
      requirements: { failed: 1 },
    });
  });

  it.each([[[]], [['http-acceptance']]])('has the verdict of its counted cases: profiles %j', async (profiles) => {
    for (const faults of [[], [lossy], [refusing]]) {
      const report = await reported(tiny, faults, {}, { profiles });
      const counted = report.cases.filter(({ uncounted }) => uncounted === undefined);
      const outcomes = counted.map(({ level, unscored, status }) => ({ level, scored: unscored !== true, status }));
      expect(verdictOf(outcomes)).toBe(report.verdict);
    }
  });

  it('marks the cases that its verdict does not speak of, but not a refusal', async () => {
    const uncounted = async (faults: readonly Fault[]): Promise<readonly string[]> => {
      const { cases } = await reported(tiny, [...faults], {}, { profiles: ['http-acceptance'] });
      return cases.filter((one) => one.uncounted).map(({ requirement }) => requirement);
    };
    expect(await uncounted([lossy])).toEqual(['core.subject', 'core.subject', 'core.other']);
    expect(await uncounted([refusing])).toEqual([]);
    expect((await reported()).cases.some((one) => 'uncounted' in one)).toBe(false);
  });

  it('is its own JSON', async () => {
    const report = await reported();
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('has an account of every failure: expected, actual, message and evidence', async () => {
    const failed = (await reported()).cases.filter(({ status }) => status === 'fail');
    for (const one of failed) {
      expect(one).toMatchObject({
        expected: { subject: expect.any(String) },
        actual: { subject: null },
        message: 'subject is missing',
      });
      expect(one.evidence).toMatchObject({ sent: [{}], received: [{ kind: 'response', status: 200 }] });
    }
  });

  it('gives equal bytes for equal runs but for the run block and the digest over it', async () => {
    const suite = loadSuite();
    const all = { claims: parseClaims(['http-binary', 'http-structured', 'http-batch']) };
    const one = await reported(suite, [], { ...all, concurrency: 8 });
    const two = await reported(
      suite,
      [],
      { ...all, concurrency: 3 },
      { run: { ...setting.run, startedAt: 'later', durationMs: 7 } },
    );
    const different = one.cases.filter((was, index) => JSON.stringify(was) !== JSON.stringify(two.cases[index]));
    expect(different.map(({ id, ms }) => ({ id, ms }))).toEqual([]);
    expect(two.digest).not.toBe(one.digest);
    const same = withDigest({ ...two, run: one.run });
    expect(JSON.stringify(same) === JSON.stringify(one)).toBe(true);
  });

  it('of a faultless reference is conformant, and follows from its evidence', async () => {
    const suite = loadSuite();
    const report = await reported(suite, []);
    expect(report.verdict).toBe('conformant');
    expect(report.findings).toEqual([]);
    expect(verifyReport(suite, report)).toMatchObject({ verdict: 'conformant', discrepancies: [] });
  });

  it.each([
    ['with failures', {}],
    ['with a part that was not claimed', { claims: parseClaims(['http-structured']) }],
    ['that ended early', { signal: AbortSignal.abort() }],
    ['by status alone', { observe: 'status' }],
  ] as const)('%s follows from its evidence', async (_, more) => {
    const report = JSON.parse(JSON.stringify(await reported(tiny, [lossy], more))) as Report;
    expect(verifyReport(tiny, report)).toMatchObject({ verdict: report.verdict, discrepancies: [] });
  });

  it('with a fault of our own follows from its evidence', async () => {
    const cases = tiny.cases.map((item): Case => {
      if (item.requirement.id !== 'core.other') return item;
      return {
        ...item,
        judge: () => {
          throw new Error('oh');
        },
      };
    });
    const broken = { ...tiny, cases };
    const report = await reported(broken);
    expect(report.summary.harnessError).toBe(1);
    expect(verifyReport(broken, report).discrepancies).toEqual([]);
  });

  it('says which profiles were not seen, and what would make them visible', async () => {
    const server = await startHttp((_, response) => response.writeHead(202).end());
    const report = buildReport(tiny, await runAgainst(server.url, tiny), setting);
    expect(report.profiles.map(({ id }) => id)).toEqual(['http-acceptance']);
    expect(report.unseen).toEqual([
      { id: 'http-receiver', reveal: expect.stringContaining('sink') },
      { id: 'validation', reveal: expect.stringContaining('--claims validation') },
    ]);
    expect(report.verdict).toBe('inconclusive');
  });

  it('says why a run ended early', async () => {
    expect((await reported(tiny, [], { signal: AbortSignal.abort() })).run.stopped).toBe('the run was interrupted');
    expect((await reported(tiny, [])).run).not.toHaveProperty('stopped');
  });

  it('does not know a profile that there is not', async () => {
    await expect(reported(tiny, [], {}, { profiles: ['http-nothing'] })).rejects.toThrowError(/http-nothing/);
  });

  it('tells the time of what hung alone, in whole seconds', async () => {
    const served = await serveReference({ faults: [] });
    const result = await runAgainst(served.url, tiny).finally(() => served.close());
    const timed = (ms: number, hung: boolean): readonly number[] => {
      const failure = { kind: 'failure', failure: { code: 'timeout', message: 'nothing came' } } as const;
      const results = result.results.map(({ evidence, ...one }) =>
        evidence === undefined
          ? one
          : { ...one, evidence: { ...evidence, ms, replies: hung ? [failure] : evidence.replies } },
      );
      return buildReport(tiny, { ...result, results }, setting).cases.map((one) => one.ms);
    };
    expect(new Set(timed(2900, false))).toEqual(new Set([0]));
    expect(new Set(timed(1995, true))).toEqual(new Set([2000]));
    expect(new Set(timed(2400, true))).toEqual(new Set([2000]));
  });
});

describe('evidence that was changed', () => {
  it('is noticed, any byte of it', async () => {
    const report = await reported();
    const evidences = report.cases.flatMap(({ evidence }, index) => (evidence === undefined ? [] : [index]));
    for (const index of evidences) {
      const text = JSON.stringify(report.cases[index]?.evidence);
      // Every seventh place, so that bodies, headers, names and numbers are all met.
      for (let at = index % 7; at < text.length; at += 7) {
        const changed = changedAt(text, at);
        if (changed === undefined) continue;
        const cases = report.cases.map((one, place) => (place === index ? { ...one, evidence: changed } : one));
        expect(
          verifyReport(tiny, { ...report, cases } as Report).discrepancies,
          `case ${index}, place ${at}`,
        ).not.toEqual([]);
      }
    }
  });
});

/** The JSON with the letter or digit at this place changed; undefined where there is none, or the shape would break. */
function changedAt(text: string, at: number): unknown {
  const letter = text[at] ?? '';
  if (!/[a-z0-9]/.test(letter) || isMember(text, at)) return undefined;
  try {
    return JSON.parse(`${text.slice(0, at)}${letter === '1' ? '2' : '1'}${text.slice(at + 1)}`);
  } catch {
    return undefined;
  }
}

/** Whether the place is in the name of a member: that would be another shape, which the schema refuses. */
function isMember(text: string, at: number): boolean {
  return /^[A-Za-z0-9]*":/.test(text.slice(at));
}
