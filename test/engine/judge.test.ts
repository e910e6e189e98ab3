import { describe, expect, it } from 'vitest';
import type { HeaderLine } from '../../src/binding/types.js';
import type { Case } from '../../src/engine/case.js';
import type { Evidence } from '../../src/engine/evidence.js';
import { judgeAll } from '../../src/engine/judge.js';
import type { Status } from '../../src/engine/judgement.js';
import { verdictOf } from '../../src/engine/verdict.js';
import type { Reply, Stimulus } from '../../src/target/types.js';
import { baselineOf } from '../../suites/vector/case.js';
import { broken, evidenceOf, responded, response, trueReply } from './helpers/observed.js';
import { named, tinySuite, vector } from './tiny-suite.js';

const BASE = baselineOf('http-structured');
const GOOD = 'core.good/only@http-structured';
const BAD = 'http.bad/only@http-structured';
const SOFT = 'core.soft/only@http-structured';
const BARE = 'core.bare/only@http-structured';
const EMPTY = 'http.empty/only@http-batch';
const suite = tinySuite(
  [
    vector('core.good'),
    vector('http.bad', {
      twin: 'core.good/only',
      message: { body: { text: '{token}' } },
      expect: { refused: { attributes: ['subject'] } },
    }),
    vector('core.soft', { message: { body: { text: '{' } }, expect: undefined as never }),
    vector('core.bare', { expect: { accepted: true } }),
    vector('http.empty', {
      carriers: ['http-batch'],
      batch: [],
      message: { body: { text: '[ ]' } },
      expect: { elements: [] },
    }),
  ],
  {
    'http.bad': { code: 'rej', needs: ['status'] },
    'core.soft': { code: 'soft', level: 'info' },
    'core.bare': { needs: ['status'] },
  },
);

type Replies = Readonly<Record<string, (request: Stimulus) => Reply>>;

/** Judges what these cases got; a case that is not named got what the reference answers. */
function judged(replies: Replies, more: Partial<Evidence> = {}, left: readonly Case[] = suite.cases) {
  const evidence = new Map(left.map((item) => [item.id, evidenceOf(item, replies[item.id] ?? trueReply, more)]));
  return judgeAll(suite.cases, evidence, '1.0.2');
}

const status = (replies: Replies, id: string, more: Partial<Evidence> = {}): Status | undefined =>
  judged(replies, more).get(id)?.status;
const ok = () => responded(204);
const no = () => responded(400);
const changed = (request: Stimulus): Reply => {
  const reply = trueReply(request);
  if (reply.kind !== 'response') return reply;
  const text = Buffer.from(reply.response.body).toString('utf8').replace('-subject', '-changed');
  return responded(200, reply.response.headers, text);
};

describe('judging a run', () => {
  it('passes what the reference answers', () => {
    const all = judged({});
    expect([BASE, GOOD, BAD, BARE, EMPTY].map((id) => all.get(id)?.status)).toEqual(Array(5).fill('pass'));
    expect(all.get(SOFT)?.status).toBe('observed');
  });

  it('judges nothing without evidence', () => {
    expect(judgeAll(suite.cases, new Map(), '1.0.2').size).toBe(0);
  });

  it('fails what came out otherwise', () => {
    expect(judged({ [GOOD]: changed }).get(GOOD)).toMatchObject({
      status: 'fail',
      message: 'subject has another value',
    });
  });

  it('takes a judge that throws for a fault of the harness, and neither a failure nor a pass', () => {
    const item: Case = {
      ...named(suite.cases, GOOD),
      judge: () => {
        throw new Error('oh');
      },
    };
    const judgement = judgeAll([item], new Map([[GOOD, evidenceOf(item, changed)]]), '1.0.2').get(GOOD);
    expect(judgement).toEqual({ status: 'harness-error', message: 'the judge of this case failed: Error: oh' });
    expect(verdictOf([{ level: 'must', scored: true, status: 'harness-error' }])).toBe('inconclusive');
  });

  it('takes evidence that cannot be looked at for a fault of the harness, and judges the others', () => {
    const lines = null as unknown as readonly HeaderLine[];
    const odd = evidenceOf(named(suite.cases, GOOD), () => ({
      kind: 'response',
      response: { ...response(200), headers: lines },
    }));
    const all = judgeAll(
      suite.cases,
      new Map([
        [GOOD, odd],
        [BASE, evidenceOf(named(suite.cases, BASE), trueReply)],
      ]),
      '1.0.2',
    );
    expect(all.get(GOOD)?.status).toBe('harness-error');
    expect(all.get(BASE)?.status).toBe('pass');
  });
});

