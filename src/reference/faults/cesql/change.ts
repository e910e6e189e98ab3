// Changes that the faults of an engine are made of: of one entry in a table, and of what is answered.
import type { FunctionDefinition, FunctionResult } from '../../../cesql/functions/types.js';
import type { BinaryDefinition, MissingOperand, OperandPlace, Semantics } from '../../../cesql/semantics.js';
import type { Syntax } from '../../../cesql/syntax.js';
import type { BinaryOperator, CesqlValue, Expression } from '../../../cesql/types.js';
import { evaluateWith } from '../../engine.js';
import type { EngineAnswer } from '../../engine-fault.js';
import type { Fault } from '../../fault.js';
import { changeTree } from './change-tree.js';

type Change = Pick<Fault, 'engine'>;

/** Other entries of the table that the parser asks. */
export const onSyntax = (change: (syntax: Syntax) => Partial<Syntax>): Change => ({
  engine: { syntax: (syntax) => ({ ...syntax, ...change(syntax) }) },
});

/** Other entries of the table that the evaluator asks. Called for each evaluation. */
export const onSemantics = (change: (semantics: Semantics) => Partial<Semantics>): Change => ({
  engine: { semantics: (semantics) => ({ ...semantics, ...change(semantics) }) },
});

export const onTree = (change: (node: Expression) => Expression): Change => ({
  engine: { tree: (expression) => changeTree(expression, change) },
});

export const onBinary = (
  operators: readonly BinaryOperator[],
  change: (definition: BinaryDefinition, semantics: Semantics) => BinaryDefinition,
): Change =>
  onSemantics((semantics) => ({
    binary: {
      ...semantics.binary,
      ...Object.fromEntries(operators.map((operator) => [operator, change(semantics.binary[operator], semantics)])),
    },
  }));

/** Other casts. What is handed in casts as it should. */
export const onCast = (change: (cast: Semantics['cast']) => Partial<Semantics['cast']>): Change =>
  onSemantics(({ cast }) => ({ cast: { ...cast, ...change(cast) } }));

/** Something else in the places of operands where an attribute is missing. */
export const onMissing = (isMeant: (place: OperandPlace) => boolean, instead: MissingOperand): Change =>
  onSemantics(({ missing }) => ({ missing: (place) => (isMeant(place) ? instead : missing(place)) }));

/** Other values of attributes. */
export const onAttribute = (change: (value: CesqlValue | undefined, name: string) => CesqlValue | undefined): Change =>
  onSemantics(({ attribute }) => ({ attribute: (event, name) => change(attribute(event, name), name) }));

/** Other definitions of a built-in function; none, and it is missing. */
export const onFunction = (
  name: string,
  change: (definition: FunctionDefinition) => FunctionDefinition | undefined,
): Change =>
  onSemantics(({ functions }) => ({
    functions: new Map([...functions, [name, (functions.get(name) ?? []).flatMap((one) => change(one) ?? [])]]),
  }));

/** Another value of a built-in function; `right` gives the one that is right. */
export const onCall = (
  name: string,
  call: (values: readonly CesqlValue[], right: () => FunctionResult) => FunctionResult,
): Change =>
  onFunction(name, (definition) => ({
    ...definition,
    call: (values) => call(values, () => definition.call(values)),
  }));

export const onAnswer = (change: (answer: EngineAnswer, expression: string) => EngineAnswer): Change => ({
  engine: { answer: (answer, { expression }) => change(answer, expression) },
});

/** Reads what the grammar refuses as if it were another text. */
export const readsAs = (change: (expression: string) => string): Change => ({
  engine: {
    answer: (answer, question) =>
      answer.errors.includes('parse')
        ? evaluateWith({ ...question, expression: change(question.expression) }, [])
        : answer,
  },
});

/** Refuses what the grammar allows. */
export const refuses = (isMeant: (expression: string) => boolean): Change =>
  onAnswer((answer, expression) => (isMeant(expression) ? { errors: ['parse'] } : answer));
