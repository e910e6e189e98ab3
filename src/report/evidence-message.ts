// Messages of every binding to JSON and back, without the loss of a byte.
import type { Binding, HeaderLine, HttpMessage, KafkaMessage, Message, MqttMessage } from '../binding/types.js';
import { type ByteString, fromByteString, latin1ToByteString, toByteString } from '../event/byte-string.js';
import type { HttpRequest, MqttArrival, MqttPublish, SinkMessage, Stimulus } from '../target/types.js';
import type { ArrivedMessage, BrokerMessage, HeaderLines, HttpBytes, SentMessage, SentRequest } from './types.js';

/** Hides header values that are secret; applied before anything is written. */
export type Redact = (lines: readonly HeaderLine[], binding?: Binding) => readonly HeaderLine[];

/** The bytes of an HTTP message. */
export const bytesOf = ({ headers, body }: HttpMessage, redact: Redact): HttpBytes => ({
  headers: headerLines(redact(headers)),
  body: toByteString(body),
});

/** A message of any binding, as an adapter encoded it. */
export const writtenMessage = (message: Message, redact: Redact): HttpBytes | BrokerMessage =>
  message.binding === undefined ? bytesOf(message, redact) : brokerMessage(message, redact);

/** The same read back. */
export const readMessage = (written: HttpBytes | BrokerMessage): Message =>
  'binding' in written ? fromBroker(written) : messageOf(written);

/** A message as it was sent. */
export function sentOf(stimulus: Stimulus, redact: Redact): SentMessage {
  if (stimulus.binding !== undefined) return brokerMessage(stimulus, redact);
  const { method, via, framing, pieces } = stimulus;
  return {
    method,
    via,
    ...(framing === undefined ? {} : { framing }),
    ...(pieces === undefined ? {} : { pieces }),
    ...bytesOf(stimulus, redact),
  };
}

/** The same read back. */
export const stimulusOf = (sent: SentMessage): Stimulus => ('binding' in sent ? fromBroker(sent) : requestOf(sent));

const requestOf = ({ headers, body, ...rest }: SentRequest): HttpRequest => ({
  ...rest,
  headers: linesOf(headers),
  body: fromByteString(body),
});

/** A message that arrived, as the report holds it. */
export function arrivedOf(message: SinkMessage, redact: Redact): ArrivedMessage {
  if (message.binding !== undefined) return { kind: 'arrived', ...brokerMessage(message, redact) };
  const { method, path } = message;
  return { kind: 'arrived', method, path, ...bytesOf(message, redact) };
}

/** A message that arrived, for judging it again. */
export function fromArrived(message: ArrivedMessage): SinkMessage {
  if (!('binding' in message)) return { method: message.method, path: message.path, ...messageOf(message) };
  const read = fromBroker(message);
  return read.binding === 'kafka' ? read : { ...read, qos: message.qos ?? 0 };
}

function brokerMessage(message: KafkaMessage | MqttPublish | MqttArrival, redact: Redact): BrokerMessage {
  const lines = headerLines(redact(message.headers, message.binding));
  if (message.binding === 'kafka') {
    const { nullHeaders, key, isNull, body } = message;
    return {
      binding: 'kafka',
      headers: lines,
      ...(nullHeaders === undefined ? {} : { nullHeaders }),
      ...(key === undefined ? {} : { key: toByteString(key) }),
      body: isNull === true ? null : toByteString(body),
    };
  }
  const { binding, contentType, payloadFormat, body } = message;
  return {
    binding,
    ...('qos' in message && message.qos !== undefined ? { qos: message.qos } : {}),
    headers: lines,
    ...(contentType === undefined ? {} : { contentType }),
    ...(payloadFormat === undefined ? {} : { payloadFormat }),
    body: toByteString(body),
  };
}

function fromBroker(written: BrokerMessage): KafkaMessage | MqttPublish {
  const { binding, qos, nullHeaders, key, contentType, payloadFormat } = written;
  const headers = linesOf(written.headers);
  const body = written.body === null ? new Uint8Array() : fromByteString(written.body);
  if (binding === 'kafka') {
    return {
      binding,
      headers,
      ...(nullHeaders === undefined ? {} : { nullHeaders }),
      body,
      ...(written.body === null ? { isNull: true as const } : {}),
      ...(key === undefined ? {} : { key: fromByteString(key) }),
    };
  }
  const message: MqttMessage = {
    binding,
    headers,
    body,
    ...(contentType === undefined ? {} : { contentType }),
    ...(payloadFormat === undefined ? {} : { payloadFormat }),
  };
  return qos === undefined ? message : { ...message, qos };
}

/** An HTTP message of a report. */
export const messageOf = ({ headers, body }: HttpBytes): HttpMessage => ({
  headers: linesOf(headers),
  body: fromByteString(body),
});

// A header value holds one character for each byte.
const headerLines = (lines: readonly HeaderLine[]): HeaderLines =>
  lines.map(([name, value]): readonly [string, ByteString] => [name, latin1ToByteString(value)]);

const linesOf = (lines: HeaderLines): readonly HeaderLine[] =>
  lines.map(([name, value]) => [name, Buffer.from(fromByteString(value)).toString('latin1')]);
