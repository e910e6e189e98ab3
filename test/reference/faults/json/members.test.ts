import { describe, expect, test } from 'vitest';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { isObject, membersOf, onMembers, onText } from '../../../../src/reference/faults/json/members.js';
import { receive } from '../../../../src/reference/receiver.js';

const EVENT = '{"specversion":"1.0","id":"a","source":"/s","type":"t","subject":null}';

const message = (type: string, text: string): HttpMessage => ({
  headers: [['Content-Type', type]],
  body: Buffer.from(text),
});
const structured = (text: string): HttpMessage => message('application/cloudevents+json', text);
const batch = (text: string): HttpMessage => message('application/cloudevents-batch+json', text);

describe('membersOf', () => {
  test('gives the object of a structured message, nulls and all', () => {
    expect(membersOf(structured(EVENT))).toEqual([
      { specversion: '1.0', id: 'a', source: '/s', type: 't', subject: null },
    ]);
  });

  test('gives the objects of a batch in order, and leaves out what is none', () => {
    expect(membersOf(batch('[{"id":"a"},null,[],{"id":"b"},7]'))).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(membersOf(batch('[]'))).toEqual([]);
  });

  test('gives nothing for what is no JSON, and for a JSON body in binary mode', () => {
    expect(membersOf(structured('{'))).toEqual([]);
    expect(membersOf(structured('"text"'))).toEqual([]);
    expect(membersOf(message('application/json', EVENT))).toEqual([]);
  });
});

describe('onMembers', () => {
  const { outcome } = onMembers((event, members) => ({
    ...event,
    attributes: new Map([...event.attributes, ['seen', String(members['subject'])]]),
  }));

  test('pairs every event with its own members', () => {
    const other = EVENT.replace('null', '"b"');
    const sent = batch(`[${EVENT},${other}]`);
    const changed = outcome?.(receive(sent), sent);
    expect(changed?.kind === 'events' && changed.events.map(({ attributes }) => attributes.get('seen'))).toEqual([
      'null',
      'b',
    ]);
  });

  test('leaves refusals and binary mode alone', () => {
    const refused = structured('{}');
    expect(outcome?.(receive(refused), refused)).toEqual(receive(refused));
    const binary: HttpMessage = {
      headers: [
        ['ce-specversion', '1.0'],
        ['ce-id', 'a'],
        ['ce-source', '/s'],
        ['ce-type', 't'],
      ],
      body: new Uint8Array(),
    };
    expect(outcome?.(receive(binary), binary)).toEqual(receive(binary));
  });
});

describe('onText', () => {
  const change = onText((text) => text.toUpperCase()).message;
  const textOf = (changed: HttpMessage | undefined): string => Buffer.from(changed?.body ?? []).toString('utf8');

  test('changes the text of a structured message and keeps its headers', () => {
    const changed = change?.(structured('"é"'));
    expect(textOf(changed)).toBe('"É"');
    expect(changed?.headers).toEqual(structured('').headers);
  });

  test('leaves binary mode and what is no UTF-8 alone', () => {
    const binary = message('application/json', '"a"');
    expect(change?.(binary)).toBe(binary);
    const broken: HttpMessage = { ...structured(''), body: Buffer.from([0x61, 0xff]) };
    expect(change?.(broken)).toBe(broken);
  });
});

test('isObject tells objects from arrays, null and nothing', () => {
  expect([{}, { a: 1 }].every(isObject)).toBe(true);
  expect([[], null, undefined, 'a', 1, true].some(isObject)).toBe(false);
});
