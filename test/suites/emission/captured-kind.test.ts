import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { HeaderLine, HttpMessage } from '../../../src/binding/types.js';
import { CAPTURED_KINDS, capturedKind } from '../../../suites/emission/captured-kind.js';
import { anyEvent } from '../../event/any-event.js';

const bytes = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body);
const message = (headers: readonly HeaderLine[], body: string | Uint8Array = ''): HttpMessage => ({
  headers,
  body: bytes(body),
});
const typed = (type: string, body: string | Uint8Array, ...more: readonly HeaderLine[]): HttpMessage =>
  message([['Content-Type', type], ...more], body);

const BINARY: readonly HeaderLine[] = [
  ['ce-specversion', '1.0'],
  ['CE-Id', '1'],
  ['ce-source', '/s'],
  ['ce-type', 't'],
];
const EVENT = '{"specversion":"1.0","id":"1","source":"/s","type":"t"}';
const OLD = '{"specversion":"0.3","id":"1","source":"/s","type":"t"}';
const OLDEST = '{"cloudEventsVersion":"0.1","eventID":"1","source":"/s","eventType":"t"}';
const [JSON_EVENT, JSON_BATCH] = ['application/cloudevents+json', 'application/cloudevents-batch+json'];
const GZIP: HeaderLine = ['Content-Encoding', 'gzip'];

describe.each<readonly [kind: string, messages: readonly (readonly [name: string, message: HttpMessage])[]]>([
  [
    'event',
    [
      ['binary', message(BINARY, 'data')],
      ['binary without one of the four attributes', message(BINARY.slice(1))],
      ['binary with an unknown version', message([['ce-specversion', '1.0.2'], ...BINARY.slice(1)])],
      ['binary, not coded', message([...BINARY, ['Content-Encoding', 'identity']])],
      ['structured', typed(JSON_EVENT, EVENT)],
      ['structured, in another case, with a parameter', typed('Application/CloudEvents+JSON; charset=utf-8', EVENT)],
      ['structured that is broken', typed(JSON_EVENT, '{"id":')],
      ['structured and empty', typed(JSON_EVENT, '')],
      ['structured without the format in its type', typed('application/cloudevents', EVENT)],
      ['a batch', typed(JSON_BATCH, `[${EVENT}]`)],
      ['an empty batch', typed(JSON_BATCH, '[]')],
      ['a batch of several versions', typed(JSON_BATCH, `[${EVENT},${OLD}]`)],
    ],
  ],
  [
    'mislabelled',
    [
      ['an event as JSON', typed('application/json', EVENT)],
      ['an event without a type', message([], EVENT)],
      ['events as a JSON array', typed('application/json', `[${EVENT},${EVENT}]`)],
    ],
  ],
  [
    'other-version',
    [
      ['binary', message([['ce-specversion', '0.3'], ...BINARY.slice(1)])],
      [
        'binary of the first',
        message([
          ['CE-CloudEventsVersion', '0.1'],
          ['CE-EventID', '1'],
          ['CE-Source', '/s'],
        ]),
      ],
      ['structured', typed(JSON_EVENT, OLD)],
      ['structured of the first', typed(JSON_EVENT, OLDEST)],
      ['a batch', typed(JSON_BATCH, `[${OLD},${OLD}]`)],
    ],
  ],
  [
    'other-format',
    [
      ['XML', typed('application/cloudevents+xml', '<event/>')],
      ['Avro', typed('application/cloudevents+avro', Buffer.from([0, 1, 2]))],
      ['a batch in Protobuf', typed('application/cloudevents-batch+protobuf', Buffer.from([10, 255]))],
      ['one that has no name', typed('application/cloudevents', Buffer.from([0, 1, 2]))],
    ],
  ],
  [
    'coded',
    [
      ['structured', typed(JSON_EVENT, gzipSync(EVENT), GZIP)],
      ['binary', message([...BINARY, GZIP], gzipSync('data'))],
      ['several times', typed(JSON_BATCH, 'x', ['content-encoding', 'identity'], ['content-encoding', 'br'])],
    ],
  ],
  [
    'partial',
    [
      ['an id', message([['ce-id', '1']])],
      ['two attributes, and extensions', message([...BINARY.slice(2), ['ce-a', '1'], ['ce-b', '2']])],
      ['a version, and an event in the body', typed('application/json', EVENT, ['ce-specversion', '1.0'])],
    ],
  ],
  [
    'no-event',
    [
      ['nothing', message([])],
      ['JSON', typed('application/json', '{"id":"1","source":"/s","type":"t"}')],
      ['JSON of another version', typed('application/json', OLD)],
      ['an array of which one is none', typed('application/json', `[${EVENT},{}]`)],
      ['a form', typed('application/x-www-form-urlencoded', 'ce-id=1')],
      [
        'a header that looks like one',
        message([
          ['cer-id', '1'],
          ['x-ce-id', '1'],
          ['ce-', '1'],
          ['ceid', '1'],
        ]),
      ],
      ['a type that looks like one', typed('application/cloudeventsx', 'x')],
      ['compressed', typed('application/json', gzipSync('{}'), GZIP)],
    ],
  ],
])('%s', (kind, messages) => {
  test.each(messages)('%s', (_, captured) => {
    expect(capturedKind(captured)).toBe(kind);
  });
});

test('whatever we emit is an event', () => {
  fc.assert(
    fc.property(anyEvent, fc.constantFrom('binary', 'structured', 'batch'), (event, mode) => {
      expect(capturedKind(encodeHttp([event], mode as 'binary'))).toBe('event');
    }),
  );
});

test('whatever comes has a kind', () => {
  const line = fc.tuple(fc.constantFrom('ce-id', 'ce-type', 'content-type', 'x', 'content-encoding'), fc.string());
  fc.assert(
    fc.property(fc.array(line), fc.oneof(fc.string(), fc.json()), (headers, body) => {
      expect(CAPTURED_KINDS).toContain(capturedKind(message(headers, body)));
    }),
  );
});
