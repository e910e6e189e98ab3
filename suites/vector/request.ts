// From a vector to the messages that carry it.
import { encodeMessage, type Form } from '../../src/binding/encode-message.js';
import type { HeaderLine, HttpMessage, KafkaMessage, Message, MqttMessage } from '../../src/binding/types.js';
import { type Carrier, formOf } from '../../src/engine/carriers.js';
import type { HttpRequest, MqttPublish, Stimulus } from '../../src/target/types.js';
import { type BaseEvent, bytesOf, patchedEvent } from './event.js';
import type { EventPatch, MessagePatch, Vector } from './types.js';

/** The messages of a vector over one carrier; its token is in them already. */
export function requestsOf(vector: Vector, base: BaseEvent, carrier: Carrier): readonly Stimulus[] {
  const patches = vector.batch ?? [vector.event ?? {}];
  const message = patchedMessage(encoded(patches, base, formOf(carrier)), vector.message);
  return Array.from({ length: vector.times ?? 1 }, () => message);
}

// JSON is written in the spaced style of the specification's examples, which no common serializer writes: an answer of
// the very same bytes is a copy.
function encoded(patches: readonly EventPatch[], base: BaseEvent, form: Form): Message {
  const events = patches.map((patch) => patchedEvent(base, patch));
  if (form.mode === 'binary') return encodeMessage(events, form);
  const message = encodeMessage(events, form, 'spaced');
  if (patches.every((patch) => patch.json === undefined)) return message;
  const texts = patches.map((patch) => patch.json ?? eventText(patch, base));
  return { ...message, body: Buffer.from(form.mode === 'batch' ? `[ ${texts.join(', ')} ]` : texts.join(''), 'utf8') };
}

function eventText(patch: EventPatch, base: BaseEvent): string {
  const { body } = encodeMessage([patchedEvent(base, patch)], { binding: 'http', mode: 'structured' }, 'spaced');
  return Buffer.from(body).toString('utf8');
}

function patchedMessage(message: Message, patch: MessagePatch = {}): Stimulus {
  switch (message.binding) {
    case undefined:
      return patchedRequest(message, patch);
    case 'kafka':
      return patchedRecord(message, patch);
    case 'mqtt5':
    case 'mqtt3':
      return patchedPublish(message, patch);
  }
}

function patchedRecord(message: KafkaMessage, patch: MessagePatch): KafkaMessage {
  const { isNull, ...rest } = message;
  const { body, key, nullHeaders } = patch;
  const value = body === undefined ? { body: message.body, ...(isNull && { isNull }) } : recordValue(body);
  return {
    ...rest,
    ...value,
    headers: patchedLines(message.headers, patch, (name) => name),
    ...(key === undefined ? {} : { key: bytesOf(key) }),
    ...(nullHeaders === undefined ? {} : { nullHeaders }),
  };
}

const recordValue = (body: NonNullable<MessagePatch['body']> | null): Pick<KafkaMessage, 'body' | 'isNull'> =>
  body === null ? { body: new Uint8Array(), isNull: true } : { body: bytesOf(body) };

function patchedPublish(message: MqttMessage, patch: MessagePatch): MqttPublish {
  const { contentType: own, ...rest } = message;
  const contentType = patch.contentType === undefined ? own : (patch.contentType ?? undefined);
  const { payloadFormat, qos } = patch;
  return {
    ...rest,
    headers: patchedLines(message.headers, patch, (name) => name),
    body: patch.body == null ? message.body : bytesOf(patch.body),
    ...(contentType === undefined ? {} : { contentType }),
    ...(payloadFormat === undefined ? {} : { payloadFormat }),
    ...(qos === undefined ? {} : { qos }),
  };
}

function patchedRequest(message: HttpMessage, patch: MessagePatch): HttpRequest {
  return {
    method: patch.method ?? 'POST',
    headers: patchedLines(message.headers, patch, (name) => name.toLowerCase()),
    body: patch.body == null ? message.body : bytesOf(patch.body),
    via: patch.via ?? 'client',
    ...(patch.framing === undefined ? {} : { framing: patch.framing }),
    ...(patch.pieces === undefined ? {} : { pieces: patch.pieces }),
  };
}

/** `fold`: what makes two names the same one. */
function patchedLines(
  lines: readonly HeaderLine[],
  patch: MessagePatch,
  fold: (name: string) => string,
): readonly HeaderLine[] {
  const replaced = new Set([...(patch.set ?? []).map(([name]) => name), ...(patch.remove ?? [])].map(fold));
  return [...lines.filter(([name]) => !replaced.has(fold(name))), ...(patch.set ?? []), ...(patch.add ?? [])];
}
