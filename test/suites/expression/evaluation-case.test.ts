// Vectors as cases, judged over the reference behind an adapter and over engines that are wrong in one way.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/engine/case.js';
import { casesFor } from '../../../src/engine/cases-for.js';
import { exchangeCase } from '../../../src/engine/exchange-case.js';
import { judgeAll } from '../../../src/engine/judge.js';
import type { Judgement } from '../../../src/engine/judgement.js';
import type { Answerer } from '../../../src/reference/adapter/serve-adapter.js';
import { evaluationCaseOf, GROUND, OTHER_GROUND } from '../../../suites/expression/evaluation-case.js';
import type { EvaluationVector } from '../../../suites/expression/types.js';
import { adapterTarget, truly } from '../../engine/helpers/adapter.js';
import { BASE, requirement } from '../../engine/tiny-suite.js';

const vector = (name: string, expression: string, more: Partial<EvaluationVector> = {}): EvaluationVector => {
  const [id = name, variant = 'only'] = name.split('/');
  return { requirement: id, variant, title: `the case ${name}`, expression, ...more };
};
const of = (one: EvaluationVector): Case =>
  evaluationCaseOf(one, requirement(one.requirement, { role: 'engine', needs: ['value'] }), BASE);

const ID = vector(GROUND, 'id', { expect: { value: '{token}' } });
const SOURCE = vector(OTHER_GROUND, 'source', { expect: { value: 'https://conform.example/{token}' } });
const SUM = vector('cesql.op.add', '1 + 1', { expect: { value: 2 } });
const BAD = vector('cesql.parse.bad', '1 +', { expect: { parseError: true }, twin: 'cesql.op.add/only' });
const MISSING = vector('cesql.miss.nested', '(missing * 5) + 1', {
  expect: { values: { complete: 1, 'fail-fast': 0, operator: 0 }, errors: ['missingAttribute'] },
});
const OPEN = vector('cesql.op.overflow', '2147483647 + 1');
const TWICE = vector('cesql.attr.pure', "'a' = 'a'", { times: 2, expect: { value: true } });

async function judged(vectors: readonly EvaluationVector[], answer: Answerer = truly()) {
  const cases = [ID, SOURCE, ...vectors].map(of);
  const target = adapterTarget(answer);
  const drive = { target, fence: of(ID), observation: 'adapter', seed: 's', timeoutMs: 2_000 } as const;
  const evidence = new Map<string, Awaited<ReturnType<typeof exchangeCase>>>();
  for (const item of cases)
    evidence.set(item.id, await exchangeCase(item, { ...drive, signal: new AbortController().signal }));
  const judgements = judgeAll(cases, evidence, '1.0.2');
  return Object.fromEntries(cases.map(({ id }) => [id.replace('/only@evaluate', ''), judgements.get(id)])) as Readonly<
    Record<string, Judgement | undefined>
  >;
}

/** The reference, but for its answer to one expression. */
const but =
  (expression: string, change: object | undefined, true_ = truly()): Answerer =>
  (request, line) =>
    request.op === 'evaluate' && request.expression === expression ? change : true_(request, line);

describe('a vector', () => {
  it('is a case whose question is a function of the token', () => {
    const item = of(
      vector('cesql.x', "subject = '{token}'", { event: { set: { subject: '{token}' }, unset: ['type'] } }),
    );
    expect(item).toMatchObject({ id: 'cesql.x/only@evaluate', task: 'evaluate', carrier: 'evaluate', needs: 'value' });
    const [question] = item.questions?.('t1') ?? [];
    expect(question?.expression).toBe("subject = 't1'");
    expect(question?.event.attributes.get('subject')).toBe('t1');
    expect(question?.event.attributes.get('id')).toBe('t1');
    expect(question?.event.attributes.has('type')).toBe(false);
  });

  it('rests on the value of an attribute, and on what it says', () => {
    const item = of(vector('cesql.x', '1', { requires: ['cesql.y/plain'] }));
    expect(item.requires).toEqual([
      { id: `${GROUND}@evaluate`, outcome: 'passed' },
      { id: 'cesql.y/plain@evaluate', outcome: 'passed' },
    ]);
    expect(item.ground).toBe(`${GROUND}@evaluate`);
    expect(of(ID)).toMatchObject({ requires: [] });
    expect(of(ID).ground).toBe(`${OTHER_GROUND}@evaluate`);
    expect(of(SOURCE).ground).toBe(`${GROUND}@evaluate`);
  });

  it('passes on the reference, and records what is open', async () => {
    const all = await judged([SUM, BAD, MISSING, OPEN, TWICE]);
    expect(Object.entries(all).map(([id, judgement]) => [id, judgement?.status])).toEqual([
      [`${GROUND}@evaluate`, 'pass'],
      [`${OTHER_GROUND}@evaluate`, 'pass'],
      ['cesql.op.add', 'pass'],
      ['cesql.parse.bad', 'pass'],
      ['cesql.miss.nested', 'pass'],
      ['cesql.op.overflow', 'observed'],
      ['cesql.attr.pure', 'pass'],
    ]);
  });
});

