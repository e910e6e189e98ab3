// What only an adapter can be asked: to write events, and for the value of an expression.
import { textOf } from '../../generate/expression/spell.js';
import { judgeEncoded } from '../judge-encoded.js';
import { judgeExpression } from '../judge-expression.js';
import { marked } from '../marked.js';
import type { Obligations, Shot } from '../shot.js';
import type { EncodeTrial, ExpressionTrial } from '../trial.js';
import { wayOf } from './way-of.js';

/** Events are to be written. */
export const encodeShot = ({ events, form }: EncodeTrial, name: string): Shot => ({
  exchanged: {
    id: name,
    task: 'encode',
    events: events.length,
    stimulus: () => [],
    told: (token) => ({ ...form, events: events.map((event) => marked(event, token)) }),
  },
  way: wayOf(form),
  survival: 'answer',
  judge: (observed) =>
    judgeEncoded(
      events.map((event) => marked(event, observed.token)),
      observed,
    ),
});

/** An expression is to be evaluated. */
export const expressionShot = ({ posed }: ExpressionTrial, name: string, { errorMode }: Obligations): Shot => ({
  exchanged: {
    id: name,
    task: 'evaluate',
    events: 0,
    stimulus: () => [],
    questions: () => [{ expression: textOf(posed), event: posed.event }],
  },
  way: 'evaluate',
  survival: 'answer',
  judge: (observed) => judgeExpression(posed, errorMode, observed),
});
