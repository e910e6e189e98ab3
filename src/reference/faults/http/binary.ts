// What goes wrong with Content-Type, body and headers of binary mode.
import { headerValue } from '../../../binding/http/headers.js';
import type { HttpMessage } from '../../../binding/types.js';
import { canonical } from '../../../event/canonical.js';
import { isJsonMediaType } from '../../../event/media-type.js';
import { isCoreAttribute } from '../../../event/names.js';
import { parseJson } from '../../../event/parse-json.js';
import type { CloudEvent, EventData, JsonValue } from '../../../event/types.js';
import { type Fault, fault } from '../../fault.js';
import { onAttributes, onData, onEvents } from '../change.js';
import { decoded, decodedAs, onBinary, withContentType } from './header-change.js';

const hasContentType = ({ headers }: HttpMessage): boolean => headerValue(headers, 'content-type') !== undefined;

/** Changes datacontenttype. */
const onType = (change: (type: string) => string): Pick<Fault, 'outcome'> =>
  onAttributes((value, name) => (name === 'datacontenttype' ? change(canonical(value)) : value), ['binary']);

/** Changes the bytes of the body. */
const onBytes = (change: (bytes: Buffer, event: CloudEvent) => EventData | undefined): Pick<Fault, 'outcome'> =>
  onData((data, event) => (data?.kind === 'binary' ? change(Buffer.from(data.bytes), event) : data), ['binary']);

/** Changes bodies that are declared JSON. */
const onJson = (change: (value: JsonValue, unchanged: EventData) => EventData | undefined): Pick<Fault, 'outcome'> =>
  onBytes((bytes, { attributes }) => {
    const unchanged: EventData = { kind: 'binary', bytes };
    const parsed = isJsonMediaType(canonical(attributes.get('datacontenttype') ?? '')) ? parseJson(bytes) : undefined;
    return parsed?.kind === 'json' ? change(parsed.value, unchanged) : unchanged;
  });

const isText = ({ attributes }: CloudEvent): boolean =>
  canonical(attributes.get('datacontenttype') ?? '').startsWith('text/');

function parsedAgain(value: JsonValue, unchanged: EventData): EventData {
  const parsed = typeof value === 'string' ? parseJson(value) : undefined;
  return parsed?.kind === 'json' ? { kind: 'json', value: parsed.value } : unchanged;
}

export const CONTENT_TYPE_FAULTS: readonly Fault[] = [
  fault(
    'http.bin.ct-in/no-parameters',
    'cuts the parameters off datacontenttype',
    onType((type) => type.replace(/;.*/, '')),
  ),
  fault(
    'http.bin.ct-in/unquoted',
    'takes the double quotes out of datacontenttype, as out of ce- headers',
    onType((type) => type.replaceAll('"', '')),
  ),
  fault(
    'http.bin.ct-in/plain-json',
    'calls every JSON type application/json',
    onType((type) => (/^[^;]+\+json$/.test(type) ? 'application/json' : type)),
  ),
  fault(
    'http.bin.ct-none/json',
    'assumes application/json where there is no Content-Type',
    onBinary((message) => (hasContentType(message) ? message : withContentType(message, 'application/json'))),
  ),
  fault(
    'http.bin.ct-none/sniffed',
    'guesses text/xml from a body that begins like markup',
    onBinary((message) =>
      !hasContentType(message) && message.body[0] === 0x3c ? withContentType(message, 'text/xml') : message,
    ),
  ),
];

export const BODY_FAULTS: readonly Fault[] = [
  fault(
    'http.bin.body/as-text',
    'reads every body as UTF-8 text, so that other bytes become U+FFFD',
    onBytes((bytes) => ({ kind: 'binary', bytes: Buffer.from(bytes.toString('utf8'), 'utf8') })),
  ),
  fault('http.bin.body/parsed-twice', 'parses a JSON string that holds JSON text once more', onJson(parsedAgain)),
  fault(
    'http.bin.body/falsy',
    'takes null and false under a JSON type for no data',
    onJson((value, unchanged) => (value === null || value === false ? undefined : unchanged)),
  ),
  fault(
    'http.bin.body/trimmed',
    'cuts white space off the ends of texts',
    onBytes((bytes, event) =>
      isText(event) ? { kind: 'text', text: bytes.toString('utf8').trim() } : { kind: 'binary', bytes },
    ),
  ),
  fault(
    'http.bin.no-data/empty-string',
    'takes an empty body without a type for an empty JSON string',
    onData(
      (data, { attributes }) =>
        data === undefined && !attributes.has('datacontenttype') ? { kind: 'json', value: '' } : data,
      ['binary'],
    ),
  ),
];

export const HEADER_FAULTS: readonly Fault[] = [
  fault(
    'http.bin.attrs/list',
    'takes a header with commas for a list, and its first item for the value',
    decodedAs((raw) => (/^[^,"]+,/.test(raw) ? decoded(raw.replace(/,.*/, '')) : undefined)),
  ),
  fault(
    'http.bin.attrs/numbers',
    'reads values that look like decimal numbers as numbers, so 007 becomes 7',
    decodedAs((raw, name) => (name !== 'specversion' && /^\d+(\.\d+)?$/.test(raw) ? String(Number(raw)) : undefined)),
  ),
  fault(
    'http.bin.case/lower-only',
    'knows the names of ce- headers in lower case only',
    onBinary(({ headers, body }) => ({
      headers: headers.filter(([name]) => !/^ce-/i.test(name) || !/[A-Z]/.test(name)),
      body,
    })),
  ),
  fault(
    'http.bin.case/as-sent',
    'names extensions in the case of their headers',
    onEvents(
      ({ attributes, ...event }, { headers }) => {
        const sent = new Map(
          headers.map(([name]) => [name.slice('ce-'.length).toLowerCase(), name.slice('ce-'.length)]),
        );
        return {
          ...event,
          attributes: new Map(
            [...attributes].map(([name, value]) => [isCoreAttribute(name) ? name : (sent.get(name) ?? name), value]),
          ),
        };
      },
      ['binary'],
    ),
  ),
  fault(
    'http.bin.foreign/old-prefix',
    'reads headers with the prefix cloudevents- as well, and they win',
    onBinary(({ headers, body }) => {
      const old = headers
        .filter(([name]) => /^cloudevents-/i.test(name))
        .map(([name]) => name.replace(/^cloudevents-/i, 'ce-'));
      const kept = headers.filter(([name]) => !old.includes(name.toLowerCase()));
      return { headers: kept.map(([name, value]) => [name.replace(/^cloudevents-/i, 'ce-'), value]), body };
    }),
  ),
  fault(
    'http.bin.foreign/every-header',
    'makes an extension of every header that has no place of its own',
    onEvents(
      ({ attributes, ...event }, { headers }) => {
        const foreign = headers
          .filter(([name]) => !/^(ce-|content-type$)/i.test(name))
          .map(([name, value]): [string, string] => [name.toLowerCase().replaceAll('-', ''), value]);
        return { ...event, attributes: new Map([...foreign, ...attributes]) };
      },
      ['binary'],
    ),
  ),
  fault(
    'http.bin.empty-value/dropped',
    'takes a header without a value for no header',
    onAttributes((value) => (value === '' ? undefined : value), ['binary']),
  ),
  fault(
    'http.bin.ows/trimmed-content',
    'cuts blanks off the ends of a value after decoding it, not before',
    decodedAs((raw) => (raw.startsWith('"') ? undefined : decoded(raw)?.trim())),
  ),
];
