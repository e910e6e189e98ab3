// Failures, worded and keyed by their root, so that one defect is one finding.

import type { Message } from '../../src/binding/types.js';
import type { Cause, Judgement } from '../../src/engine/judgement.js';
import type { Reaction } from '../../src/engine/observed.js';
import { reactionWords } from '../../src/engine/reaction-words.js';
import type { CloudEvent, JsonValue } from '../../src/event/types.js';
import { toWire } from '../../src/event/wire.js';
import type { TransportFailure } from '../../src/target/types.js';
import type { Difference } from './compare.js';
import { rootWords } from './root-words.js';
import type { JudgedVector } from './types.js';

type Refusal = Extract<Reaction, { readonly kind: 'refused' }>;

/** No answer. Closing or resetting on a valid event is a failure; everything else says nothing about the event. */
export function broken(failure: TransportFailure, { expect }: Pick<JudgedVector, 'expect'>): Judgement {
  const message = failure.message;
  const isValid = expect !== undefined && !('refused' in expect);
  switch (failure.code) {
    case 'timeout':
      return expect === undefined
        ? { status: 'inconclusive', message: `neither accepted nor refused: ${message}` }
        : { status: 'timeout', message };
    case 'closed':
    case 'thrown':
    case 'reset':
    case 'not-http':
      return isValid
        ? {
            status: 'fail',
            expected: 'an answer',
            actual: message,
            message,
            cause: { key: failure.code, title: `No answer to a valid event: ${message}` },
          }
        : { status: 'inconclusive', message: `neither accepted nor refused: ${message}` };
    case 'protocol':
    case 'unreachable':
    case 'tls':
    case 'too-large':
    case 'broker':
    case 'interrupted':
    case 'aborted':
      return { status: 'inconclusive', message };
  }
}

/** A valid event was refused. Refusals with the same status and the same words have one root. */
export function refused(vector: JudgedVector, reaction: Refusal, requests: readonly Message[]): Judgement {
  const { text } = reaction;
  const done = reactionWords(reaction);
  const words = rootWords(text, requests);
  return {
    status: 'fail',
    expected: 'accepted',
    actual: words === '' ? done : `${done}: ${text.trim()}`,
    message: `a valid event was ${done}`,
    cause: {
      key: `${done.replace(' with', '')} ${words || vector.requirement}`,
      title: `A valid event is ${done}: ${words || vector.title}`,
    },
  };
}

/** A valid event was accepted, and did not come out. */
export function noEvent(vector: JudgedVector, expected: JsonValue): Judgement {
  return {
    status: 'fail',
    expected,
    actual: 'no event',
    message: 'the event was accepted, but no event came out',
    cause: { key: `no event ${vector.requirement}`, title: `An accepted event does not come out: ${vector.title}` },
  };
}

/** The target claims to validate, and an invalid event came out of it. */
export function taken(vector: JudgedVector, event: CloudEvent | undefined): Judgement {
  return {
    status: 'fail',
    expected: 'refused',
    actual: event === undefined ? 'an event' : (JSON.parse(JSON.stringify(toWire(event))) as JsonValue),
    message: 'an invalid event is taken for a valid one',
    cause: { key: `taken ${vector.requirement}`, title: `An invalid event is taken for a valid one: ${vector.title}` },
  };
}

/** The event came out otherwise than it went in. */
export function differs(vector: JudgedVector, differences: readonly Difference[]): Judgement {
  return {
    status: 'fail',
    expected: members(differences, 'expected'),
    actual: members(differences, 'actual'),
    message: differences.map(sentence).join('; '),
    ...(differences[0] === undefined ? {} : { cause: causeOf(vector, differences[0]) }),
  };
}

const members = (differences: readonly Difference[], side: 'expected' | 'actual'): JsonValue =>
  Object.fromEntries(differences.map((difference) => [difference.name, difference[side]]));

function sentence({ kind, name }: Difference): string {
  switch (kind) {
    case 'lost':
      return `${name} is missing`;
    case 'as-sent':
      return `${name} came out as the header's bytes, not decoded`;
    case 'changed':
      return `${name} has another value`;
    case 'invented':
      return `${name} should not be there`;
    case 'data-lost':
      return 'the data is missing';
    case 'data-changed':
      return 'the data has another value';
    case 'data-invented':
      return 'there is data, though none was sent';
    case 'unseen':
      return `${name} could not be seen`;
  }
}

function causeOf(vector: JudgedVector, difference: Difference): Cause {
  if (difference.kind === 'as-sent') {
    const quoted = /^"/.test(String(difference.actual));
    return quoted
      ? { key: 'header as sent, quoted', title: 'Quoted header values are not unquoted' }
      : { key: 'header as sent', title: 'Header values are not percent-decoded' };
  }
  return {
    key: `${difference.kind} ${vector.requirement}`,
    title: `${capital(sentence(difference))}: ${vector.title}`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
