import { describe, expect, it } from 'vitest';
import { parse } from '../../src/cesql/parse.js';
import type { ErrorMode } from '../../src/cesql/types.js';
import type { Observed } from '../../src/engine/observed.js';
import type { CloudEvent } from '../../src/event/types.js';
import { judgeExpression } from '../../src/fuzz/judge-expression.js';
import { expressions } from '../../src/generate/expression/expressions.js';
import type { Posed } from '../../src/generate/expression/posed.js';
import { textOf } from '../../src/generate/expression/spell.js';
import { sample } from '../../src/generate/sample.js';
import { evaluateWith } from '../../src/reference/engine.js';
import type { EngineAnswer } from '../../src/reference/engine-fault.js';
import { faultNamed } from '../../src/reference/faults/index.js';
import { event } from './helpers/trials.js';

function posed(text: string, about: CloudEvent = event()): Posed {
  const parsed = parse(text);
  if (parsed.kind === 'problem') throw new Error(`no expression: ${text}`);
  return { expression: parsed.expression, event: about, spelling: 0 };
}

const answered = (answer: EngineAnswer): Observed => ({
  token: 't',
  observation: 'adapter',
  requests: [],
  reactions: [{ kind: 'accepted' }],
  outputs: [],
  answers: [answer],
});

const answerOf = (one: Posed, faults: readonly string[] = [], mode?: ErrorMode): EngineAnswer =>
  evaluateWith({ expression: textOf(one), event: one.event }, faults.map(faultNamed), mode);

describe('judgeExpression', () => {
  it('passes our own engine, in the mode that it claims and where it claims none', () => {
    for (const one of sample(expressions(), 'judged', 80)) {
      for (const mode of ['operator', 'complete', 'fail-fast'] as const) {
        const observed = answered(answerOf(one, [], mode));
        expect(judgeExpression(one, mode, observed).status, textOf(one)).toBe('pass');
        expect(judgeExpression(one, undefined, observed).status, textOf(one)).toBe('pass');
      }
    }
  });

  it.each(['cesql.miss.bare/silent', 'cesql.fn.missing/string', 'cesql.fn.builtin/concat-ws'])(
    'fails an engine with a fault on some expression, and names a requirement: %s',
    (fault) => {
      const failed = sample(expressions(), 'faulty', 200).flatMap((one) => {
        const judgement = judgeExpression(one, 'operator', answered(answerOf(one, [fault], 'operator')));
        return judgement.status === 'fail' ? [judgement] : [];
      });
      expect(failed.length).toBeGreaterThan(0);
      for (const { cause } of failed) expect(cause?.key).toMatch(/^cesql\./);
    },
  );

  it('fails another value, and says both', () => {
    const judgement = judgeExpression(posed('1 + 1'), 'operator', answered({ value: 3, errors: [] }));
    expect(judgement).toMatchObject({ status: 'fail', expected: { value: 2, errors: [] }, actual: { value: '3' } });
  });

  it('fails a refusal of what is an expression', () => {
    const refused: Observed = {
      ...answered({ errors: [] }),
      answers: [],
      reactions: [{ kind: 'refused', text: 'no' }],
    };
    expect(judgeExpression(posed('TRUE'), 'operator', refused)).toMatchObject({ status: 'fail', actual: 'refused' });
  });

  it('says nothing where there is no answer', () => {
    const failure = { code: 'timeout', message: 'late' } as const;
    const silent: Observed = { ...answered({ errors: [] }), answers: [], reactions: [{ kind: 'broken', failure }] };
    expect(judgeExpression(posed('TRUE'), 'operator', silent)).toMatchObject({ status: 'inconclusive' });
  });
});
