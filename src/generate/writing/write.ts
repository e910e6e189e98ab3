// From events to a message that a plain encoder would not write, and that means the same. Pure.
import { encodeMessage, type Form } from '../../binding/encode-message.js';
import type { HeaderLine, Message } from '../../binding/types.js';
import type { CloudEvent } from '../../event/types.js';
import { encodeUtf8 } from '../../event/utf8.js';
import { jsonMembersOfEvent } from '../../format/json.js';
import { writeArray, writeJson, writeObject } from '../../format/write-json.js';
import { escapeHeader } from './escape-header.js';
import { escapeJson } from './escape-json.js';
import { headerName } from './header-name.js';
import { permuted } from './permuted.js';
import type { Spelling, Writing } from './types.js';

/** The message of some events: all in batch mode, the first in the others. Plainly spelt, it is that of `encodeMessage`. */
export function write(events: readonly CloudEvent[], { form, spelling }: Writing): Message {
  const { order, escapes, names, style } = spelling;
  const isAsWritten = order === 0 && escapes === 'none';
  if (form.binding !== 'http' && isAsWritten) return encodeMessage(events, form, style);
  if (isAsWritten) return renamed(encodeMessage(events, form, style), names);
  return form.mode === 'binary' ? binary(events, form, spelling) : enveloped(events, form, spelling);
}

function binary([event]: readonly CloudEvent[], form: Form, { order, style, escapes, names }: Spelling): Message {
  if (event === undefined) return encodeMessage([], form, style);
  const message = encodeMessage(
    [{ ...event, attributes: new Map(permuted([...event.attributes], order)) }],
    form,
    style,
  );
  const body =
    escapes === 'needless' && event.data?.kind === 'json'
      ? encodeUtf8(escapeJson(writeJson(event.data.value, style)))
      : message.body;
  // Elsewhere than in HTTP a value is its text, without any escape.
  if (message.binding !== undefined) return { ...message, body };
  const headers = escapes === 'none' ? message.headers : message.headers.map(escaped);
  return renamed({ ...message, headers: permuted(headers, order), body }, names);
}

/** The Content-Type is verbatim (position A35). */
const escaped = ([name, value]: HeaderLine): HeaderLine =>
  name.startsWith('ce-') ? [name, escapeHeader(value)] : [name, value];

const STANDING_IN: CloudEvent = { attributes: new Map() };

function enveloped(events: readonly CloudEvent[], form: Form, { order, style, escapes, names }: Spelling): Message {
  const [first] = events;
  if (first === undefined) return renamed(encodeMessage(events, form, style), names);
  const textOf = (event: CloudEvent): string => writeObject(permuted(jsonMembersOfEvent(event, style), order), style);
  const text = form.mode === 'batch' ? writeArray(events.map(textOf), style) : textOf(first);
  const body = encodeUtf8(escapes === 'needless' ? escapeJson(text) : text);
  return renamed({ ...encodeMessage([STANDING_IN], form, style), body }, names);
}

function renamed(message: Message, names: Spelling['names']): Message {
  if (names === 'lower' || message.binding !== undefined) return message;
  return { ...message, headers: message.headers.map(([name, value]) => [headerName(name, names), value]) };
}
