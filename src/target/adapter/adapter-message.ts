// Messages of every binding as the protocol writes them, and back.

import type { Binding, HeaderLine, HttpMessage, KafkaMessage, Message, MqttMessage } from '../../binding/types.js';
import { type ByteString, fromByteString, latin1ToByteString, toByteString } from '../../event/byte-string.js';
import { trimOws } from '../header-text.js';
import type { AdapterMessage } from './protocol.js';

/** The message as a library of its protocol hands it to an SDK. */
export function toAdapterMessage(message: Message): AdapterMessage {
  switch (message.binding) {
    case undefined:
      return fromHttp(message);
    case 'kafka':
      return fromKafka(message);
    case 'mqtt5':
    case 'mqtt3':
      return fromMqtt(message);
  }
}

// White space around a value is no part of it (RFC 9110, 5.5), and a body of no bytes is absent, because HTTP cannot tell
// the two apart.
function fromHttp({ headers, body }: HttpMessage): AdapterMessage {
  const lines = headers.map(([name, value]) => [name, latin1ToByteString(trimOws(value))] as const);
  return body.length === 0 ? { headers: lines } : { headers: lines, body: toByteString(body) };
}

function fromKafka({ headers, nullHeaders = [], key, body, isNull }: KafkaMessage): AdapterMessage {
  return {
    headers: [...linesOf(headers), ...nullHeaders.map((name) => [name, null] as const)],
    key: key === undefined ? null : toByteString(key),
    body: isNull === true ? null : toByteString(body),
  };
}

function fromMqtt({ headers, contentType, payloadFormat, body }: MqttMessage): AdapterMessage {
  return {
    headers: linesOf(headers),
    ...(contentType === undefined ? {} : { contentType }),
    ...(payloadFormat === undefined ? {} : { payloadFormat }),
    body: toByteString(body),
  };
}

const linesOf = (headers: readonly HeaderLine[]): readonly (readonly [string, ByteString])[] =>
  headers.map(([name, value]) => [name, latin1ToByteString(value)] as const);

/** The message of a reply as a receiver would see it; of HTTP without white space around values. */
export function fromAdapterMessage(message: AdapterMessage, binding: 'http'): HttpMessage;
export function fromAdapterMessage(message: AdapterMessage, binding: Binding): Message;
export function fromAdapterMessage(message: AdapterMessage, binding: Binding): Message {
  const { headers, key, contentType, payloadFormat } = message;
  const body = message.body == null ? new Uint8Array() : fromByteString(message.body);
  const lines = headers.flatMap(([name, value]): readonly HeaderLine[] =>
    value === null ? [] : [[name, latin1Of(value)]],
  );
  switch (binding) {
    case 'http':
      return { headers: lines.map(([name, value]): HeaderLine => [name, trimOws(value)]), body };
    case 'kafka': {
      const nullHeaders = headers.flatMap(([name, value]) => (value === null ? [name] : []));
      return {
        binding,
        headers: lines,
        ...(nullHeaders.length === 0 ? {} : { nullHeaders }),
        body,
        ...(message.body == null ? { isNull: true as const } : {}),
        ...(key == null ? {} : { key: fromByteString(key) }),
      };
    }
    case 'mqtt5':
    case 'mqtt3':
      return {
        binding,
        headers: lines,
        body,
        ...(contentType === undefined ? {} : { contentType }),
        ...(payloadFormat === undefined ? {} : { payloadFormat }),
      };
  }
}

function latin1Of(value: ByteString): string {
  const bytes = fromByteString(value);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
