import { describe, expect, test } from 'vitest';
import { type Answer, decodedOf, encodedOf, encodeRequest } from '../../../src/cli/interop/answers.js';
import { json, plain } from '../../../src/generate/telling/telling.js';

const one = plain({ subject: 's' }, json(1));

describe('a request to encode', () => {
  test('names the format but in binary mode', () => {
    const wire = { attributes: { ...Object.fromEntries(one.attributes) }, data: { json: 1 } };
    expect(encodeRequest([one], 'binary')).toEqual({ op: 'encode', binding: 'http', mode: 'binary', events: [wire] });
    expect(encodeRequest([one, one], 'batch')).toEqual({
      op: 'encode',
      binding: 'http',
      mode: 'batch',
      format: 'json',
      events: [wire, wire],
    });
  });
});

describe('an encoder', () => {
  test('gives a message as a receiver sees it', () => {
    const answer: Answer = {
      kind: 'message',
      message: { headers: [['ce-id', { text: ' caf\u00e9 ' }]], body: { base64: '/w==' } },
    };
    const encoded = encodedOf(answer, 'w');
    expect(encoded).toMatchObject({ kind: 'message', message: { headers: [['ce-id', 'caf\u00c3\u00a9']] } });
    expect(encoded.kind === 'message' && [...encoded.message.body]).toEqual([0xff]);
  });

  test('fails with a message that HTTP cannot carry', () => {
    const answer: Answer = { kind: 'message', message: { headers: [['ce-id', { text: 'a\r\nx: b' }]] } };
    expect(encodedOf(answer, 'w')).toMatchObject({ kind: 'failed', code: 'unsendable' });
  });
});

describe('a decoder', () => {
  test('gives events', () => {
    const attributes = { ...Object.fromEntries(one.attributes) };
    expect(decodedOf({ kind: 'events', events: [{ attributes, data: { json: 1 } }] }, 'w')).toEqual({
      kind: 'events',
      events: [one],
    });
  });

  test('fails with what is no event', () => {
    const broken = [{ attributes: {}, data: { base64: '?' } }];
    expect(decodedOf({ kind: 'events', events: broken }, 'w')).toMatchObject({ kind: 'failed', code: 'protocol' });
  });
});

describe.each([
  ['encoded', encodedOf],
  ['decoded', decodedOf],
] as const)('%s', (_, read) => {
  test.each<[Answer, object]>([
    [
      { kind: 'rejected', reason: 'r' },
      { kind: 'refused', reason: 'r' },
    ],
    [
      { kind: 'unsupported' },
      { kind: 'refused', reason: 'it answers unsupported, and its hello claims encode:http-batch' },
    ],
    [
      { kind: 'failed', code: 'timeout', message: 'm' },
      { kind: 'failed', code: 'timeout', message: 'm' },
    ],
    [{ kind: 'not-asked' }, { kind: 'not-asked' }],
  ])('%j', (answer, expected) => {
    expect(read(answer, 'encode:http-batch')).toEqual(expected);
  });

  test('nothing that the schema does not let through', () => {
    expect(() => read({ kind: 'valid' }, 'w')).toThrow('w was answered with valid');
  });
});
