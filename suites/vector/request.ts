// From a vector to the messages that carry it.
import { encodeMessage, type Form } from '../../src/binding/encode-message.js';
import type { HeaderLine, HttpMessage, Message } from '../../src/binding/types.js';
import { type Carrier, formOf } from '../../src/engine/carriers.js';
import type { HttpRequest, Stimulus } from '../../src/target/types.js';
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
  if (message.binding === undefined) return patchedRequest(message, patch);
  const body = patch.body === undefined ? message.body : bytesOf(patch.body);
  return { ...message, headers: patchedLines(message.headers, patch, (name) => name), body };
}

function patchedRequest(message: HttpMessage, patch: MessagePatch): HttpRequest {
  return {
    method: patch.method ?? 'POST',
    headers: patchedLines(message.headers, patch, (name) => name.toLowerCase()),
    body: patch.body === undefined ? message.body : bytesOf(patch.body),
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
