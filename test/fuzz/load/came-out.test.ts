import { describe, expect, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { cameOut, type Emerged, emergedFrom, emergedIn } from '../../../src/fuzz/load/came-out.js';
import type { LoadEvent } from '../../../src/fuzz/load/event-pool.js';
import type { HttpResponse } from '../../../src/target/types.js';

const eventOf = (id: string, more: readonly (readonly [string, string])[] = []): CloudEvent => ({
  attributes: new Map([['specversion', '1.0'], ['id', id], ['source', '/s'], ['type', 't'], ...more]),
  data: { kind: 'text', text: 'x' },
});

const SENT: LoadEvent = {
  token: 'tabcdefghijkl',
  carrier: 'http-binary',
  request: { ...encodeHttp([eventOf('tabcdefghijkl')], 'binary'), method: 'POST', via: 'client' },
  expected: {
    attributes: { specversion: '1.0', id: 'tabcdefghijkl', source: '/s', type: 't' },
    data: { text: 'x' },
  },
};

const told = (...events: readonly CloudEvent[]): readonly Emerged[] => emergedFrom({ kind: 'events', events });

describe('of an event', () => {
  test('that came out as it was, nothing is to be said', () => {
    expect(cameOut(SENT, told(eventOf(SENT.token)))).toEqual({ kind: 'whole', copies: 1 });
  });

  test('to which the target added something of its own, neither', () => {
    expect(cameOut(SENT, told(eventOf(SENT.token, [['added', 'x']])))).toEqual({ kind: 'whole', copies: 1 });
  });

  test('whose source was written in another way that is equivalent, neither, but of another source that', () => {
    const sent = { ...SENT, expected: { ...SENT.expected, attributes: { source: 'HTTP://Example.com/%7Ea' } } };
    const cameFrom = (source: string) =>
      cameOut(
        sent,
        told({
          ...eventOf(SENT.token),
          attributes: new Map([
            ['id', SENT.token],
            ['source', source],
          ]),
        }),
      );
    expect(cameFrom('http://example.com/~a')).toEqual({ kind: 'whole', copies: 1 });
    expect(cameFrom('http://example.com/~A')).toMatchObject({ kind: 'altered', example: { kind: 'different' } });
  });

  test('that came out twice, both are counted, and events of others are not', () => {
    const one = eventOf(SENT.token);
    expect(cameOut(SENT, told(one, eventOf('other'), one))).toEqual({ kind: 'whole', copies: 2 });
  });

  test('that came out with another value, the value is told', () => {
    expect(cameOut(SENT, told({ ...eventOf(SENT.token), data: { kind: 'text', text: 'y' } }))).toEqual({
      kind: 'altered',
      copies: 1,
      example: {
        kind: 'different',
        carrier: 'http-binary',
        id: SENT.token,
        differences: [{ kind: 'data-changed', name: 'data', expected: { text: 'x' }, actual: { text: 'y' } }],
      },
    });
  });

  test('in place of which another came out, the id is told', () => {
    expect(cameOut(SENT, told(eventOf('other')))).toMatchObject({
      kind: 'altered',
      example: { differences: [{ kind: 'changed', name: 'id', expected: SENT.token, actual: 'other' }] },
    });
  });

  test('whose value the encoding of the target altered, that is told as well: a reader gets another one', () => {
    const message = encodeHttp([eventOf(SENT.token, [['note', 'é']])], 'binary');
    const mangled = message.headers.map(([name, value]) => [name, value.replace('%C3%A9', '%C3%83')] as const);
    const sent = { ...SENT, expected: { attributes: { ...SENT.expected.attributes, note: 'é' } } };
    expect(cameOut(sent, emergedIn({ ...message, headers: mangled }))).toMatchObject({
      kind: 'altered',
      example: { differences: [{ name: 'note', expected: 'é', actual: 'Ã' }] },
    });
  });

  test('of which nothing came out, it is lost', () => {
    expect(cameOut(SENT, told())).toEqual({ kind: 'nothing' });
  });
});

describe('an answer', () => {
  const response = (body: string, type = 'application/cloudevents+json', truncated = false): HttpResponse => ({
    status: 200,
    reason: 'OK',
    headers: [['Content-Type', type]],
    body: Buffer.from(body),
    truncated,
  });
  const of = (given: HttpResponse) => cameOut(SENT, emergedFrom({ kind: 'response', response: given }));

  test('without an event has lost it', () => {
    expect(of(response('{"ok":true}', 'application/json'))).toEqual({ kind: 'nothing' });
  });

  test('that claims to be one and cannot be read is altered', () => {
    expect(of(response('{"id":'))).toMatchObject({ kind: 'altered', example: { kind: 'unreadable' } });
  });

  test('that is longer than is read says nothing', () => {
    expect(of(response('{"id":', undefined, true))).toEqual({ kind: 'unseen' });
  });

  test('of a broker holds no event', () => {
    expect(emergedFrom({ kind: 'published' })).toEqual([]);
  });

  test('of an adapter may be a message', () => {
    const message = encodeHttp([eventOf(SENT.token)], 'structured');
    expect(cameOut(SENT, emergedFrom({ kind: 'messages', messages: [message] }))).toEqual({ kind: 'whole', copies: 1 });
  });
});
