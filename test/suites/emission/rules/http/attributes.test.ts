import { describe, test } from 'vitest';
import { ATTRS_OUT } from '../../../../../suites/emission/rules/http/attributes.js';
import { ask, binary, capture, event, expectSaid, type Headers, message } from '../../examples.js';

describe('a header for each attribute', () => {
  const told = event({ subject: 'a b', ext: 'x' });

  test('is there, its name in any case, and however the value is encoded', () => {
    expectSaid(ask(ATTRS_OUT, binary({ 'ce-subject': 'a%20b', 'CE-Ext': 'x' }), told), 'kept');
    for (const raw of ['a b', '"a b"', 'a%2520b', '=?utf-8?q?a_b?=', 'a%20%62']) {
      expectSaid(ask(ATTRS_OUT, binary({ 'ce-subject': raw, 'ce-ext': 'x' }), told), 'kept');
    }
  });

  test.each<[what: string, headers: Headers, words: string]>([
    ['is missing', { 'ce-subject': 'a%20b' }, 'the attribute ext has no header'],
    ['has another name', { 'ce-subject': 'a%20b', ce_ext: 'x' }, 'the attribute ext has no header'],
    ['has another value', { 'ce-subject': 'a%20b', 'ce-ext': 'y' }, 'ce-ext has another value'],
    ['is cut', { 'ce-subject': 'a', 'ce-ext': 'x' }, 'ce-subject has another value'],
    ['is there twice', { 'ce-subject': 'a%20b', 'ce-ext': ['x', 'y'] }, 'ce-ext is there more than once'],
  ])('%s', (_, headers, words) => {
    expectSaid(ask(ATTRS_OUT, binary(headers), told), 'broken', words);
  });

  test('may be repeated word for word', () => {
    expectSaid(ask(ATTRS_OUT, binary({ 'ce-ext': ['x', 'x'] }), event({ ext: 'x' })), 'kept');
  });

  test('leaves it to other rules how a value is encoded', () => {
    const alone = { attributes: new Map([['subject', 'a b']]) };
    expectSaid(ask(ATTRS_OUT, binary({ 'ce-subject': 'a+b' }), alone), 'silent', 'another rule');
    const letter = { attributes: new Map([['subject', 'é']]) };
    expectSaid(ask(ATTRS_OUT, binary({ 'ce-subject': '%E9' }), letter), 'silent', 'another rule');
  });

  test('leaves the headers of the trace context to another rule, and no others', () => {
    const trace = { attributes: new Map([['traceparent', '00-a']]) };
    expectSaid(ask(ATTRS_OUT, binary({ traceparent: '00-a' }), trace), 'silent', 'another mapping');
    expectSaid(ask(ATTRS_OUT, binary({ traceparent: '00-b' }), trace), 'broken', 'traceparent has no header');
    expectSaid(ask(ATTRS_OUT, binary({ ext: 'x' }), event({ ext: 'x' })), 'broken', 'ext has no header');
  });

  test.each([
    [42, '42', 'kept'],
    [true, 'true', 'kept'],
    [false, 'False', 'silent'],
    [0, '0.0', 'silent'],
    [0, undefined, 'broken'],
    ['0', '0.0', 'broken'],
  ] as const)('holds the canonical string of %s, which is a rule of the types: %s: %s', (value, raw, kind) => {
    const told = { attributes: new Map([['ext', value]]) };
    expectSaid(ask(ATTRS_OUT, binary({ 'ce-ext': raw }), told), kind);
  });

  test('compares instants', () => {
    const time = event({ time: '2024-02-29T12:34:56.789Z' });
    expectSaid(ask(ATTRS_OUT, binary({ 'ce-time': '2024-02-29T13:34:56.789+01:00' }), time), 'kept');
    expectSaid(ask(ATTRS_OUT, binary({ 'ce-time': '2024-02-29T13:34:56.789Z' }), time), 'broken', 'another value');
  });

  test('is not asked for datacontenttype, nor for names that are none', () => {
    expectSaid(ask(ATTRS_OUT, binary(), event({ datacontenttype: 'text/plain', not_legal: 'x' })), 'kept');
    expectSaid(ask(ATTRS_OUT, binary(), { attributes: new Map() }), 'silent', 'no attributes');
  });

  test('of a captured message: the required ones, under another name or not', () => {
    expectSaid(capture(ATTRS_OUT, binary()), 'kept');
    expectSaid(capture(ATTRS_OUT, binary({ 'ce-id': undefined })), 'silent', 'missing');
    expectSaid(capture(ATTRS_OUT, binary({ 'ce-id': undefined, id: 'one' })), 'silent', 'missing');
    for (const name of ['ce_id', 'X-CE-Id', 'CloudEvents-Id', 'cloudevents_id']) {
      expectSaid(capture(ATTRS_OUT, binary({ 'ce-id': undefined, [name]: 'one' })), 'broken', 'id has another name');
    }
    expectSaid(capture(ATTRS_OUT, message({ id: 'one' }, '')), 'silent', 'no event');
  });
});