describe('an engine that is wrong', () => {
  it.each([
    ['about the value', { value: 3, errors: [] }, { value: 3 }, 'the value is another'],
    ['about the type', { value: '2', errors: [] }, { value: '2' }, 'the value is a string, not an integer'],
    [
      'in seeing an error',
      { value: 2, errors: ['math'] },
      { value: 2, errors: ['math'] },
      'an error is reported where',
    ],
    [
      'in refusing it',
      { errors: ['parse'] },
      { errors: ['parse'] },
      'a valid expression is refused with a parse error',
    ],
  ])('%s fails, with what was expected and what came', async (_, answer, actual, message) => {
    const { 'cesql.op.add': judgement } = await judged([SUM], but('1 + 1', answer));
    expect(judgement).toMatchObject({
      status: 'fail',
      expected: { value: 2 },
      message: expect.stringContaining(message),
    });
    expect(judgement?.actual).toEqual(actual);
    expect(judgement?.cause?.title).toContain('the case cesql.op.add');
  });

  it('about what is no expression fails where the twin is evaluated, and only there', async () => {
    const taking = but('1 +', { value: 1, errors: [] });
    expect((await judged([SUM, BAD], taking))['cesql.parse.bad']).toMatchObject({ status: 'fail' });
    const refusing = but('1 + 1', { errors: ['parse'] });
    expect((await judged([SUM, BAD], refusing))['cesql.parse.bad']).toMatchObject({ status: 'blocked' });
  });

  it('at the second time fails', async () => {
    let asked = 0;
    const forgetful: Answerer = (request, line) =>
      request.op === 'evaluate' && request.expression === TWICE.expression
        ? { value: asked++ === 0, errors: [] }
        : truly()(request, line);
    expect((await judged([TWICE], forgetful))['cesql.attr.pure']).toMatchObject({
      status: 'fail',
      message: 'the same question has another answer the next time',
      actual: { value: false },
    });
  });

  it('about everything is believed in nothing: what it has right, it has by chance', async () => {
    const two: Answerer = (request, line) =>
      request.op === 'evaluate' ? { value: 2, errors: [] } : truly()(request, line);
    const all = await judged([SUM, vector('cesql.y', '3', { expect: { value: 3 } })], two);
    expect(all[`${GROUND}@evaluate`]).toMatchObject({ status: 'fail' });
    expect(all['cesql.op.add']).toMatchObject({ status: 'inconclusive' });
    expect(all['cesql.y']).toMatchObject({ status: 'blocked' });
  });
});

describe('an engine that gives one attribute for everything', () => {
  const giving =
    (name: string): Answerer =>
    (request, line) =>
      request.op === 'evaluate'
        ? { value: request.event.attributes[name] ?? null, errors: [] }
        : truly()(request, line);

  it.each([
    ['id', GROUND, OTHER_GROUND],
    ['source', OTHER_GROUND, GROUND],
  ])('%s is believed in that one as little as in another', async (name, right, wrong) => {
    const all = await judged([vector('cesql.x', name, { expect: { value: '{token}' } })], giving(name));
    expect(all[`${wrong}@evaluate`]?.status).toMatch(/fail|blocked/);
    expect(all[`${right}@evaluate`]).toMatchObject({
      status: 'inconclusive',
      message: expect.stringContaining(`${wrong}@evaluate did not pass`),
    });
    expect(all['cesql.x']?.status).not.toBe('pass');
  });
});

describe('no answer', () => {
  it('to a valid expression fails; to what is none it says nothing', async () => {
    const dying: Answerer = (request, line) => {
      if (request.op === 'evaluate' && request.expression !== 'id') throw new Error('ends');
      return truly()(request, line);
    };
    const all = await judged([SUM, BAD], dying);
    expect(all['cesql.op.add']).toMatchObject({
      status: 'fail',
      expected: 'an answer',
      cause: { title: expect.stringMatching(/^No answer to a valid expression: /) },
    });
    expect(all['cesql.parse.bad']).toMatchObject({ status: 'inconclusive' });
  });

  it('but unsupported says nothing', async () => {
    const all = await judged([SUM], but('1 + 1', { unsupported: true }));
    expect(all['cesql.op.add']).toMatchObject({ status: 'inconclusive' });
  });
});

describe('the error mode', () => {
  const inMode = (mode: 'complete' | 'fail-fast' | 'operator' | undefined): Case =>
    casesFor([of(MISSING)], { validates: false, validOnly: false, ...(mode && { errorMode: mode }) }, 'adapter')[0] ??
    of(MISSING);
  const status = (item: Case, value: number): string =>
    item.judge({
      token: 't',
      observation: 'adapter',
      requests: [],
      reactions: [{ kind: 'accepted' }],
      outputs: [],
      answers: [{ value, errors: ['missingAttribute'] }],
    }).status;

  it('that is declared decides; else any value that a mode gives is right', () => {
    expect(status(inMode('complete'), 1)).toBe('pass');
    expect(status(inMode('complete'), 0)).toBe('fail');
    expect(status(inMode('operator'), 0)).toBe('pass');
    expect(status(inMode('operator'), 1)).toBe('fail');
    expect([0, 1, 2].map((value) => status(inMode(undefined), value))).toEqual(['pass', 'pass', 'fail']);
    expect(inMode('complete').expected).toEqual({ value: 1, errors: ['missingAttribute'] });
  });

  it('changes nothing of other cases', () => {
    const item = of(SUM);
    expect(casesFor([item], { validates: true, validOnly: true, errorMode: 'complete' }, 'adapter')).toEqual([item]);
  });
});
