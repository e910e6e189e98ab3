// Faults about whole events: which attributes have to be there, what an id may be, data, size and format.
import { canonical } from '../../../event/canonical.js';
import { isJsonMediaType } from '../../../event/media-type.js';
import type { EventData } from '../../../event/types.js';
import { type Fault, fault } from '../../fault.js';
import { modeOf, onAttributes, onData, refuseWhen } from '../change.js';
import { refuseEvents, textOf } from './refuse-events.js';

/** A limit that some frameworks set to bodies by default, below what consumers should take. */
const SMALL_BODY = 32 * 1024;

/** About the required and optional attributes. */
export const ATTRIBUTE_FAULTS: readonly Fault[] = [
  fault(
    'core.attr.minimal/needs-type',
    'refuses events that have neither datacontenttype nor data',
    refuseEvents(
      ({ attributes, data }) => !attributes.has('datacontenttype') && data === undefined,
      'datacontenttype is missing',
    ),
  ),
  fault(
    'core.attr.minimal/reverse-dns',
    'refuses a type without a dot',
    refuseEvents((event) => !textOf(event, 'type').includes('.'), 'type is no reverse-DNS name'),
  ),
  fault(
    'core.id.opaque/number',
    'turns ids that look like numbers into numbers',
    onId((id) => (/^[0-9]+(?:e[0-9]+)?$/.test(id) ? canonical(Number(id)) : id)),
  ),
  fault(
    'core.id.opaque/trimmed',
    'trims the id',
    onId((id) => id.trim()),
  ),
  fault(
    'core.id.opaque/cut',
    'cuts ids after 255 characters',
    onId((id) => id.slice(0, 255)),
  ),
  fault(
    'core.id.opaque/falsy',
    'refuses ids that count as false',
    refuseEvents(({ attributes }) => attributes.get('id') === '0', 'id is missing'),
  ),
  fault(
    'core.id.opaque/path',
    'keeps what follows the last slash of an id',
    onId((id) => id.replace(/^.*\//, '')),
  ),
  fault(
    'core.dct.case/sensitive',
    'refuses JSON data under a media type that is not in lower case',
    refuseEvents(
      (event) => event.data?.kind === 'json' && /[A-Z]/.test(textOf(event, 'datacontenttype')),
      'data is no string',
    ),
  ),
  fault(
    'core.dct.no-data/refused',
    'refuses events with datacontenttype but no data',
    refuseEvents(({ attributes, data }) => attributes.has('datacontenttype') && data === undefined, 'data is missing'),
  ),
];

/** About data, size and format. */
export const DATA_FAULTS: readonly Fault[] = [
  fault(
    'core.data.none/object',
    'makes an empty object of no data, in structured mode',
    onData((data) => data ?? { kind: 'json', value: {} }, ['structured']),
  ),
  fault(
    'core.data.opaque/text',
    'reads data that is no JSON as UTF-8, whatever its type',
    onData(
      (data, event) =>
        data?.kind === 'binary' && !isJsonMediaType(textOf(event, 'datacontenttype'))
          ? { kind: 'text', text: Buffer.from(data.bytes).toString('utf8') }
          : data,
      ['binary'],
    ),
  ),
  fault(
    'core.data.opaque/line-ends',
    'turns line ends of two characters into one',
    onData((data) => (data?.kind === 'binary' ? bytes(latin1(data.bytes).replaceAll('\r\n', '\n')) : data), ['binary']),
  ),
  fault(
    'core.data.opaque/zero',
    'ends the data at the first zero byte',
    onData((data) => (data?.kind === 'binary' ? bytes(latin1(data.bytes).replace(/\0.*/s, '')) : data), ['binary']),
  ),
  fault(
    'core.size.accept/limit',
    'refuses bodies of more than 32 KiB',
    refuseWhen((message) => message.body.length > SMALL_BODY, 'the body is too large', 413),
  ),
  fault(
    'core.size.accept/cut',
    'keeps 32 KiB of text and no more',
    onData((data) => (data?.kind === 'text' ? { kind: 'text', text: data.text.slice(0, SMALL_BODY) } : data)),
  ),
  fault(
    'core.format.json/refused',
    'does not know the JSON format',
    refuseWhen((message) => modeOf(message) === 'structured', 'the media type is unknown', 415),
  ),
];

function onId(change: (id: string) => string): Pick<Fault, 'outcome'> {
  return onAttributes((value, name) => (name === 'id' ? change(canonical(value)) : value));
}

function latin1(data: Uint8Array): string {
  return Buffer.from(data).toString('latin1');
}

function bytes(text: string): EventData {
  return { kind: 'binary', bytes: Buffer.from(text, 'latin1') };
}
