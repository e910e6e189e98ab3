// Evidence to JSON and back, without the loss of a byte.
import { hash } from 'node:crypto';
import type { Evidence } from '../engine/evidence.js';
import type { Observation } from '../engine/observed.js';
import { fromByteString, toByteString } from '../event/byte-string.js';
import type { CloudEvent, JsonValue } from '../event/types.js';
import { fromWire, toWire, type WireEvent } from '../event/wire.js';
import type { KeyChoice, Question, Reply, Told } from '../target/types.js';
import { digestOf } from './evidence-digest.js';
import {
  arrivedOf,
  bytesOf,
  fromArrived,
  messageOf,
  type Redact,
  readMessage,
  sentOf,
  stimulusOf,
  writtenMessage,
} from './evidence-message.js';
import type { AskedExpression, CaseReport, ReceivedMessage, ToldEvents, WrittenExpression } from './types.js';

/** Expressions longer than this, in UTF-16 code units, are told by their start. */
const LONGEST = 4000;

const START = 200;

export type EvidenceReport = NonNullable<CaseReport['evidence']>;

/** Evidence as the report holds it, with a digest over both directions. */
export function toEvidenceReport(evidence: Evidence, redact: Redact): EvidenceReport {
  const sent = [
    ...(evidence.told === undefined ? [] : [toldOf(evidence.told)]),
    ...(evidence.validated === undefined ? [] : [validatedOf(evidence.validated)]),
    ...(evidence.questions ?? []).map(askedOf),
    ...(evidence.filter === undefined ? [] : [{ kind: 'filter' as const, expression: written(evidence.filter) }]),
    ...evidence.requests.map((request) => sentOf(request, redact)),
  ];
  const received = [
    ...evidence.replies.map((reply) => receivedOf(reply, redact)),
    ...evidence.arrived.map((message) => arrivedOf(message, redact)),
  ];
  const rest = {
    ...(evidence.fence === undefined ? {} : { fence: evidence.fence }),
    ...(evidence.stderr === undefined ? {} : { stderr: evidence.stderr }),
  };
  return { digest: digestOf({ sent, received, ...rest }), sent, received, ...rest };
}

/** The evidence of a report, for judging it again. */
export function fromEvidenceReport(
  report: EvidenceReport,
  token: string,
  observation: Observation,
  ms: number,
): Evidence {
  return {
    token,
    observation,
    ms,
    ...(report.fence === undefined ? {} : { fence: report.fence }),
    ...(report.stderr === undefined ? {} : { stderr: report.stderr }),
    requests: report.sent.flatMap((message) => ('kind' in message ? [] : [stimulusOf(message)])),
    ...toldIn(report.sent),
    ...expressionsIn(report.sent),
    replies: report.received.flatMap((message) => (message.kind === 'arrived' ? [] : [replyOf(message)])),
    arrived: report.received.flatMap((message) => (message.kind === 'arrived' ? [fromArrived(message)] : [])),
  };
}

const toldOf = ({ binding, mode, events, key }: Told): ToldEvents => ({
  kind: 'events',
  ...(binding === 'http' ? {} : { binding }),
  mode,
  events: events.map(toWire),
  ...(key === undefined
    ? {}
    : { key: key.kind === 'given' ? { value: toByteString(key.key) } : { mapper: key.attribute } }),
});

const validatedOf = (events: readonly CloudEvent[]): ToldEvents => ({
  kind: 'events',
  mode: 'validate',
  events: events.map(toWire),
});

function toldIn(sent: EvidenceReport['sent']): Pick<Evidence, 'told' | 'validated'> {
  const told = sent.find((part): part is ToldEvents => 'kind' in part && part.kind === 'events');
  if (told === undefined) return {};
  const events = told.events.map(eventOf);
  const { binding = 'http', mode, key } = told;
  return mode === 'validate'
    ? { validated: events }
    : { told: { binding, mode, events, ...(key && { key: keyOf(key) }) } };
}

const keyOf = (key: NonNullable<ToldEvents['key']>): KeyChoice =>
  'mapper' in key ? { kind: 'mapper', attribute: key.mapper } : { kind: 'given', key: fromByteString(key.value) };

const askedOf = ({ expression, event }: Question): AskedExpression => ({
  kind: 'expression',
  expression: written(expression),
  event: toWire(event),
});

const written = (expression: string): WrittenExpression =>
  expression.length <= LONGEST
    ? expression
    : {
        start: expression.slice(0, START).replace(/[\ud800-\udbff]$/, ''),
        length: expression.length,
        digest: hash('sha256', expression),
      };

// No judgement looks at an expression, so the start of a long one will do.
const read = (expression: WrittenExpression): string =>
  typeof expression === 'string' ? expression : expression.start;

function expressionsIn(sent: EvidenceReport['sent']): Pick<Evidence, 'questions' | 'filter'> {
  const parts = sent.filter((part) => 'kind' in part);
  const questions = parts.flatMap((part) =>
    part.kind === 'expression' ? [{ expression: read(part.expression), event: eventOf(part.event) }] : [],
  );
  const filter = parts.find((part) => part.kind === 'filter');
  return {
    ...(questions.length === 0 ? {} : { questions }),
    ...(filter === undefined ? {} : { filter: read(filter.expression) }),
  };
}

// What the report's schema lets through is an event, however strange.
function eventOf(wire: WireEvent): CloudEvent {
  const read = fromWire(wire as unknown as JsonValue);
  return read.kind === 'event' ? read.event : { attributes: new Map() };
}

function receivedOf(reply: Reply, redact: Redact): ReceivedMessage {
  switch (reply.kind) {
    case 'failure':
      return { kind: 'failure', ...reply.failure };
    case 'events':
      return { ...reply, events: reply.events.map(toWire) };
    case 'messages':
      return { kind: 'messages', messages: reply.messages.map((message) => writtenMessage(message, redact)) };
    case 'rejected':
    case 'unwritten':
    case 'valid':
    case 'invalid':
    case 'value':
    case 'set':
    case 'published':
    case 'unset':
    case 'unsupported':
      return reply;
    case 'response': {
      const { status, reason, truncated } = reply.response;
      const bytes = bytesOf(reply.response, redact);
      return { kind: 'response', status, reason, ...bytes, ...(truncated ? { truncated } : {}) };
    }
  }
}

function replyOf(message: Exclude<ReceivedMessage, { readonly kind: 'arrived' }>): Reply {
  switch (message.kind) {
    case 'failure':
      return { kind: 'failure', failure: { code: message.code, message: message.message } };
    case 'events':
      return { ...message, events: message.events.map(eventOf) };
    case 'messages':
      return { kind: 'messages', messages: message.messages.map(readMessage) };
    case 'rejected':
    case 'unwritten':
    case 'valid':
    case 'invalid':
    case 'value':
    case 'set':
    case 'published':
    case 'unset':
    case 'unsupported':
      return message;
    case 'response': {
      const { status, reason, truncated } = message;
      return {
        kind: 'response',
        response: { status, reason, ...messageOf(message), truncated: truncated === true },
      };
    }
  }
}
