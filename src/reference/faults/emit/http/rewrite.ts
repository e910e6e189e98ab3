// How faults of a producer in binary mode are put: small changes of the lines that the reference wrote.
import { Buffer } from 'node:buffer';
import type { HeaderLine, HttpMessage } from '../../../../binding/types.js';
import { canonical } from '../../../../event/canonical.js';
import type { CloudEvent } from '../../../../event/types.js';
import type { Fault } from '../../../fault.js';
import { onMessages } from '../json/rewrite.js';

/** Changes the message in binary mode. */
export const onBinary = (change: (message: HttpMessage, event: CloudEvent) => HttpMessage): Pick<Fault, 'emit'> =>
  onMessages((message, [event]) => (event === undefined ? message : change(message, event)), ['binary']);

/** Changes the lines of each attribute: none, one, or more. `raw` is the value as the reference wrote it. */
export const onLines = (
  change: (name: string, raw: string, value: string, event: CloudEvent) => readonly HeaderLine[],
): Pick<Fault, 'emit'> =>
  onBinary((message, event) => ({
    ...message,
    headers: message.headers.flatMap((line) => {
      const name = /^ce-(.*)$/.exec(line[0])?.[1];
      const value = name === undefined ? undefined : event.attributes.get(name);
      return name === undefined || value === undefined ? [line] : change(name, line[1], canonical(value), event);
    }),
  }));

/** Changes the value of each attribute as it is written; undefined drops its header. */
export const onValues = (
  change: (raw: string, value: string, name: string, event: CloudEvent) => string | undefined,
): Pick<Fault, 'emit'> =>
  onLines((name, raw, value, event) => {
    const changed = change(raw, value, name, event);
    return changed === undefined ? [] : [[`ce-${name}`, changed]];
  });

/** Writes some characters of each value in another way, and the others as the reference does. */
export const onCharacters = (
  isMeant: (character: string) => boolean,
  write: (character: string) => string,
): Pick<Fault, 'emit'> =>
  onValues((_, value) =>
    Array.from(value, (character) => (isMeant(character) ? write(character) : encoded(character))).join(''),
  );

const encoded = (character: string): string =>
  /[\x21\x23\x24\x26-\x7e]/.test(character) ? character : escapes(Buffer.from(character, 'utf8'));

/** Bytes as escapes with upper-case letters. */
export const escapes = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** A text as a header value without any encoding: a character for each byte of its UTF-8. */
export const unencoded = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** The same message with this Content-Type, or without one. */
export const withContentType = ({ headers, body }: HttpMessage, type: string | undefined): HttpMessage => ({
  headers: [
    ...headers.filter(([name]) => name.toLowerCase() !== 'content-type'),
    ...(type === undefined ? [] : [['Content-Type', type] as const]),
  ],
  body,
});
