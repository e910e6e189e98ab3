// Vectors for producers as cases: what is asked, and what is made of every kind of answer.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/engine/case.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import { judgeAll } from '../../../src/engine/judge.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import { observe } from '../../../src/engine/observe.js';
import { emitWith } from '../../../src/reference/producer.js';
import type { Reply, TransportFailure } from '../../../src/target/types.js';
import { emissionCasesOf, emittedBaselineOf } from '../../../suites/emission/case.js';
import { EMISSION_RULES } from '../../../suites/emission/rules/index.js';
import { loadRegistry } from '../../../suites/registry.js';
import { loadSuite } from '../../../suites/suite.js';
import type { EncodeVector } from '../../../suites/vector/types.js';
import { runAdapter, trulyBut } from '../../engine/helpers/adapter.js';
import { BASE } from '../../engine/tiny-suite.js';

const TOKEN = 't0123456789ab';
const REQUIREMENT = 'http.enc.ascii';

/** The case of a vector over one carrier, by default one that asks for a subject that is not ASCII. */
function made(more: Partial<EncodeVector> = {}, id = REQUIREMENT): Case {
  const requirement = loadRegistry().requirements.get(id);
  const rule = EMISSION_RULES.find((one) => one.requirement === id);
  if (requirement === undefined || rule === undefined) throw new Error(`no ${id}`);
  const vector: EncodeVector = {
    requirement: id,
    variant: 'only',
    title: 'a subject',
    carriers: ['http-binary'],
    event: { set: { subject: '{token}-€' } },
    ...more,
  };
  const [item] = emissionCasesOf(vector, requirement, rule, BASE);
  if (item === undefined) throw new Error('no case');
  return item;
}

const evidenceOf = (item: Case, replies: readonly Reply[], token = TOKEN): Evidence => {
  const told = item.told?.(token);
  return { token, observation: 'adapter', requests: [], ...(told && { told }), replies, arrived: [], ms: 1 };
};
const judged = (item: Case, ...replies: readonly Reply[]): Judgement => item.judge(observe(evidenceOf(item, replies)));

/** What the reference writes of what is asked for. */
function written(item: Case): Reply {
  const told = item.told?.(TOKEN);
  const emission = told && emitWith(told, []);
  if (emission?.kind !== 'message') throw new Error('nothing was written');
  return { kind: 'messages', messages: [emission.message] };
}
const failed = (code: TransportFailure['code']): Reply => ({
  kind: 'failure',
  failure: { code, message: `it was ${code}` },
});
const REFUSED: Reply = { kind: 'rejected', reason: 'not that' };

describe('what is asked', () => {
  it('is one event in the mode of the carrier, marked by the token', () => {
    const cases = (['http-binary', 'http-structured', 'http-batch'] as const).map((carrier) =>
      made({ carriers: [carrier] }),
    );
    expect(cases.map((item) => item.told?.(TOKEN)?.mode)).toEqual(['binary', 'structured', 'batch']);
    const [item] = cases;
    expect(item?.told?.(TOKEN)?.events.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      expect.objectContaining({ id: TOKEN, subject: `${TOKEN}-€`, type: 'org.example.conform' }),
    ]);
    expect(item).toMatchObject({ id: 'http.enc.ascii/only@http-binary', task: 'encode', needs: 'message', events: 1 });
    expect(item?.stimulus(TOKEN)).toEqual([]);
  });

  it('is as many events as a batch has, none too', () => {
    const patches = [{ set: { id: '{token}-1' } }, { set: { id: '{token}-2' } }];
    const two = made({ carriers: ['http-batch'], batch: patches });
    expect(two.told?.(TOKEN)?.events.map(({ attributes }) => attributes.get('id'))).toEqual([
      `${TOKEN}-1`,
      `${TOKEN}-2`,
    ]);
    expect(two.events).toBe(2);
    expect(made({ carriers: ['http-batch'], batch: [] }).told?.(TOKEN)?.events).toEqual([]);
  });

  it('rests on an ordinary event, which rests on nothing', () => {
    expect(made().requires).toEqual([{ id: 'core.attr.required/ordinary@http-binary', outcome: 'accepted' }]);
    expect(made({ requires: [] }).requires).toEqual([]);
    const baseline = made({ variant: 'ordinary', requires: ['+http.enc.ascii/other'] }, 'core.attr.required');
    expect(baseline.id).toBe(emittedBaselineOf('http-binary'));
    expect(baseline.requires).toEqual([{ id: 'http.enc.ascii/other@http-binary', outcome: 'passed' }]);
  });

  it('has its level, its twin and its reason as the vector says', () => {
    const item = made({ level: 'may', levelOnMain: 'should', twin: 'http.enc.ascii/plain', why: 'because' });
    expect(item).toMatchObject({
      level: 'may',
      levelOnMain: 'should',
      twin: 'http.enc.ascii/plain@http-binary',
      why: 'because',
    });
    expect(made()).toMatchObject({ level: 'must' });
    expect(made()).toMatchObject({ twin: 'core.attr.required/ordinary@http-binary' });
    expect(made({ variant: 'ordinary' }, 'core.attr.required')).not.toHaveProperty('twin');
  });
});