describe('relations between cases', () => {
  it('a refusal counts only where its twin was accepted', () => {
    expect(judged({ [GOOD]: no }).get(BAD)).toMatchObject({
      status: 'blocked',
      message: expect.stringContaining(GOOD),
    });
    expect(status({ [GOOD]: ok }, BAD)).toBe('blocked');
    expect(status({ [GOOD]: () => broken('reset') }, BAD)).toBe('blocked');
  });

  it('a refusal counts only where its twin ran', () => {
    const others = suite.cases.filter(({ id }) => id !== GOOD);
    expect(judged({}, {}, others).get(BAD)?.status).toBe('blocked');
  });

  it('a refusal does not count where the twin was answered with another event', () => {
    const fixed = '{"specversion":"1.0","id":"fixed","source":"/fixed","type":"t"}';
    const other = () => responded(200, [['Content-Type', 'application/cloudevents+json']], fixed);
    expect(status({ [GOOD]: other }, BAD)).toBe('blocked');
    expect(status({ [GOOD]: other }, GOOD)).toBe('fail');
  });

  it('a failure whose prerequisite did not hold is blocked, and names no cause', () => {
    const judgement = judged({ [BASE]: no, [GOOD]: changed }).get(GOOD);
    expect(judgement).toMatchObject({ status: 'blocked', message: expect.stringContaining(BASE) });
    expect(judgement).not.toHaveProperty('cause');
    expect(status({ [BASE]: no, [GOOD]: () => broken('timeout') }, GOOD)).toBe('blocked');
    expect(status({ [BASE]: no }, BASE)).toBe('fail');
  });

  it('a failure whose prerequisite did not run is blocked', () => {
    const others = suite.cases.filter(({ id }) => id !== BASE);
    expect(judged({ [GOOD]: changed }, {}, others).get(GOOD)?.status).toBe('blocked');
  });

  it('a pass stands without its prerequisite', () => {
    expect(status({ [BASE]: no }, GOOD)).toBe('pass');
  });

  it('that nothing came out counts only where something comes out of the same carrier', () => {
    const silent = Object.fromEntries(suite.cases.map(({ id }) => [id, ok]));
    expect(status({ [EMPTY]: ok }, EMPTY)).toBe('pass');
    expect(status(silent, EMPTY)).toBe('blocked');
  });
});

describe('bare acceptance', () => {
  const bare = { observation: 'status' } as const;
  const all = (reply: () => Reply): Replies => Object.fromEntries(suite.cases.map(({ id }) => [id, reply]));

  it('counts for a target that refused something invalid and accepted its twin', () => {
    expect(status({ ...all(ok), [SOFT]: no }, BARE, bare)).toBe('pass');
    expect(status({ ...all(ok), [BAD]: no }, BARE, bare)).toBe('pass');
  });

  it('shows nothing for a target that refuses nothing', () => {
    expect(status(all(ok), BARE, bare)).toBe('inconclusive');
    expect(status(all(ok), BAD, bare)).toBe('inconclusive');
  });

  it('shows nothing for a target that refuses the twin as well', () => {
    expect(status({ ...all(ok), [BAD]: no, [GOOD]: no }, BARE, bare)).toBe('inconclusive');
  });

  it('is not helped by refusals over another carrier', () => {
    const judgements = judged({ ...all(ok), [SOFT]: no }, bare);
    expect(judgements.get(baselineOf('http-structured'))?.status).toBe('pass');
    expect(judgements.get(baselineOf('http-binary'))?.status).toBe('inconclusive');
  });

  it('is not helped by a refused event that is valid', () => {
    expect(status({ ...all(ok), [GOOD]: no }, BARE, bare)).toBe('inconclusive');
  });

  it('is not helped by an answer that is about something else, or by none', () => {
    expect(status({ ...all(ok), [SOFT]: () => responded(404) }, BARE, bare)).toBe('inconclusive');
    expect(status({ ...all(ok), [SOFT]: () => broken('reset') }, BARE, bare)).toBe('inconclusive');
  });

  it('never decides a case that needs the event', () => {
    expect(status({ ...all(ok), [SOFT]: no }, GOOD, bare)).toBe('inconclusive');
  });
});
