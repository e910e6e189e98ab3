import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Case } from '../../src/engine/case.js';
import { execute } from '../../src/engine/execute.js';
import type { Reply } from '../../src/target/types.js';
import { executeOptions } from './helpers/drive.js';
import { answerTruly, mentions, startHttp } from './helpers/http-server.js';
import { named, tinySuite, vector } from './tiny-suite.js';

const names = Array.from({ length: 12 }, (_, index) => `core.n${index}`);
const about = (word: string) => ({ event: { set: { subject: `{token}-${word}` } } });
const suite = tinySuite([...names.map((name) => vector(name)), vector('core.poison', about('poison'))]);
const POISON = 'core.poison/only@http-structured';
const codes = (replies: readonly Reply[] | undefined) =>
  replies?.map((reply) =>
    reply.kind === 'failure' ? reply.failure.code : reply.kind === 'response' ? reply.response.status : reply.kind,
  );

describe('execute', () => {
  it('gives every case its evidence, whatever the concurrency', async () => {
    const server = await startHttp(answerTruly);
    for (const concurrency of [1, 4, 100, 0, -1]) {
      const progress: number[] = [];
      const { evidence, faults, stopped } = await execute(
        suite.cases,
        executeOptions(server.url, suite, { concurrency, onProgress: (done) => progress.push(done) }),
      );
      expect([...evidence.keys()].toSorted()).toEqual(suite.cases.map(({ id }) => id).toSorted());
      expect([faults.size, stopped, progress.length, progress.at(-1)]).toEqual([
        0,
        undefined,
        suite.cases.length,
        suite.cases.length,
      ]);
    }
  });

  it('prints no warning about listeners, however many are in flight', async () => {
    const warnings: string[] = [];
    const onWarning = ({ name }: Error): void => {
      if (name === 'MaxListenersExceededWarning') warnings.push(name);
    };
    process.on('warning', onWarning);
    onTestFinished(() => void process.off('warning', onWarning));
    const server = await startHttp(answerTruly);
    await execute(suite.cases, executeOptions(server.url, suite, { concurrency: 100 }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  });

  it('never has more cases in flight than asked for', async () => {
    let [now, most] = [0, 0];
    const server = await startHttp((request, response) => {
      most = Math.max(most, ++now);
      setImmediate(() => {
        now--;
        answerTruly(request, response);
      });
    });
    await execute(suite.cases, executeOptions(server.url, suite, { concurrency: 3 }));
    expect(most).toBeLessThanOrEqual(3);
  });

  it('blames the one input that is reset, and no other', async () => {
    const server = await startHttp((request, response) => {
      if (mentions(request, 'poison')) request.index >= 0 && response.socket?.resetAndDestroy();
      else answerTruly(request, response);
    });
    const { evidence, stopped } = await execute(suite.cases, executeOptions(server.url, suite));
    expect(stopped).toBeUndefined();
    for (const [id, { replies }] of evidence) {
      if (id === POISON) expect(codes(replies)).toEqual([expect.stringMatching(/^(reset|closed)$/)]);
      else expect(codes(replies)).toEqual([200]);
    }
  });

  it('blames the one input that hangs, and goes on', async () => {
    const server = await startHttp((request, response) => {
      if (!mentions(request, 'poison')) answerTruly(request, response);
    });
    const { evidence, stopped } = await execute(suite.cases, executeOptions(server.url, suite, { timeoutMs: 1_000 }));
    expect(stopped).toBeUndefined();
    expect(codes(evidence.get(POISON)?.replies)).toEqual(['timeout']);
    expect([...evidence].filter(([, { replies }]) => codes(replies)?.[0] !== 200)).toHaveLength(1);
  });

  it("asks a suspect again: one lost connection is nobody's failure", async () => {
    let lost = 0;
    const server = await startHttp((request, response) => {
      if (mentions(request, 'poison') && lost++ === 0) response.destroy();
      else answerTruly(request, response);
    });
    const { evidence } = await execute(suite.cases, executeOptions(server.url, suite));
    expect(lost).toBe(2);
    expect(codes(evidence.get(POISON)?.replies)).toEqual([200]);
  });

  it('accuses nobody when the target dies under several cases', async () => {
    const server = await startHttp((request, response) => {
      if (request.index < 5) return answerTruly(request, response);
      response.destroy();
      return server.close();
    });
    const { evidence, stopped } = await execute(suite.cases, executeOptions(server.url, suite, { concurrency: 4 }));
    expect(stopped).toContain('the target stopped answering');
    expect(evidence.size).toBeLessThan(suite.cases.length);
    for (const { replies } of evidence.values()) expect([200, 'aborted']).toContain(codes(replies)?.[0]);
  });

  it('accuses the case that was alone with the target when it died', async () => {
    const server = await startHttp((request, response) => {
      if (!mentions(request, 'poison')) return answerTruly(request, response);
      response.socket?.resetAndDestroy();
      return server.close();
    });
    const { evidence, stopped } = await execute(suite.cases, executeOptions(server.url, suite, { concurrency: 1 }));
    expect(stopped).toContain('the target stopped answering');
    expect(codes(evidence.get(POISON)?.replies)).toEqual([expect.stringMatching(/^(reset|closed)$/)]);
  });

  it('takes a case that our own code cannot carry out for a fault of ours, and carries the others out', async () => {
    const server = await startHttp(answerTruly);
    const odd: Case = {
      ...named(suite.cases, POISON),
      stimulus: () => {
        throw new Error('no request');
      },
    };
    const { evidence, faults } = await execute([odd, ...suite.cases.slice(0, 3)], executeOptions(server.url, suite));
    expect([...faults]).toEqual([[POISON, 'no request']]);
    expect(evidence.size).toBe(3);
  });

  it('does not judge by a first attempt that our own code could not repeat', async () => {
    let asked = 0;
    const poison = named(suite.cases, POISON);
    const odd: Case = {
      ...poison,
      stimulus: (token) => {
        if (asked++ > 0) throw new Error('no second request');
        return poison.stimulus(token);
      },
    };
    const server = await startHttp((request, response) =>
      mentions(request, 'poison') ? response.destroy() : answerTruly(request, response),
    );
    const { evidence, faults } = await execute([odd], executeOptions(server.url, suite));
    expect(evidence.has(POISON)).toBe(false);
    expect(faults.get(POISON)).toBe('no second request');
  });

  it('refuses to send what cannot be sent, as a fault of ours', async () => {
    const server = await startHttp(answerTruly);
    const item = named(suite.cases, POISON);
    const odd: Case = {
      ...item,
      stimulus: () => [{ method: 'P\r\nOST', via: 'client', headers: [], body: Buffer.of() }],
    };
    const { faults } = await execute([odd], executeOptions(server.url, suite));
    expect(faults.has(POISON)).toBe(true);
  });
});

describe('the end of a run', () => {
  it('keeps what ran, drops what was cut off, and says why', async () => {
    const end = new AbortController();
    const server = await startHttp((request, response) => {
      if (request.index === 6) end.abort();
      else answerTruly(request, response);
    });
    const options = executeOptions(server.url, suite, { concurrency: 1, signal: end.signal, timeoutMs: 20_000 });
    const { evidence, stopped } = await execute(suite.cases, options);
    expect(stopped).toBe('the run was interrupted');
    expect(evidence.size).toBe(6);
    for (const { replies } of evidence.values()) expect(codes(replies)).toEqual([200]);
  });

  it('by the deadline comes while the target hangs', async () => {
    const server = await startHttp(() => undefined);
    const options = executeOptions(server.url, suite, { signal: AbortSignal.timeout(100), timeoutMs: 60_000 });
    const { evidence, stopped } = await execute(suite.cases, options);
    expect([evidence.size, stopped]).toEqual([0, 'the deadline of the run has passed']);
  });

  it('before its beginning runs nothing', async () => {
    const server = await startHttp(answerTruly);
    const { evidence } = await execute(suite.cases, executeOptions(server.url, suite, { signal: AbortSignal.abort() }));
    expect([evidence.size, server.requests]).toEqual([0, 0]);
  });

  it('does not hold against a case what it had no time to confirm', async () => {
    const end = new AbortController();
    let lost = 0;
    const server = await startHttp((request, response) => {
      if (!mentions(request, 'poison')) return answerTruly(request, response);
      if (lost++ === 0) return response.destroy();
      return end.abort();
    });
    const options = executeOptions(server.url, suite, { signal: end.signal, timeoutMs: 20_000 });
    const { evidence } = await execute(suite.cases, options);
    expect(lost).toBe(2);
    expect(codes(evidence.get(POISON)?.replies)).toEqual(['aborted']);
  });

  it('leaves no listener behind on the signal', async () => {
    const server = await startHttp(answerTruly);
    const end = new AbortController();
    await execute(suite.cases, executeOptions(server.url, suite, { signal: end.signal }));
    expect(getEventListeners(end.signal, 'abort')).toEqual([]);
  });
});
