// From a trial to the questions that it asks. Pure: a question is a function of the token that marks its events.

import { judgeVector } from '../../suites/vector/judge.js';
import { judgeValidity } from '../../suites/vector/judge-validity.js';
import type { JudgedVector } from '../../suites/vector/types.js';
import { decodeMessage } from '../binding/decode-message.js';
import type { Form } from '../binding/encode-message.js';
import { mediaTypeOf } from '../binding/parts.js';
import type { Message } from '../binding/types.js';
import { type Carrier, carrierOf } from '../engine/carriers.js';
import type { Judgement } from '../engine/judgement.js';
import type { Observed } from '../engine/observed.js';
import { canonical } from '../event/canonical.js';
import type { CloudEvent } from '../event/types.js';
import { validate } from '../event/validate.js';
import { textOf } from '../generate/expression/spell.js';
import { mutate } from '../generate/mutation/mutate.js';
import type { Delivery } from '../generate/mutation/types.js';
import { kindOf } from '../generate/violation/kinds.js';
import type { Violation } from '../generate/violation/types.js';
import { writeTwin, writeViolation } from '../generate/violation/write-violation.js';
import type { Spelling, Writing } from '../generate/writing/types.js';
import { write } from '../generate/writing/write.js';
import type { Stimulus } from '../target/types.js';
import { cameOutPlainly } from './came-out-plainly.js';
import { batchVectorOf, vectorOf } from './expected-event.js';
import { judgeEncoded } from './judge-encoded.js';
import { judgeExpression } from './judge-expression.js';
import { doublyMarked, marked } from './marked.js';
import type { Obligations, Shot } from './shot.js';
import type { EncodeTrial, EventsTrial, ExpressionTrial, MutationTrial, Trial, ViolationTrial } from './trial.js';

/** The questions of a trial, in order. `name` makes their tokens, so it is another one for every attempt. */
export function shotsOf(trial: Trial, name: string, judges: Obligations): readonly Shot[] {
  switch (trial.kind) {
    case 'events':
      return eventShots(trial, name);
    case 'violation':
      return violationShots(trial, name, judges);
    case 'mutation':
      return [mutationShot(trial, name)];
    case 'encode':
      return [encodeShot(trial, name)];
    case 'expression':
      return [expressionShot(trial, name, judges)];
  }
}

function eventShots({ events, writings, again }: EventsTrial, name: string): readonly Shot[] {
  const shots = writings.map((writing, index) => eventShot(events, writing, `${name}/${index}`));
  const [first] = shots;
  if (again !== true || first === undefined) return shots;
  return [{ ...first, bytes: name }, { ...first, bytes: name }, ...shots.slice(1)];
}

function eventShot(events: readonly CloudEvent[], writing: Writing, id: string): Shot {
  const { form, spelling } = writing;
  const [single] = events;
  const isBatch = form.mode === 'batch' || single === undefined;
  const ownBy = remembered((token) => events.map((event) => marked(event, token)));
  return {
    exchanged: {
      id,
      task: 'decode',
      events: events.length,
      stimulus: (token) => [stimulusOf(write(ownBy(token), writing), spelling)],
    },
    way: wayOf(form),
    survival: 'answer',
    judge: (observed) => {
      const own = ownBy(observed.token);
      if (cameOutPlainly(own, observed)) return PASSES;
      return judged(isBatch || own[0] === undefined ? batchVectorOf(own) : vectorOf(own[0]), observed);
    },
  };
}

// What is obliged depends on the claims: where the text prescribes no refusal, any answer will do.
function violationShots(
  { violation }: ViolationTrial,
  name: string,
  { isDue, isDemanded, asked }: Obligations,
): readonly Shot[] {
  const { form, event, requirement } = violation;
  const at = (token: string) => ({ ...violation, event: doublyMarked(event, token) });
  const question = (suffix: string, encode: (one: typeof violation) => Message, events: number): Shot => ({
    exchanged: {
      id: `${name}/${suffix}`,
      task: 'decode',
      events,
      stimulus: (token) => [rawStimulusOf(encode(at(token)))],
    },
    way: wayOf(form),
    survival: 'answer',
  });
  const kind = kindOf(requirement);
  // What may be open even for who validates is asked for by nobody.
  if (kind === undefined || kind.isOpen === true || !isDue(requirement)) return inTwoWays(question);
  if (asked === 'event' && !isDemanded(requirement))
    return [question('broken', writeViolation, 0), ...validityShots(violation, name)];
  const { attributes } = kind;
  const twin = question('twin', writeTwin, 1);
  return [
    {
      ...twin,
      judge: (observed) => {
        const own = doublyMarked(event, observed.token);
        return cameOutPlainly([own], observed) ? PASSES : judged(vectorOf(own), observed);
      },
    },
    {
      ...question('broken', writeViolation, 0),
      due: requirement,
      judge: (observed) =>
        judged(
          {
            requirement,
            title: 'a generated violation',
            expect: { refused: { attributes } },
            event: { set: { id: canonical(doublyMarked(event, observed.token).attributes.get('id') ?? '') } },
            ...(isDemanded(requirement) ? {} : { validating: true as const }),
          },
          observed,
        ),
    },
  ];
}