describe('an answer', () => {
  it('that keeps the rule passes', () => {
    const item = made();
    expect(judged(item, written(item))).toEqual({ status: 'pass' });
  });

  it('that breaks the rule fails', () => {
    const item = made();
    const reply = written(item);
    const headers = reply.kind === 'messages' ? (reply.messages[0]?.headers ?? []) : [];
    const raw = headers.map(([name, value]) => [name, name === 'ce-subject' ? `${TOKEN}-â¬` : value] as const);
    expect(judged(item, { kind: 'messages', messages: [{ headers: raw, body: Buffer.from('{}') }] })).toMatchObject({
      status: 'fail',
      cause: { key: expect.stringContaining('http.enc.ascii') },
    });
  });

  it.each<[string, Reply, string]>([
    ['no message', { kind: 'messages', messages: [] }, 'no message came out'],
    ['events', { kind: 'events', events: [] }, 'no message came out'],
    [
      'another message than asked',
      { kind: 'messages', messages: [{ headers: [['ce-id', 'fixed']], body: Buffer.from('') }] },
      'holds nothing of the event',
    ],
    ['unsupported', { kind: 'unsupported' }, 'answers unsupported'],
    ['a breach of the protocol', failed('protocol'), 'it was protocol'],
    ['nothing, because the run ended', failed('aborted'), 'it was aborted'],
  ])('of %s shows nothing', (_, reply, words) => {
    expect(judged(made(), reply)).toMatchObject({ status: 'inconclusive', message: expect.stringContaining(words) });
  });

  it('that is not there shows nothing', () => {
    expect(judged(made())).toEqual({ status: 'inconclusive', message: 'there was no answer' });
  });

  it('that cannot be decoded is judged by the rules about what can be read of it, and by no other', () => {
    const headers = [['content-type', 'application/cloudevents+json']] as const;
    const reply: Reply = {
      kind: 'messages',
      messages: [{ headers, body: Buffer.from(`{"id":"${TOKEN}\u00ff`, 'latin1') }],
    };
    const of = (id: string): string => judged(made({ carriers: ['http-structured'] }, id), reply).status;
    expect(of('json.env.utf8')).toBe('fail');
    expect(of('core.subject.nonempty')).toBe('inconclusive');
  });
});

