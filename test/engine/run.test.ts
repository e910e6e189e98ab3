import { describe, expect, it } from 'vitest';
import { parseClaims } from '../../src/engine/claims.js';
import { profileOutcome, runVerdict } from '../../src/engine/outcomes.js';
import type { RunResult } from '../../src/engine/run.js';
import { NULL_TARGETS } from '../../src/reference/nulls.js';
import { serveReference } from '../../src/reference/serve.js';
import { loadSuite } from '../../suites/suite.js';
import { baselineOf } from '../../suites/vector/case.js';
import { freePort } from '../target/helpers/net-server.js';
import { openSink, runAgainst, statuses } from './helpers/drive.js';
import { answerTruly, mentions, startHttp } from './helpers/http-server.js';
import { tinySuite, vector } from './tiny-suite.js';

const suite = tinySuite(
  [
    vector('core.subject', { carriers: ['http-structured', 'http-binary'] }),
    vector('core.poison', {
      event: { set: { subject: '{token}-poison' } },
      expect: { event: { attributes: { subject: '{token}-poison' } } },
    }),
    vector('core.soft', {
      carriers: ['http-structured'],
      message: { body: { text: '{' } },
      expect: undefined as never,
    }),
  ],
  { 'core.soft': { code: 'soft', level: 'info', needs: ['status'] } },
);
const POISON = 'core.poison/only@http-structured';
const SUBJECT = 'core.subject/only@http-structured';
const verdict = (result: RunResult) =>
  runVerdict(
    suite.profiles.map((profile) =>
      profileOutcome(profile, result.results, { spec: '1.0.2', claims: result.probed.claims }),
    ),
    '1.0.2',
  );

describe('run', () => {
  it('is conformant on a target that answers truly, with the results in the order of the suite', async () => {
    const result = await runAgainst((await startHttp(answerTruly)).url, suite);
    expect(result.results.map(({ item }) => item.id)).toEqual(suite.cases.map(({ id }) => id));
    expect(verdict(result)).toBe('conformant');
    expect(result).not.toHaveProperty('stopped');
  });

  it('says of what was not claimed that it does not apply, and what the probe gave', async () => {
    const result = await runAgainst((await startHttp(answerTruly)).url, suite, {
      claims: parseClaims(['http-structured']),
    });
    const binary = result.results.find(({ item }) => item.id === baselineOf('http-binary'));
    expect(binary?.judgement).toEqual({
      status: 'not-applicable',
      message: 'http-binary is not claimed; a probe was accepted with 200',
    });
    expect(binary).not.toHaveProperty('evidence');
  });

  it('accuses a target that refuses what it claims', async () => {
    const server = await startHttp((request, response) =>
      mentions(request, 'ce-') || request.headers.some(([name]) => name.startsWith('ce-'))
        ? response.writeHead(415).end()
        : answerTruly(request, response),
    );
    const result = await runAgainst(server.url, suite, { claims: parseClaims(['http-structured', 'http-binary']) });
    expect(statuses(result)).toMatchObject({
      [baselineOf('http-binary')]: 'fail',
      'core.subject/only@http-binary': 'blocked',
      [SUBJECT]: 'pass',
    });
  });

  it('never calls a target conformant of which it saw the status only and nothing refused', async () => {
    const result = await runAgainst((await startHttp((_, response) => response.writeHead(202).end())).url, suite);
    expect(result.probed.observation).toBe('status');
    expect(verdict(result)).toBe('inconclusive');
    expect(result.results.some(({ judgement }) => judgement.status === 'pass')).toBe(false);
  });

  it('takes a bare acceptance where the target refused something', async () => {
    const server = await startHttp((request, response) => response.writeHead(request.text === '{' ? 400 : 202).end());
    const result = await runAgainst(server.url, suite, { claims: parseClaims(['http-structured']) });
    expect(statuses(result)).toMatchObject({ [baselineOf('http-structured')]: 'pass', [SUBJECT]: 'inconclusive' });
  });

  it('fails a case whose answer carries no event while others do', async () => {
    const server = await startHttp((request, response) =>
      mentions(request, '-poison') ? response.writeHead(202).end() : answerTruly(request, response),
    );
    const result = await runAgainst(server.url, suite);
    expect(statuses(result)).toMatchObject({ [POISON]: 'fail', [SUBJECT]: 'pass' });
    expect(verdict(result)).toBe('nonconformant');
  });

  it('blames a hang on the case that hangs', async () => {
    const server = await startHttp((request, response) => {
      if (!mentions(request, '-poison')) answerTruly(request, response);
    });
    const result = await runAgainst(server.url, suite, { timeoutMs: 1_000 });
    expect(statuses(result)).toMatchObject({ [POISON]: 'timeout', [SUBJECT]: 'pass' });
    expect(verdict(result)).toBe('nonconformant');
  });

  it('reports a judge of ours that fails as our fault, and the others as they are', async () => {
    const cases = suite.cases.map((item) =>
      item.id === POISON
        ? {
            ...item,
            judge: () => {
              throw new TypeError('oh');
            },
          }
        : item,
    );
    const result = await runAgainst((await startHttp(answerTruly)).url, { ...suite, cases });
    expect(statuses(result)).toMatchObject({ [POISON]: 'harness-error', [SUBJECT]: 'pass' });
    expect(verdict(result)).toBe('inconclusive');
  });

  it('reports a stimulus of ours that fails as our fault', async () => {
    const cases = suite.cases.map((item) =>
      item.id === POISON
        ? {
            ...item,
            stimulus: () => {
              throw new TypeError('oh');
            },
          }
        : item,
    );
    const result = await runAgainst((await startHttp(answerTruly)).url, { ...suite, cases });
    expect(result.results.find(({ item }) => item.id === POISON)?.judgement).toEqual({
      status: 'harness-error',
      message: 'the harness could not carry out this case: oh',
    });
  });

  it('observes a target by the sink', async () => {
    const sink = await openSink();
    const served = await serveReference({ forward: sink.url });
    try {
      const result = await runAgainst(served.url, suite, { sink });
      expect(result.probed.observation).toBe('sink');
      expect(verdict(result)).toBe('conformant');
    } finally {
      await served.close();
    }
  });

  it('fails nothing over a filter that is wrong: it never starts', async () => {
    const server = await startHttp(answerTruly);
    await expect(runAgainst(server.url, suite, { filter: { only: ['nothing'], skip: [] } })).rejects.toThrowError(
      expect.objectContaining({ diagnostic: expect.objectContaining({ exit: 2 }) }),
    );
    expect(server.requests).toBe(0);
  });

  it('throws for a target that is not there', async () => {
    const url = new URL(`http://127.0.0.1:${await freePort()}/`);
    await expect(runAgainst(url, suite)).rejects.toThrowError(
      expect.objectContaining({ diagnostic: expect.objectContaining({ exit: 3 }) }),
    );
  });
});

