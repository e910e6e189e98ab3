// Data of every kind, under the media types that decide how it is read.
import { bytes, content, json, type Telling, text } from './telling.js';

const JSON_TYPE = 'application/json';

/** A JSON array in so many arrays. */
const nested = (levels: number): ReturnType<typeof json> =>
  json(JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`));

/** An event with this much data is within 64,000 bytes, the smaller reading of "64 KB" ("Size Limits"). */
const MUCH = 63_000;

export const DATA: readonly Telling[] = [
  content('no data under a type', JSON_TYPE),
  content('JSON object', JSON_TYPE, json({ a: [1, { b: null }], c: '', d: false })),
  content('JSON array', JSON_TYPE, json([1, 'two', null, [], {}])),
  content('JSON string', JSON_TYPE, json('told')),
  content('JSON string that looks like JSON', JSON_TYPE, json('{"a":1}')),
  content('JSON string that looks like base64', JSON_TYPE, json('AAEC')),
  content('empty JSON string', JSON_TYPE, json('')),
  content('JSON number', JSON_TYPE, json(42)),
  content('JSON numbers at the edge', JSON_TYPE, json([9007199254740991, -9007199254740991, 0.1, 1e300, 5e-324])),
  content('JSON true', JSON_TYPE, json(true)),
  content('JSON false', JSON_TYPE, json(false)),
  content('JSON null', JSON_TYPE, json(null)),
  content('JSON with letters beyond ASCII', JSON_TYPE, json({ 'schl\u00fcssel': '\u503c \u{1f600}' })),
  content('JSON with controls and quotes', JSON_TYPE, json('\u0000\t\n"\\/\u007f\u2028')),
  content('JSON with members called __proto__ and data', JSON_TYPE, json(JSON.parse('{"__proto__":1,"data":2,"":3}'))),
  content('JSON of fifty levels', JSON_TYPE, nested(50)),
  content('JSON without a type', undefined, json({ told: 'implied' })),
  content('JSON under a type with a charset', 'application/json; charset=utf-8', json({ told: '\u00e9' })),
  content('JSON under a type with a suffix', 'application/vnd.example.conform+json', json({ told: 'suffix' })),
  content('JSON under a type in upper case', 'Application/JSON', json({ told: 'case' })),
  content('text', 'text/plain', text('told')),
  content('text with letters beyond ASCII', 'text/plain; charset=utf-8', text('caf\u00e9 \u4e8b \u{1f600}')),
  content('text that looks like JSON', 'text/plain', text('{ "a" : 1.0 }')),
  content('text that looks like base64', 'text/plain', text('AAEC')),
  content('text with line ends and blanks', 'text/plain', text(' a\r\nb\n\tc \n')),
  content('text that begins with a byte order mark', 'text/plain; charset=utf-8', text('\ufefftold')),
  content('empty text', 'text/plain', text('')),
  content('XML', 'application/xml', text('<?xml version="1.0"?><a b="c">\u00e9</a>')),
  content('bytes of every value', 'application/octet-stream', bytes(...Array(256).keys())),
  content('bytes that are text', 'application/octet-stream', bytes(0x74, 0x6f, 0x6c, 0x64)),
  content('bytes that are JSON', 'application/octet-stream', bytes(0x7b, 0x20, 0x7d)),
  content('bytes under a JSON type', JSON_TYPE, bytes(0xff, 0xfe, 0x00)),
  content('bytes under a text type', 'text/plain', bytes(0x63, 0xe9)),
  content('bytes without a type', undefined, bytes(0x00, 0xff)),
  content('one byte of zero', 'application/octet-stream', bytes(0)),
  content('no bytes', 'application/octet-stream', bytes()),
  content('64 KB of JSON', JSON_TYPE, json({ told: 'x'.repeat(MUCH) })),
  content('64 KB of bytes', 'application/octet-stream', {
    kind: 'binary',
    // Base64 takes four thirds of it.
    bytes: Uint8Array.from({ length: Math.floor((MUCH * 3) / 4) }, (_, at) => (at * 31) % 256),
  }),
];
