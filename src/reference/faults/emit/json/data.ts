// What goes wrong with data of a JSON type, and with text.

import { encodeHttp } from '../../../../binding/http/encode.js';
import { encodeBase64 } from '../../../../event/binary.js';
import { isJsonMediaType } from '../../../../event/media-type.js';
import { parseJson } from '../../../../event/parse-json.js';
import type { CloudEvent } from '../../../../event/types.js';
import { encodeUtf8 } from '../../../../event/utf8.js';
import { writeJson } from '../../../../format/write-json.js';
import { type Fault, fault } from '../../../fault.js';
import { isUnwritableData } from '../../../unwritable-data.js';
import { onData, onObjects, typeOf } from './rewrite.js';

/** The JSON text of a value, as a JSON string: encoded twice. */
const quoted = (json: string): string => JSON.stringify(json);

/** Changes how JSON values under a JSON type are written. `isString`: strings alone, or all the others. */
const onJson = (change: (json: string, type: string | undefined) => string, isString = false): Pick<Fault, 'emit'> =>
  onData(([name, json], event) => {
    const isMeant = event.data?.kind === 'json' && (typeof event.data.value === 'string') === isString;
    return [[name, isMeant && declaresJson(event) ? change(json, typeOf(event)) : json]];
  });

/** Changes how text under another type is written. */
const onText = (change: (text: string, json: string, type: string) => string): Pick<Fault, 'emit'> =>
  onData(([name, json], event) => {
    const type = typeOf(event) ?? '';
    return [[name, event.data?.kind === 'text' && !declaresJson(event) ? change(event.data.text, json, type) : json]];
  });

const declaresJson = (event: CloudEvent): boolean => isJsonMediaType(typeOf(event) ?? 'application/json');

/** The text itself where it is JSON, so that it stands in the object as a value. */
const embedded = (text: string, json: string): string => {
  const parsed = parseJson(text);
  return parsed.kind === 'json' ? writeJson(parsed.value, 'compact') : json;
};

const looksLikeJson = (type: string): boolean => /json/i.test(type.replace(/;.*$/s, ''));

export const DATA_EMIT_FAULTS: readonly Fault[] = [
  fault(
    'json.data.native/encoded-twice',
    'writes a JSON value under application/json as a string that holds its text',
    onJson((json, type) => (type === 'application/json' ? quoted(json) : json)),
  ),
  fault(
    'json.data.native/falsy-dropped',
    'takes 0 and false for the absence of data',
    onData((member) => (member[1] === '0' || member[1] === 'false' ? [] : [member])),
  ),
  fault(
    'json.data.native/integers',
    'cuts the fraction off a number',
    onJson((json) => (/^-?[0-9]+\.[0-9]+$/.test(json) ? json.replace(/\..*$/, '') : json)),
  ),
  fault('json.data.string/encoded-twice', 'writes the JSON text of a string as a string', onJson(quoted, true)),
  fault(
    'json.data.is-json/exact',
    'knows no JSON type but application/json',
    onJson((json, type) => (type === undefined || type === 'application/json' ? json : quoted(json))),
  ),
  fault(
    'json.data.is-json/no-suffix',
    'does not know the suffix +json',
    onJson((json, type) => (type?.toLowerCase().includes('+json') ? quoted(json) : json)),
  ),
  fault(
    'json.data.is-json/case',
    'knows JSON types in lower case alone',
    onJson((json, type) => (type?.includes('JSON') ? quoted(json) : json)),
  ),
  fault(
    'json.data.not-json/word',
    'takes every type with json in its name for JSON',
    onText((text, json, type) => (looksLikeJson(type) ? embedded(text, json) : json)),
  ),
  fault(
    'json.data.not-json/prefix',
    'takes every type that begins with application/json for JSON',
    onText((text, json, type) => (type.startsWith('application/json') ? embedded(text, json) : json)),
  ),
  fault(
    'json.data.default/text',
    'takes data without a type for text',
    onJson((json, type) => (type === undefined ? quoted(json) : json)),
  ),
  fault(
    'json.data.default/octets',
    'gives data without a type the type application/octet-stream',
    onObjects((members, event) =>
      event.data?.kind === 'json' && typeOf(event) === undefined
        ? [['datacontenttype', '"application/octet-stream"'], ...members]
        : members,
    ),
  ),
  fault(
    'json.data.text/encoded-twice',
    'puts a text into quotes before it becomes a JSON string',
    onText((_, json, type) => (looksLikeJson(type) ? json : quoted(json))),
  ),
  fault(
    'json.data.text/embedded',
    'embeds a text that is JSON, whatever its type',
    onText((text, json, type) => (looksLikeJson(type) ? json : embedded(text, json))),
  ),
  fault(
    'json.data.text/trimmed',
    'cuts white space off the ends of a text',
    onText((text, json, type) => (looksLikeJson(type) ? json : JSON.stringify(text.trim()))),
  ),
  fault('json.data.text/value', 'embeds a JSON value under a type that is not JSON', {
    emit: {
      emission: (emission, events, mode) =>
        events.some(isUnwritableData) ? { kind: 'message', message: encodeHttp(events, mode) } : emission,
    },
  }),
  fault(
    'json.data.one/both',
    'writes JSON data to data_base64 too',
    onData((member, { data }) =>
      data?.kind === 'json' ? [member, ['data_base64', JSON.stringify(encodeBase64(encodeUtf8(member[1])))]] : [member],
    ),
  ),
  fault(
    'json.data.one/null',
    'writes null to data beside data_base64',
    onData((member) => (member[0] === 'data_base64' ? [['data', 'null'], member] : [member])),
  ),
];
