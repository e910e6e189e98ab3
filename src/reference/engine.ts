// The reference as an engine of expressions, with faults switched on.
import { compile } from '../cesql/compile.js';
import { DEFAULT_SEMANTICS } from '../cesql/default-semantics.js';
import { DEFAULT_SYNTAX } from '../cesql/default-syntax.js';
import { parse } from '../cesql/parse.js';
import type { ErrorMode } from '../cesql/types.js';
import type { Question } from '../target/types.js';
import { CONFORM_FUNCTIONS } from './conform-functions.js';
import type { EngineAnswer, EngineFault } from './engine-fault.js';
import type { Fault } from './fault.js';

/** What the reference, with these faults, answers in an error mode. */
export function evaluateWith(question: Question, faults: readonly Fault[], mode: ErrorMode = 'operator'): EngineAnswer {
  const changes = faults.flatMap(({ engine }) => (engine === undefined ? [] : [engine]));
  const applied = <T>(value: T, changeOf: (change: EngineFault) => ((value: T) => T) | undefined): T =>
    changes.reduce((current, change) => changeOf(change)?.(current) ?? current, value);
  const parsed = parse(
    question.expression,
    undefined,
    applied(DEFAULT_SYNTAX, ({ syntax }) => syntax),
  );
  const answer = (): EngineAnswer => {
    if (parsed.kind === 'problem') return { errors: [parsed.error.kind] };
    const evaluate = compile(
      applied(parsed.expression, ({ tree }) => tree),
      {
        mode,
        semantics: applied(DEFAULT_SEMANTICS, ({ semantics }) => semantics),
        functions: applied(CONFORM_FUNCTIONS, ({ functions }) => functions),
      },
    );
    const { value, errors } = evaluate(question.event);
    return { value, errors: errors.map(({ kind }) => kind) };
  };
  return changes.reduce((current, change) => change.answer?.(current, question) ?? current, answer());
}