describe('a run that ends early', () => {
  it.each([
    ['dies', 'the target stopped answering'],
    ['is cut by the deadline', 'the deadline of the run has passed'],
  ])('because the target %s is inconclusive: what ran is judged, the rest did not run', async (how, why) => {
    const end = new AbortController();
    const server = await startHttp((request, response) => {
      if (request.index < 5) return answerTruly(request, response);
      if (how === 'dies') {
        response.destroy();
        return server.close();
      }
      return end.abort(new DOMException('over', 'TimeoutError'));
    });
    const result = await runAgainst(server.url, suite, { concurrency: 2, signal: end.signal });
    expect(result.stopped).toContain(why);
    const all = Object.values(statuses(result));
    expect(all).not.toContain('fail');
    expect(all).not.toContain('timeout');
    const left = result.results.filter(({ judgement }) => judgement.status === 'not-run');
    expect(left.length).toBeGreaterThan(0);
    for (const { judgement, evidence } of left) {
      expect(judgement.message).toContain(why);
      expect(evidence).toBeUndefined();
    }
    expect(verdict(result)).toBe('inconclusive');
  });

  it('before its probes is inconclusive, and says so of every case that is claimed', async () => {
    const result = await runAgainst((await startHttp(answerTruly)).url, suite, { signal: AbortSignal.abort() });
    expect(statuses(result)[SUBJECT]).toBe('not-run');
    expect(verdict(result)).toBe('inconclusive');
  });

  it('ends within its deadline, whatever hangs', async () => {
    const served = await NULL_TARGETS.find(({ name }) => name === 'hangs')?.start();
    if (served === undefined) expect.fail('hangs');
    const started = performance.now();
    const result = await runAgainst(served.url, suite, { signal: AbortSignal.timeout(200), timeoutMs: 60_000 });
    // Far below the deadline of an exchange.
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(verdict(result)).toBe('inconclusive');
    await served.close();
  });
});

describe('a run of the whole suite', () => {
  const whole = loadSuite();

  it('gives equal results for equal seeds, at any concurrency', async () => {
    const served = await serveReference();
    try {
      const [one, two] = [
        await runAgainst(served.url, whole, { concurrency: 5 }),
        await runAgainst(served.url, whole, { concurrency: 16 }),
      ].map(({ results }) =>
        results.map(({ item, judgement, evidence }) => ({ id: item.id, judgement, sent: evidence?.requests })),
      );
      expect(two).toEqual(one);
    } finally {
      await served.close();
    }
  });

  it('is conformant on the reference through the sink as well', async () => {
    const sink = await openSink();
    const served = await serveReference({ forward: sink.url });
    try {
      const result = await runAgainst(served.url, whole, {
        sink,
        concurrency: 8,
        claims: parseClaims(['http-structured', 'http-binary', 'http-batch']),
      });
      const unexpected = result.results.filter(({ judgement }) => !['pass', 'observed'].includes(judgement.status));
      expect(unexpected.map(({ item, judgement }) => `${item.id} ${judgement.status} ${judgement.message}`)).toEqual(
        [],
      );
    } finally {
      await served.close();
    }
  });
});
