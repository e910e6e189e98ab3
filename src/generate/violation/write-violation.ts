// The message of a broken event, and that of its twin, which is whole. Both are plainly spelt. Pure.
import { encodeMessage } from '../../binding/encode-message.js';
import { attributeLineName } from '../../binding/parts.js';
import type { HeaderLine, Message } from '../../binding/types.js';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import { encodeUtf8 } from '../../event/utf8.js';
import { jsonMembersOfEvent } from '../../format/json.js';
import { writeArray, writeObject } from '../../format/write-json.js';
import type { Violation } from './types.js';

/** The message of a violation: of its event, with the damage. In batch mode it holds one event, where the damage adds none. */
export function writeViolation(violation: Violation): Message {
  const { damage, event } = violation;
  const whole = writeTwin(violation);
  switch (damage.kind) {
    case 'unset':
      return plain(violation, event, (attributes) => attributes.delete(damage.attribute));
    case 'set':
      return plain(violation, event, (attributes) => attributes.set(damage.attribute, damage.value));
    case 'members':
      return withBody(whole, jsonBody(violation, damage));
    case 'line':
      return withLines(whole, withLine(whole, damage.attribute, damage.value));
    case 'one-more-line':
      return withLines(whole, [...whole.headers, [lineName(violation, damage.attribute), damage.value]]);
    case 'null-line':
      return withNull(whole, lineName(violation, damage.attribute));
    case 'cut':
      return { ...whole, body: whole.body.slice(0, Math.floor((whole.body.length * damage.at) / 1000)) };
    case 'insert':
      return { ...whole, body: inserted(violation, whole.body, damage) };
    case 'body':
      return withBody(whole, damage.text);
    case 'bracketed':
      return withBody(whole, bracketed(violation, writeArray([objectOf(event)], 'spaced')));
    case 'bare':
      return withBody(whole, objectOf(event));
    case 'second-version':
      return encodeMessage([event, another(event, damage.specversion)], violation.form, 'spaced');
  }
}

/** The message of the event of a violation without the damage. */
export const writeTwin = ({ event, form }: Violation): Message => encodeMessage([event], form, 'spaced');

function plain({ form }: Violation, event: CloudEvent, change: (attributes: Map<string, AttributeValue>) => unknown) {
  const attributes = new Map(event.attributes);
  change(attributes);
  return encodeMessage([{ ...event, attributes }], form, 'spaced');
}

const withBody = (message: Message, text: string): Message => ({ ...message, body: encodeUtf8(text) });
const withLines = (message: Message, headers: readonly HeaderLine[]): Message => ({ ...message, headers });
const lineName = ({ form }: Violation, attribute: string): string => attributeLineName(form.binding, attribute);
const objectOf = (event: CloudEvent): string => writeObject(jsonMembersOfEvent(event, 'spaced'), 'spaced');

function withLine(message: Message, attribute: string, value: string): readonly HeaderLine[] {
  const name = attributeLineName(message.binding ?? 'http', attribute);
  const isThere = message.headers.some(([line]) => line === name);
  if (!isThere) return [...message.headers, [name, value]];
  return message.headers.map((line) => (line[0] === name ? [name, value] : line));
}

function withNull(message: Message, name: string): Message {
  if (message.binding !== 'kafka') return message;
  return { ...message, headers: message.headers.filter(([line]) => line !== name), nullHeaders: [name] };
}

function jsonBody(
  { form, event }: Violation,
  { set, drop = [] }: Extract<Violation['damage'], { kind: 'members' }>,
): string {
  const members = new Map(jsonMembersOfEvent(event, 'spaced').filter(([name]) => !drop.includes(name)));
  for (const [name, json] of set) members.set(name, json);
  const text = writeObject([...members], 'spaced');
  return form.mode === 'batch' ? writeArray([text], 'spaced') : text;
}

/** An event ends with a blank and a bracket, a batch with the same once more. */
function inserted(
  { form }: Violation,
  body: Uint8Array,
  { where, bytes }: Extract<Violation['damage'], { kind: 'insert' }>,
): Uint8Array {
  const end = where === 'behind' ? 0 : form.mode === 'batch' ? ' } ]'.length : ' }'.length;
  const at = body.length - end;
  return Uint8Array.from([...body.slice(0, at), ...Buffer.from(bytes, 'latin1'), ...body.slice(at)]);
}

const bracketed = ({ form }: Violation, array: string): string =>
  form.mode === 'batch' ? writeArray([array], 'spaced') : array;

function another(event: CloudEvent, specversion: string): CloudEvent {
  const changed = { specversion, id: `${String(event.attributes.get('id'))}-second` };
  return { ...event, attributes: new Map([...event.attributes, ...Object.entries(changed)]) };
}
