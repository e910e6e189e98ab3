import { describe, expect, it } from 'vitest';
import { CARRIERS } from '../../src/engine/carriers.js';
import { claimsOf } from '../../src/engine/claims.js';
import type { ProbedNow } from '../../src/engine/probe.js';
import { probeAdapter } from '../../src/engine/probe-adapter.js';
import { answerAs, REFERENCE_CLAIMS } from '../../src/reference/adapter/answer.js';
import { NULL_ADAPTERS } from '../../src/reference/adapter/null-adapters.js';
import type { Answerer } from '../../src/reference/adapter/serve-adapter.js';
import { loadSuite } from '../../suites/suite.js';
import { adapterTarget, truly, trulyBut } from './helpers/adapter.js';
import { tinySuite } from './tiny-suite.js';

const suite = loadSuite();

const probing = (
  answer: Answerer,
  supports: readonly string[] = REFERENCE_CLAIMS,
  { over = suite, timeoutMs = 20_000 } = {},
): Promise<ProbedNow> =>
  probeAdapter({
    suite: over,
    target: adapterTarget(answer, supports),
    observe: 'adapter',
    claims: claimsOf(supports),
    seed: 'test',
    timeoutMs,
    signal: new AbortController().signal,
  });

const nullAdapter = (name: string): Answerer => {
  const found = NULL_ADAPTERS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.answer;
};

const DECODES = CARRIERS.map((carrier) => `decode:${carrier}`);
const ENCODES = CARRIERS.map((carrier) => `encode:${carrier}`);
const MESSAGES = [...DECODES, ...ENCODES];
const CLAIMS = [...MESSAGES, 'validate', 'evaluate:cesql'];

describe('an adapter that keeps what it claims', () => {
  it('is asked for everything once, and nothing is to be noted', async () => {
    const probed = await probing(truly());
    expect(probed.observation).toBe('adapter');
    expect(probed.notes).toEqual([]);
    expect([...probed.outcomes]).toEqual(CLAIMS.map((claim) => [claim, 'accepted']));
    expect(probed.claims).toEqual(claimsOf(REFERENCE_CLAIMS));
    expect(probed.fence).toMatchObject({ task: 'decode', carrier: 'http-binary' });
  });

  it('has its health checked by what it claims and can do', async () => {
    const probed = await probing(truly(), ['encode:http-batch']);
    expect(probed.fence).toMatchObject({ task: 'encode', carrier: 'http-batch' });
  });

  it('is not asked about an event by a suite that has no invalid one', async () => {
    const tiny = tinySuite();
    const over = { ...tiny, baseline: suite.baseline };
    expect([...(await probing(truly(), REFERENCE_CLAIMS, { over })).outcomes.keys()]).toEqual(MESSAGES);
  });
});

describe('an over-claim', () => {
  it('is noted where the adapter answers unsupported', async () => {
    const probed = await probing(
      trulyBut(({ op }) => (op === 'encode' || op === 'validate' ? { unsupported: true } : undefined)),
    );
    expect(probed.notes).toEqual(
      [...ENCODES, 'validate'].map((claim) => `${claim} is claimed, and the adapter answers unsupported`),
    );
    expect(probed.outcomes.get('encode:http-batch')).toBe('answered with unsupported');
  });

  it('is left to the cases where it answers anything else', async () => {
    const probed = await probing(nullAdapter('adapter-rejects'));
    expect(probed.notes).toEqual([]);
    expect(new Set(probed.outcomes.values())).toEqual(new Set(['refused']));
    expect(probed.fence).toMatchObject({ task: 'decode', carrier: 'http-binary' });
  });

  it('is told for what it is where nothing comes out, and where a valid event is told from none', async () => {
    const { outcomes, notes } = await probing(nullAdapter('adapter-yes'));
    expect(notes).toEqual([]);
    expect(Object.fromEntries(outcomes)).toMatchObject({
      'decode:http-binary': 'accepted, but the event did not come out',
      'encode:http-binary': 'accepted, but the event did not come out',
      validate: 'accepted, but an invalid event is not told from it',
    });
  });
});

describe('an under-claim', () => {
  it('is noted where a plain event goes through, or a valid event is told from an invalid one', async () => {
    const { notes, outcomes } = await probing(truly(), ['decode:http-binary']);
    expect(notes).toEqual([
      ...MESSAGES.slice(1).map((claim) => `${claim} is not claimed, though a plain event goes through`),
      'validate is not claimed, though a valid event is told from an invalid one',
      'evaluate:cesql is not claimed, though a plain expression has its value',
    ]);
    expect(outcomes.get('encode:http-batch')).toBe('accepted');
  });

  it('is none where what comes out is another event than the one that went in', async () => {
    const { notes } = await probing(nullAdapter('adapter-fixed'), ['encode:http-binary']);
    expect(notes).toEqual([]);
  });

  it('is none where all events are invalid, or none is', async () => {
    const never = trulyBut(({ op }) => (op === 'validate' ? { valid: false, reason: 'no' } : undefined));
    const always = trulyBut(({ op }) => (op === 'validate' ? { valid: true } : undefined));
    for (const answer of [never, always]) {
      const { notes } = await probing(answer, [...MESSAGES, 'evaluate:cesql']);
      expect(notes).toEqual([]);
    }
  });
});

describe('an adapter that breaks down', () => {
  it('over a question is told so, and the others are asked', async () => {
    const panicking: Answerer = (request) => {
      if (request.op === 'encode' && request.mode === 'batch') return 'panic\n';
      return answerAs(request, '0', []);
    };
    const { outcomes } = await probing(panicking, REFERENCE_CLAIMS, { timeoutMs: 2_000 });
    expect(outcomes.get('encode:http-batch')).toMatch(/no reply within 2000 ms|breaks the protocol/);
    expect(outcomes.get('decode:http-batch')).toBe('accepted');
  });

  it('and never answers again is probed to its end', async () => {
    const { outcomes, notes } = await probing(nullAdapter('adapter-stops'), REFERENCE_CLAIMS, { timeoutMs: 500 });
    expect(notes).toEqual([]);
    expect(outcomes.size).toBe(CLAIMS.length);
    for (const outcome of outcomes.values()) expect(outcome).toMatch(/no reply|the program was ended/);
  });
});
