// The question that goes with a claimed word and some events, and a right answer to it.
import { encodeHttp } from '../../binding/http/encode.js';
import type { CloudEvent, JsonValue } from '../../event/types.js';
import { toWire } from '../../event/wire.js';
import { writeJson } from '../../format/write-json.js';
import type { ClaimWord } from '../../target/adapter/claim-words.js';
import { toAdapterMessage } from '../../target/adapter/http-message.js';
import type { AdapterMode, AdapterRequest } from '../../target/adapter/protocol.js';

/** The words that are about messages. */
export type MessageWord = Extract<ClaimWord, `${string}:http-${string}`>;

export const isMessageWord = (word: string): word is MessageWord =>
  /^(de|en)code:http-(binary|structured|batch)$/.test(word);

export const modeOf = (word: MessageWord): AdapterMode => word.replace(/^.*-/, '') as AdapterMode;

export const isDecode = (word: MessageWord): boolean => word.startsWith('decode');

/** Asks to decode a message of these events, or to encode them. One event, but in batch mode. */
export function messageRequest(word: MessageWord, events: readonly CloudEvent[]): AdapterRequest {
  const mode = modeOf(word);
  if (isDecode(word)) return { op: 'decode', binding: 'http', message: toAdapterMessage(encodeHttp(events, mode)) };
  const wire = events.map(toWire);
  if (mode === 'binary') return { op: 'encode', binding: 'http', mode, events: wire };
  return { op: 'encode', binding: 'http', mode, format: 'json', events: wire };
}

/** A right reply to that; other header lines and another JSON of the same meaning are right, too. */
export function messageReply(word: MessageWord, events: readonly CloudEvent[]): object {
  if (isDecode(word)) return { events: events.map(toWire) };
  const { headers, body } = toAdapterMessage(encodeHttp(events, modeOf(word)));
  return { message: { headers, ...(body !== undefined && { body }) } };
}

/** The line of a reply to the request that this line is. */
export function replyLine(sent: string | undefined, reply: object): string {
  const id = /^\{"id":(\d+)/.exec(sent ?? '')?.[1] ?? '1';
  return writeJson({ id: Number(id), ...reply } as unknown as JsonValue, 'compact');
}
