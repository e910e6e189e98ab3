// The question that goes with a claimed word and some events, and a right answer to it.
import { encodeMessage, type Form } from '../../binding/encode-message.js';
import type { Binding } from '../../binding/types.js';
import type { CloudEvent, JsonValue } from '../../event/types.js';
import { toWire } from '../../event/wire.js';
import { writeJson } from '../../format/write-json.js';
import { toAdapterMessage } from '../../target/adapter/adapter-message.js';
import type { ClaimWord } from '../../target/adapter/claim-words.js';
import type { AdapterMode, AdapterRequest } from '../../target/adapter/protocol.js';

/** The words that are about messages. */
export type MessageWord = Extract<ClaimWord, `${string}:${Binding}-${AdapterMode}`>;

export const isMessageWord = (word: ClaimWord): word is MessageWord =>
  /^(de|en)code:\w+-(binary|structured|batch)$/.test(word);

export function formOf(word: MessageWord): Form {
  const [binding, mode] = word.replace(/^.*:/, '').split('-') as [Binding, AdapterMode];
  return { binding, mode };
}

export const isDecode = (word: MessageWord): boolean => word.startsWith('decode');

/** Asks to decode a message of these events, or to encode them. One event, but in batch mode. */
export function messageRequest(word: MessageWord, events: readonly CloudEvent[]): AdapterRequest {
  const form = formOf(word);
  const { binding, mode } = form;
  if (isDecode(word)) return { op: 'decode', binding, message: toAdapterMessage(encodeMessage(events, form)) };
  const wire = events.map(toWire);
  if (mode === 'binary') return { op: 'encode', binding, mode, events: wire };
  return { op: 'encode', binding, mode, format: 'json', events: wire };
}

/** A right reply to that; other header lines and another JSON of the same meaning are right, too. */
export function messageReply(word: MessageWord, events: readonly CloudEvent[]): object {
  if (isDecode(word)) return { events: events.map(toWire) };
  return { message: toAdapterMessage(encodeMessage(events, formOf(word))) };
}

/** The line of a reply to the request that this line is. */
export function replyLine(sent: string | undefined, reply: object): string {
  const id = /^\{"id":(\d+)/.exec(sent ?? '')?.[1] ?? '1';
  return writeJson({ id: Number(id), ...reply } as unknown as JsonValue, 'compact');
}