type Question = (suffix: string, encode: (one: Violation) => Message, events: number) => Shot;

/** A message that nothing is demanded for, and the same with what means nothing changed: one answer is as good as the other, but not both. */
const inTwoWays = (question: Question): readonly Shot[] => [
  { ...question('broken', writeViolation, 0), group: 'same violation' },
  { ...question('again', (one) => otherwise(writeViolation(one)), 0), group: 'same violation' },
];

/** White space behind the JSON text, or header lines of different names in another order. */
function otherwise(message: Message): Message {
  const isText = mediaTypeOf(message)?.toLowerCase().includes('cloudevents') === true;
  if (isText && message.body.length > 0)
    return { ...message, body: Buffer.concat([message.body, Buffer.from('\r\n ')]) };
  const names = message.headers.map(([name]) => name.toLowerCase());
  return new Set(names).size < names.length ? message : { ...message, headers: message.headers.toReversed() };
}

// Who is asked about events themselves is asked about the one in the message, beside its twin; what no event is made of, or a
// valid one, is a matter of the message alone.
function validityShots(violation: Violation, name: string): readonly Shot[] {
  const { requirement, form } = violation;
  const pairOf = (token: string): readonly [CloudEvent, CloudEvent] | undefined => {
    const valid = doublyMarked(violation.event, token);
    const decoded = decodeMessage(writeViolation({ ...violation, event: valid }));
    const events = decoded.kind === 'decoded' ? decoded.value.events : [];
    const invalid = events.find((event) => validate(event, '1.0.2').length > 0);
    return invalid === undefined ? undefined : [valid, invalid];
  };
  const isOfEvents = requirement.startsWith('core.') || requirement === 'json.type.core-wrong';
  if (!isOfEvents || pairOf(ANY_TOKEN) === undefined) return [];
  const validity = (token: string): readonly [CloudEvent, CloudEvent] =>
    pairOf(token) ?? [violation.event, violation.event];
  return [
    {
      exchanged: { id: `${name}/validity`, task: 'decode', events: 0, stimulus: () => [], validity },
      way: wayOf(form),
      survival: 'answer',
      due: requirement,
      judge: (observed) => judgeValidity({ requirement, title: 'a generated violation' }, observed),
    },
  ];
}

function mutationShot({ event, writing, mutation }: MutationTrial, name: string): Shot {
  const isWhole = (delivery: Delivery): boolean => delivery.lengthDelta === undefined && delivery.cutAt === undefined;
  const made = (token: string) => mutate(write([marked(event, token)], writing), mutation);
  return {
    exchanged: {
      id: name,
      task: 'decode',
      events: 0,
      stimulus: (token) => {
        const { message, delivery } = made(token);
        return [rawStimulusOf(message, delivery)];
      },
    },
    way: wayOf(writing.form),
    survival: isWhole(made(ANY_TOKEN).delivery) ? 'answer' : 'health',
  };
}

const encodeShot = ({ events, form }: EncodeTrial, name: string): Shot => ({
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

const expressionShot = ({ posed }: ExpressionTrial, name: string, { errorMode }: Obligations): Shot => ({
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

const PASSES: Judgement = { status: 'pass' };

const judged = (vector: JudgedVector, observed: Observed): Judgement => judgeVector(vector, 'event', observed);

function wayOf(form: Form): Carrier {
  const carrier = carrierOf(form);
  if (carrier === undefined) throw new Error(`there is no carrier ${form.binding} ${form.mode}`);
  return carrier;
}

/** What is made of a token, once: it is asked for by what is sent and by what is judged. */
function remembered<T>(make: (token: string) => T): (token: string) => T {
  let last: { readonly token: string; readonly made: T } | undefined;
  return (token) => {
    if (last?.token !== token) last = { token, made: make(token) };
    return last.made;
  };
}

/** A valid message as it is sent. */
function stimulusOf(message: Message, { pieces }: Spelling): Stimulus {
  if (message.binding !== undefined) return message;
  const request = { ...message, method: 'POST' };
  if (pieces === undefined) return { ...request, via: 'client' };
  return { ...request, via: 'raw', pieces: piecesOf(message, pieces) };
}

/** Each piece is a segment of its own: a long message in many of them would take longer than any deadline. */
const MOST_PIECES = 24;

const piecesOf = (message: Message, pieces: number): number =>
  Math.max(pieces, Math.ceil(lengthOf(message) / MOST_PIECES));

const lengthOf = ({ headers, body }: Message): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, body.length);

/** A message that no client library would send: it is written on a socket, byte by byte. */
function rawStimulusOf(message: Message, { cutAt, ...delivery }: Delivery = {}): Stimulus {
  if (message.binding !== undefined) return message;
  return {
    ...message,
    method: 'POST',
    via: 'raw',
    ...delivery,
    ...(delivery.pieces === undefined ? {} : { pieces: piecesOf(message, delivery.pieces) }),
    ...(cutAt === undefined ? {} : { cutAfter: Math.floor((message.body.length * cutAt) / 1000) }),
  };
}

/** Obligations of who has claimed nothing. */
export const NOTHING_DUE: Obligations = { asked: 'message', isDemanded: () => false, isDue: () => false };

/** Stands for a token where it does not matter which. */
export const ANY_TOKEN = 't000000000000';