describe('a refusal', () => {
  it('of a valid event is no failure, for no rule says that every event can be written, and no pass', () => {
    expect(judged(made(), REFUSED)).toEqual({
      status: 'inconclusive',
      message: 'the producer does not write this event, though it is valid: refused: not that',
    });
  });

  it('that the text allows makes the case not apply', () => {
    expect(judged(made({ mayRefuse: true }), REFUSED)).toEqual({
      status: 'not-applicable',
      message: 'refused: not that; the text lets a producer refuse this event',
    });
  });

  it('of an invalid event is right', () => {
    expect(judged(made({ invalid: true }), REFUSED)).toMatchObject({ status: 'pass', actual: 'refused: not that' });
  });

  it('of an invalid event counts for who claims to write valid ones only, and only where its twin was written', () => {
    const twin = made({ variant: 'good', twin: 'http.enc.ascii/good' });
    const item = made({ variant: 'bad', invalid: true, twin: 'http.enc.ascii/good' });
    const status = (answer: Reply, asked: Case): string | undefined =>
      judgeAll(
        [twin, asked],
        new Map([
          [twin.id, evidenceOf(twin, [answer])],
          [asked.id, evidenceOf(asked, [REFUSED])],
        ]),
        '1.0.2',
      ).get(asked.id)?.status;
    const strict = item.whenValidating?.('message') ?? item;
    expect(strict.level).toBe('must');
    expect(status(written(twin), strict)).toBe('pass');
    expect(status(REFUSED, strict)).toBe('blocked');
    expect(status({ kind: 'messages', messages: [{ headers: [], body: Buffer.from('fixed') }] }, strict)).toBe(
      'blocked',
    );
    expect(item.level).toBe('info');
    expect(status(written(twin), item)).toBe('observed');
  });
});

describe('a breakdown', () => {
  it.each([
    ['timeout', 'timeout'],
    ['closed', 'fail'],
    ['unreachable', 'inconclusive'],
  ] as const)('(%s) over a valid event is %s', (code, status) => {
    expect(judged(made(), failed(code)).status).toBe(status);
  });

  it.each(['timeout', 'closed', 'reset'] as const)('(%s) over an invalid event has emitted nothing wrong', (code) => {
    expect(judged(made({ invalid: true }), failed(code)).status).toBe('inconclusive');
  });
});

describe('the cases of the suite', () => {
  const suite = loadSuite();
  const cases = suite.cases.filter(({ task }) => task === 'encode');

  it('hold the token in what is asked for, or are judged whatever comes out', () => {
    expect(cases.length).toBeGreaterThan(1_000);
    for (const { told, id } of cases) {
      const asked = told?.(TOKEN);
      expect(asked, id).toBeDefined();
      expect(told?.(TOKEN)).toEqual(asked);
    }
  });

  it('rest on cases that are there', () => {
    const ids = new Set(suite.cases.map(({ id }) => id));
    for (const { id, requires, twin } of cases)
      for (const other of [...requires.map((one) => one.id), ...(twin === undefined ? [] : [twin])])
        expect(ids, id).toContain(other);
  });

  it('are never harness errors, and no pass, whatever nonsense is written', async () => {
    const nonsense = trulyBut((request) =>
      request.op === 'encode'
        ? {
            message: {
              headers: [
                ['ce-id', '%zz'],
                ['content-type', '"'],
              ],
              body: { base64: '/w==' },
            },
          }
        : undefined,
    );
    const only = [...new Set(cases.map(({ requirement }) => requirement.id))].slice(0, 25);
    const { results } = await runAdapter(suite, nonsense, { tasks: ['encode'], filter: { only, skip: [] } });
    expect(results.length).toBeGreaterThan(200);
    const statuses = new Set(results.map(({ judgement }) => judgement.status));
    expect(statuses).not.toContain('harness-error');
    expect(statuses).not.toContain('fail');
    // Where the event that was asked for holds no token, whatever came may be it.
    const passed = results.filter(({ judgement }) => judgement.status === 'pass');
    for (const { evidence, item } of passed) {
      const values = evidence?.told?.events.flatMap(({ attributes }) => [...attributes.values()].map(String)) ?? [];
      expect(
        values.some((value) => value.includes(evidence?.token ?? '-')),
        item.id,
      ).toBe(false);
    }
  });

  it('are all asked for by a producer that keeps the rules, and none fails', () => {
    const answers = cases.map((item) => {
      const told = item.told?.(TOKEN);
      if (told === undefined) throw new Error(item.id);
      const emission = emitWith(told, []);
      const reply: Reply =
        emission.kind === 'refused'
          ? { kind: 'rejected', reason: emission.reason }
          : { kind: 'messages', messages: [emission.message] };
      return [item.id, judged(item, reply).status] as const;
    });
    expect(answers.filter(([, status]) => !['pass', 'not-applicable', 'observed'].includes(status))).toEqual([]);
  });
});
