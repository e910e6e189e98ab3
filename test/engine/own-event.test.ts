import { describe, expect, it } from 'vitest';
import { isOwnEvent } from '../../src/engine/own-event.js';
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
