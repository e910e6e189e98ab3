// A digest over evidence that depends on its content alone: neither on the order of members nor on white space.
import { hash } from 'node:crypto';
import type { ByteString } from '../event/byte-string.js';
import type { WireEvent } from '../event/wire.js';
import type {
  ArrivedMessage,
  BrokerMessage,
  CaseReport,
  HeaderLines,
  ReceivedMessage,
  SentMessage,
  ToldEvents,
} from './types.js';

/** SHA-256 over what was sent and received, hexadecimal. */
export function digestOf({
  sent,
  received,
  fence,
  stderr,
}: Omit<NonNullable<CaseReport['evidence']>, 'digest'>): string {
  const parts: string[] = [String(sent.length)];
  for (const part of sent) {
    if (!('kind' in part)) addSent(part, parts);
    else if (part.kind === 'events') addTold(part, parts);
    else parts.push(part.kind, canonicalJson(part));
  }
  for (const message of received) addReceived(message, parts);
  parts.push(fence ?? '');
  if (stderr !== undefined) parts.push(stderr);
  // With its length before it, no part can be taken for the end of another.
  return hash('sha256', parts.map((part) => `${part.length}:${wellFormed(part)}`).join(''));
}

/** SHA-256 over captured messages, hexadecimal. */
export const digestOfCapture = (messages: readonly ArrivedMessage[]): string =>
  digestOf({ sent: [], received: messages });

// In UTF-8, which is what is hashed, all halves of surrogate pairs would be the same replacement character.
const wellFormed = (part: string): string => (/\p{Surrogate}/u.test(part) ? JSON.stringify(part) : part);

function addSent(sent: SentMessage, parts: string[]): void {
  if (isOfBroker(sent)) {
    parts.push(canonicalJson(sent));
    return;
  }
  const { method, via, framing, pieces, headers, body } = sent;
  parts.push(method, via, framing ?? '', String(pieces ?? ''));
  addMessage(headers, body, parts);
}

const isOfBroker = (message: object): message is BrokerMessage => 'binding' in message;

function addTold({ binding, mode, events, key }: ToldEvents, parts: string[]): void {
  parts.push('events', mode);
  if (binding !== undefined) parts.push(binding, canonicalJson(key ?? null));
  addEvents(events, parts);
}

// Members in one order, whatever order they stand in.
function addEvents(events: readonly WireEvent[], parts: string[]): void {
  parts.push(String(events.length));
  for (const event of events) parts.push(canonicalJson(event));
}

const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
};

function addReceived(message: ReceivedMessage, parts: string[]): void {
  parts.push(message.kind);
  switch (message.kind) {
    case 'response':
      parts.push(String(message.status), message.reason, String(message.truncated ?? false));
      addMessage(message.headers, message.body, parts);
      return;
    case 'failure':
      parts.push(message.code, message.message);
      return;
    case 'arrived':
      if (isOfBroker(message)) {
        parts.push(canonicalJson(message));
        return;
      }
      parts.push(message.method, message.path);
      addMessage(message.headers, message.body, parts);
      return;
    case 'events':
      addEvents(message.events, parts);
      return;
    case 'messages':
      parts.push(String(message.messages.length));
      for (const one of message.messages) {
        if (isOfBroker(one)) parts.push(canonicalJson(one));
        else addMessage(one.headers, one.body, parts);
      }
      return;
    case 'rejected':
    case 'unwritten':
    case 'invalid':
      parts.push(message.reason);
      return;
    case 'value':
      parts.push(message.value === undefined ? '' : canonicalJson(message.value), canonicalJson(message.errors));
      return;
    case 'unset':
      parts.push(message.reason);
      return;
    case 'set':
    case 'published':
    case 'valid':
    case 'unsupported':
      return;
  }
}

function addMessage(headers: HeaderLines, body: ByteString, parts: string[]): void {
  parts.push(String(headers.length));
  for (const [name, value] of headers) {
    parts.push(name);
    addBytes(value, parts);
  }
  addBytes(body, parts);
}

function addBytes(value: ByteString, parts: string[]): void {
  if ('text' in value) parts.push('text', value.text);
  else parts.push('base64', value.base64);
}
