// Evidence of every kind: over HTTP, of a sink and of an adapter, whatever bytes, letters and values it is made of.
import fc from 'fast-check';
import type { HeaderLine, HttpMessage } from '../../../src/binding/types.js';
import { BINDINGS } from '../../../src/binding/types.js';
import type { Evidence } from '../../../src/engine/evidence.js';
import type { AttributeValue, CloudEvent, EventData, JsonValue } from '../../../src/event/types.js';
import type { HttpRequest, Reply, SinkMessage, Told, TransportFailure } from '../../../src/target/types.js';

const byte = fc.integer({ min: 0, max: 255 });
const headerText = fc.array(byte, { maxLength: 12 }).map((codes) => String.fromCharCode(...codes));
const headers: fc.Arbitrary<readonly HeaderLine[]> = fc.array(fc.tuple(fc.string({ maxLength: 8 }), headerText), {
  maxLength: 4,
});
const body = fc.uint8Array({ maxLength: 40 }).map((bytes): Uint8Array => Buffer.from(bytes));
/** Whatever a JSON text can write, halves of surrogate pairs and the names of prototypes included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('\ud800', '\udfff', '__proto__', 'constructor', '', '\u001b[2J'),
);

// Minus zero is written as zero: the two are one number of JSON.
const number = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0);
const value: fc.Arbitrary<AttributeValue> = fc.oneof(anyText, number, fc.boolean());
const json: fc.Arbitrary<JsonValue> = fc
  .json()
  .map((text) => JSON.parse(JSON.stringify(JSON.parse(text))) as JsonValue);
const data: fc.Arbitrary<EventData> = fc.oneof(
  json.map((one): EventData => ({ kind: 'json', value: one })),
  anyText.map((text): EventData => ({ kind: 'text', text })),
  body.map((bytes): EventData => ({ kind: 'binary', bytes })),
);
const event: fc.Arbitrary<CloudEvent> = fc.record(
  { attributes: fc.array(fc.tuple(anyText, value), { maxLength: 4 }).map((entries) => new Map(entries)), data },
  { requiredKeys: ['attributes'] },
);
const events = fc.array(event, { maxLength: 3 });

const request: fc.Arbitrary<HttpRequest> = fc.record(
  {
    method: fc.string(),
    headers,
    body,
    via: fc.constantFrom('client' as const, 'raw' as const),
    framing: fc.constantFrom('content-length' as const, 'chunked' as const, 'none' as const),
    pieces: fc.integer({ min: 1 }),
  },
  { requiredKeys: ['method', 'headers', 'body', 'via'] },
);

const failure: fc.Arbitrary<TransportFailure> = fc.record({
  code: fc.constantFrom<TransportFailure['code'][]>(
    'timeout',
    'unreachable',
    'closed',
    'reset',
    'tls',
    'not-http',
    'too-large',
    'protocol',
    'aborted',
  ),
  message: anyText,
});

const message: fc.Arbitrary<HttpMessage> = fc.record({ headers, body });

/** What an adapter answers. */
export const adapterReply: fc.Arbitrary<Reply> = fc.oneof(
  events.map((some): Reply => ({ kind: 'events', events: some })),
  fc.array(message, { maxLength: 2 }).map((messages): Reply => ({ kind: 'messages', messages })),
  anyText.map((reason): Reply => ({ kind: 'rejected', reason })),
  anyText.map((reason): Reply => ({ kind: 'invalid', reason })),
  anyText.map((reason): Reply => ({ kind: 'unwritten', reason })),
  fc.constantFrom<Reply[]>({ kind: 'valid' }, { kind: 'unsupported' }),
  failure.map((lost): Reply => ({ kind: 'failure', failure: lost })),
);

const reply: fc.Arbitrary<Reply> = fc.oneof(
  failure.map((lost): Reply => ({ kind: 'failure', failure: lost })),
  fc
    .record({ status: fc.nat({ max: 999 }), reason: fc.string(), headers, body, truncated: fc.boolean() })
    .map((response): Reply => ({ kind: 'response', response })),
);

const arrival: fc.Arbitrary<SinkMessage> = fc.record({ method: fc.string(), path: fc.string(), headers, body });

const overHttp: fc.Arbitrary<Evidence> = fc.record(
  {
    token: fc.string(),
    observation: fc.constantFrom('status' as const, 'reply' as const, 'sink' as const),
    requests: fc.array(request, { maxLength: 2 }),
    replies: fc.array(reply, { maxLength: 3 }),
    arrived: fc.array(arrival, { maxLength: 2 }),
    ms: fc.nat(),
    fence: fc.constant('lost' as const),
  },
  { requiredKeys: ['token', 'observation', 'requests', 'replies', 'arrived', 'ms'] },
);

const told: fc.Arbitrary<Told> = fc.record({
  binding: fc.constantFrom(...BINDINGS),
  mode: fc.constantFrom('binary' as const, 'structured' as const, 'batch' as const),
  events,
});
const asked: fc.Arbitrary<Pick<Evidence, 'requests' | 'told' | 'validated'>> = fc.oneof(
  fc.array(request, { maxLength: 2 }).map((requests) => ({ requests })),
  told.map((one) => ({ requests: [], told: one })),
  events.map((validated) => ({ requests: [], validated })),
);

const overAdapter: fc.Arbitrary<Evidence> = fc
  .record(
    {
      asked,
      token: fc.string(),
      replies: fc.array(adapterReply, { maxLength: 3 }),
      ms: fc.nat(),
      stderr: anyText,
    },
    { requiredKeys: ['asked', 'token', 'replies', 'ms'] },
  )
  .map(({ asked: question, ...rest }): Evidence => ({ ...rest, ...question, observation: 'adapter', arrived: [] }));

export const anyEvidence: fc.Arbitrary<Evidence> = fc.oneof(overHttp, overAdapter);
