import { describe, expect, test } from 'vitest';
import {
  documentsOf,
  memberOf,
  outermostOf,
  paired,
  setMember,
  textOf,
} from '../../../../../suites/emission/rules/json/documents.js';
import { batch, event, jsonEvent, message, structured } from '../../examples.js';

const label = { 'content-type': 'application/cloudevents+json' };

describe('what stands outermost', () => {
  test.each([
    ['{"a":1}', 'object'],
    [' \n{"a":1}', 'object'],
    ['\ufeff{"a":1}', 'object'],
    ['[{"a":1}]', 'array'],
    [' [ ] ', 'array'],
    ['["a"]', 'other'],
    ['"a"', 'other'],
    ['{', 'other'],
    ['', 'other'],
    [Uint8Array.of(0xff), 'unreadable'],
  ] as const)('in %j: %s', (body, expected) => {
    const emitted = message(label, body, 'structured');
    expect(outermostOf(emitted, emitted.documents)).toBe(expected);
  });

  test('decides whether there are documents', () => {
    expect(documentsOf(structured())).toHaveLength(1);
    expect(documentsOf(message(label, `[${jsonEvent()}]`, 'structured'))).toEqual([]);
    expect(documentsOf(batch(`[${jsonEvent()},${jsonEvent()}]`))).toHaveLength(2);
    expect(documentsOf(batch(jsonEvent()))).toEqual([]);
  });
});

describe('members', () => {
  const [document = []] = structured('"a":1,"a":2,"n":null,"o":{},"t":true').documents;

  test('of one name: the last counts', () => {
    expect(memberOf(document, 'a')?.value).toBe(2);
    expect(memberOf(document, 'none')).toBeUndefined();
  });

  test('that are null are unset', () => {
    expect(memberOf(document, 'n')?.value).toBeNull();
    expect(setMember(document, 'n')).toBeUndefined();
  });

  test('as canonical strings, where they are scalars', () => {
    expect(['a', 't', 'id', 'n', 'o', 'none'].map((name) => textOf(memberOf(document, name)))).toEqual([
      '2',
      'true',
      'one',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('events and documents', () => {
  const named = (id: string) => jsonEvent().replace('"one"', `"${id}"`);
  const idsOf = (body: string, ...ids: readonly string[]) =>
    paired(
      ids.map((id) => event({ id })),
      batch(body).documents,
    ).map(([told, document]) => [told.attributes.get('id'), document && textOf(memberOf(document, 'id'))]);

  test('go together by source and id, in any order', () => {
    expect(idsOf(`[${named('b')},${named('a')}]`, 'a', 'b')).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });

  test('go together in their order where the ids came out changed', () => {
    expect(idsOf(`[${named('x')},${named('b')}]`, 'a', 'b', 'c')).toEqual([
      ['a', 'x'],
      ['b', 'b'],
      ['c', undefined],
    ]);
  });
});
