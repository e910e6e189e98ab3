// What goes wrong with the object that an event becomes, and with its label.
import { Buffer } from 'node:buffer';
import { isCoreAttribute, OPTIONAL_ATTRIBUTES } from '../../../../event/names.js';
import { encodeUtf8 } from '../../../../event/utf8.js';
import { writeObject } from '../../../../format/write-json.js';
import { type Fault, fault } from '../../../fault.js';
import { labelled, type Members, onAttributes, onMessages, onObjects, withText } from './rewrite.js';

const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

const textOf = (body: Uint8Array): string => Buffer.from(body).toString('utf8');

const isOptional = (name: string): boolean => OPTIONAL_ATTRIBUTES.includes(name);

const isExtension = (name: string): boolean => !isCoreAttribute(name) && name !== 'data' && name !== 'data_base64';

/** Extensions as the value of one member, as drafts before 1.0 had them. */
function inBag(members: Members): Members {
  const extensions = members.filter(([name]) => isExtension(name));
  const others = members.filter(([name]) => !isExtension(name));
  return extensions.length === 0 ? members : [...others, ['extensions', writeObject(extensions, 'compact')]];
}

// Each surrogate as three bytes of its own, as some virtual machines write strings.
const surrogatesApart = (text: string): Uint8Array =>
  Buffer.concat(
    [...text].flatMap((character) => {
      if (character.length === 1) return [Buffer.from(character, 'utf8')];
      return [0, 1].map((index) => {
        const unit = character.charCodeAt(index);
        return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
      });
    }),
  );

export const ENVELOPE_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'json.env.media-type/plain-json',
    'labels an event in the JSON format application/json',
    onMessages((message) => labelled(message, 'application/json'), ['structured']),
  ),
  fault(
    'json.env.media-type/no-format',
    'leaves +json out of the media type of an event',
    onMessages((message) => labelled(message, 'application/cloudevents'), ['structured']),
  ),
  fault(
    'json.env.media-type/of-the-data',
    'labels an event with the type of its data',
    onMessages(
      (message, [event]) => labelled(message, String(event?.attributes.get('datacontenttype') ?? 'application/json')),
      ['structured'],
    ),
  ),
  fault(
    'json.env.members/optional-dropped',
    'leaves out subject, time and dataschema',
    onAttributes((name, _, json) => (isOptional(name) && name !== 'datacontenttype' ? undefined : json)),
  ),
  fault(
    'json.env.members/type-dropped',
    'leaves out datacontenttype',
    onAttributes((name, _, json) => (name === 'datacontenttype' ? undefined : json)),
  ),
  fault(
    'json.env.members/extensions-dropped',
    'leaves out extensions',
    onAttributes((name, _, json) => (isExtension(name) ? undefined : json)),
  ),
  fault(
    'json.env.members/zero-dropped',
    'takes 0, false and the empty string for the absence of a value',
    onAttributes((_, value, json) => (value ? json : undefined)),
  ),
  fault(
    'json.env.members/optional-null',
    'writes null for optional attributes that are set',
    onAttributes((name, _, json) => (isOptional(name) && name !== 'datacontenttype' ? 'null' : json)),
  ),
  fault(
    'json.env.members/capitalised',
    'writes the names of optional attributes as a serializer of objects would',
    onObjects((members) =>
      members.map(([name, json]) => [isOptional(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name, json]),
    ),
  ),
  fault('json.env.top-level/extensions', 'writes extensions into an object of their own', onObjects(inBag)),
  fault(
    'json.env.utf8/mark',
    'begins with a byte order mark',
    onMessages((message) => ({ ...message, body: Buffer.concat([MARK, message.body]) })),
  ),
  fault(
    'json.env.utf8/latin-1',
    'writes ISO 8859-1, with a question mark for what that has not',
    onMessages((message) => ({
      ...message,
      body: Buffer.from(textOf(message.body).replaceAll(/[^\0-\xff]/gu, '?'), 'latin1'),
    })),
  ),
  fault(
    'json.env.utf8/question-marks',
    'writes ASCII, with a question mark for every other character',
    onMessages((message) => withText(message, textOf(message.body).replaceAll(/[^\0-\x7f]/gu, '?'))),
  ),
  fault(
    'json.env.utf8/encoded-twice',
    'takes the bytes of UTF-8 for characters and encodes them again',
    onMessages((message) => ({ ...message, body: encodeUtf8(Buffer.from(message.body).toString('latin1')) })),
  ),
  fault(
    'json.env.utf8/surrogates',
    'writes each half of a surrogate pair as bytes of its own',
    onMessages((message) => ({ ...message, body: surrogatesApart(textOf(message.body)) })),
  ),
  fault(
    'json.env.utf8/utf-16',
    'writes UTF-16',
    onMessages((message) => {
      const text = textOf(message.body);
      // Only where it matters: in UTF-16 nothing is JSON any more, which breaks all that there is.
      return /[^\0-\x7f]/.test(text) ? { ...message, body: Buffer.from(`\ufeff${text}`, 'utf16le') } : message;
    }),
  ),
];
