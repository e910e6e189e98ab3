import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/event/types.js';
import { failureReply, replyOf } from '../../../src/target/adapter/adapter-reply.js';
import { parseAdapterReply } from '../../../src/target/adapter/parse-reply.js';
import type { AdapterReply, AdapterRequest } from '../../../src/target/adapter/protocol.js';

const DECODE: AdapterRequest = { op: 'decode', binding: 'http', message: { headers: [] } };
/** The reply to decode of this JSON text, as a target gives it. */
const read = (text: string) => {
  const reply = parseAdapterReply(DECODE, JSON.parse(text));
  if (reply.kind === 'problem') throw new Error(reply.message);
  return replyOf(reply);
};
const event = (attributes: string, data = '') => `{"id":1,"events":[{"attributes":${attributes}${data}}]}`;

describe('events', () => {
  it('come with every attribute as it is, and data by its kind', () => {
    expect(read(event('{"id":"a","n":1,"ok":true,"__proto__":"x"}', ',"data":{"json":[null]}'))).toEqual({
      kind: 'events',
      events: [
        {
          attributes: new Map<string, string | number | boolean>([
            ['id', 'a'],
            ['n', 1],
            ['ok', true],
            ['__proto__', 'x'],
          ]),
          data: { kind: 'json', value: [null] },
        },
      ],
    });
    expect(read(event('{}', ',"data":{"base64":"AP8="}'))).toMatchObject({
      events: [{ data: { kind: 'binary', bytes: new Uint8Array([0, 255]) } }],
    });
  });

  it('can be none, and many', () => {
    expect(read('{"id":1,"events":[]}')).toEqual({ kind: 'events', events: [] });
    expect(read('{"id":1,"events":[{"attributes":{}},{"attributes":{}}]}')).toMatchObject({ events: [{}, {}] });
  });

  it('are a breach of the protocol with a number in their data that no double holds', () => {
    expect(read(event('{}', ',"data":{"json":{"deep":[-1e999]}}'))).toMatchObject({
      kind: 'failure',
      failure: { code: 'protocol', message: expect.stringContaining('beyond the range of a double') },
    });
  });

  it('never make it throw, whatever JSON they are', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const reply = parseAdapterReply(DECODE, JSON.parse(`{"id":1,"events":[${text}]}`) as JsonValue);
        if (reply.kind !== 'problem') expect(['events', 'failure']).toContain(replyOf(reply).kind);
      }),
    );
  });
});

describe('other replies', () => {
  it.each<[AdapterReply, object]>([
    [
      { kind: 'rejected', reason: 'no' },
      { kind: 'rejected', reason: 'no' },
    ],
    [{ kind: 'unsupported' }, { kind: 'unsupported' }],
    [{ kind: 'valid' }, { kind: 'valid' }],
    [
      { kind: 'invalid', reason: '' },
      { kind: 'invalid', reason: '' },
    ],
    [
      { kind: 'message', message: { headers: [['a', { text: ' é ' }]], body: { base64: '/w==' } } },
      { kind: 'messages', messages: [{ headers: [['a', 'Ã©']], body: Buffer.from([255]) }] },
    ],
    [
      { kind: 'message', message: { headers: [] } },
      { kind: 'messages', messages: [{ headers: [], body: new Uint8Array() }] },
    ],
  ])('%j', (reply, expected) => {
    expect(replyOf(reply)).toEqual(expected);
  });

  it('are values of whatever type, but for numbers that could not be written down', () => {
    const value = { kind: 'value', value: { no: ['type', 'of', 'the', 'language'] }, errors: ['cast'] } as const;
    expect(replyOf(value)).toEqual(value);
    expect(replyOf({ kind: 'value', value: JSON.parse('1e999'), errors: [] })).toMatchObject({
      failure: { code: 'protocol', message: expect.stringContaining('beyond the range of a double') },
    });
  });

  it.each<AdapterReply>([{ kind: 'hello', name: 'a', version: '1', language: 'x', supports: [] }])(
    'that no target gives are a breach of the protocol: $kind',
    (reply) => {
      expect(replyOf(reply)).toEqual({
        kind: 'failure',
        failure: {
          code: 'protocol',
          message: `the adapter's reply breaks the protocol: it answers with ${reply.kind}`,
        },
      });
    },
  );

  it('that did not come say why', () => {
    expect(failureReply({ code: 'closed', message: 'it ended' })).toEqual({
      kind: 'failure',
      failure: { code: 'closed', message: 'it ended' },
    });
  });
});
