import { describe, expect, it } from 'vitest';
import { isAboutTold, isOwnEvent } from '../../src/engine/own-event.js';
import type { AttributeValue, EventData } from '../../src/event/types.js';

const token = 'tabcdefghijkl';
const request = (body: string) => ({ method: 'POST', via: 'client' as const, headers: [], body: Buffer.from(body) });
const event = (attributes: Readonly<Record<string, AttributeValue>>, data?: EventData) => ({
  attributes: new Map(Object.entries(attributes)),
  ...(data === undefined ? {} : { data }),
});
const marked = { token, requests: [request(`{"id":"${token}"}`)] };

describe('isOwnEvent', () => {
  it.each([
    ['id', event({ id: token })],
    ['part of the source', event({ id: 'altered', source: `/a/${token}/b` })],
    ['JSON data', event({ id: 'altered' }, { kind: 'json', value: { deep: [{ probe: token }] } })],
    ['text data', event({ id: 'altered' }, { kind: 'text', text: `<${token}>` })],
    ['bytes', event({ id: 'altered' }, { kind: 'binary', bytes: Buffer.from(`\0${token}`) })],
  ])('holds where the token is its %s', (_, own) => {
    expect(isOwnEvent(own, marked)).toBe(true);
  });

  it.each([
    ['nothing in it', event({})],
    ['another token', event({ id: 'tabcdefghijkm', source: '/fixed' }, { kind: 'json', value: null })],
    ['the token as the name of an attribute', event({ [token]: 'x' })],
  ])('does not hold with %s', (_, other) => {
    expect(isOwnEvent(other, marked)).toBe(false);
  });

  it('holds for every event where the request holds no token either', () => {
    expect(isOwnEvent(event({ id: 'x' }), { token, requests: [request('[]')] })).toBe(true);
  });

  it('looks for the token in the headers of the request as well', () => {
    const requests = [{ ...request(''), headers: [['ce-id', token]] as const }];
    expect(isOwnEvent(event({ id: 'x' }), { token, requests })).toBe(false);
  });
});

describe('isAboutTold', () => {
  const told = { binding: 'http' as const, mode: 'binary' as const, events: [event({ id: token, source: '/x' })] };
  const message = (body: Uint8Array | string, headers: readonly (readonly [string, string])[] = []) => ({
    headers,
    body: Buffer.from(body),
  });

  it.each([
    ['a header value', message('', [['ce-id', `"${token}"`]])],
    ['its body', message(`{"id":"${token}"}`)],
    ['a body in UTF-16', message(Buffer.from(`{"id":"${token}"}`, 'utf16le'))],
    ['a body that is no UTF-8', message(Buffer.concat([Buffer.from([0xff]), Buffer.from(token)]))],
  ])('holds where the token is in %s', (_, emitted) => {
    expect(isAboutTold(emitted, { told, token })).toBe(true);
  });

  it.each([
    ['nothing', message('')],
    ['another event', message('{"id":"tabcdefghijkm"}', [['ce-id', 'tabcdefghijkm']])],
    ['the token as the name of a header', message('', [[token, 'x']])],
  ])('does not hold for a message with %s', (_, emitted) => {
    expect(isAboutTold(emitted, { told, token })).toBe(false);
  });

  it('holds for every message where the events that were asked for hold no token', () => {
    expect(isAboutTold(message('x'), { told: { ...told, events: [event({ id: 'x' })] }, token })).toBe(true);
    expect(isAboutTold(message('x'), { token })).toBe(true);
  });
});
