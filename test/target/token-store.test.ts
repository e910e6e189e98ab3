import { describe, expect, it } from 'vitest';
import { createTokenStore } from '../../src/target/token-store.js';
import type { SinkMessage } from '../../src/target/types.js';

function message(body: string, headers: SinkMessage['headers'] = []): SinkMessage {
  return { method: 'POST', path: '/', headers, body: new TextEncoder().encode(body) };
}

const A = 't00000000000a';
const B = 't00000000000b';

describe('createTokenStore', () => {
  it('finds a token in the body and in header values', () => {
    const store = createTokenStore(10);
    const inBody = message(`{"id":"${A}"}`);
    const inHeader = message('', [['ce-id', `x-${A}-y`]]);
    store.add(inBody);
    store.add(inHeader);
    store.add(message('', [[A, 'in a name, which does not count']]));
    expect(store.count(A)).toBe(2);
    expect(store.take(A)).toEqual([inBody, inHeader]);
    expect(store.take(A)).toEqual([]);
  });

  it('finds a token in the key of a record, whose bytes count too', () => {
    const store = createTokenStore(10, 100);
    const inKey: SinkMessage = {
      binding: 'kafka',
      headers: [],
      body: new Uint8Array(),
      key: Buffer.from(`k-${A}`.padEnd(60)),
    };
    store.add(inKey);
    expect([store.count(A), store.take(A)]).toEqual([1, [inKey]]);
    store.add(inKey);
    store.add({ ...inKey, key: Buffer.from(B.padEnd(60)) });
    expect([store.count(A), store.count(B), store.dropped]).toEqual([0, 1, 1]);
    // More look-alikes than are filed: then the key is searched.
    const many = Array.from({ length: 100 }, (_, index) => `t${String(index).padStart(12, '0')}`).join(' ');
    store.add({ ...inKey, key: Buffer.from(`${many} ${A}`) });
    expect(store.count(A)).toBe(1);
  });

  it('finds tokens that run into each other or into other letters', () => {
    for (const body of [`${A}${B}`, `tttttttt${A}`, `nott${B}${A}zzzz`, `tt0${A}`]) {
      const store = createTokenStore(10);
      store.add(message(body));
      expect(store.count(A), body).toBe(1);
    }
  });

  it('drops the oldest when the bodies come to more bytes than it may hold, and counts them', () => {
    const store = createTokenStore(10, 100);
    store.add(message(A.padEnd(60, ' ')));
    store.add(message(B.padEnd(60, ' ')));
    expect([store.count(A), store.count(B), store.dropped]).toEqual([0, 1, 1]);
    // What was taken out makes room.
    store.take(B);
    store.add(message(A.padEnd(90, ' ')));
    expect([store.count(A), store.dropped]).toEqual([1, 1]);
  });

  it('keeps the newest message even when it is larger than all that it may hold', () => {
    const store = createTokenStore(10, 100);
    store.add(message(A.padEnd(500, ' ')));
    expect([store.count(A), store.dropped]).toEqual([1, 0]);
  });

  it('takes a message with two tokens once', () => {
    const store = createTokenStore(10);
    store.add(message(`${A} ${B}`));
    expect(store.take(B)).toHaveLength(1);
    expect(store.count(A)).toBe(0);
  });

  it('finds a token among more look-alikes than it files', () => {
    const store = createTokenStore(10);
    const crowded = message(
      `${'t'.repeat(20)}${Array.from({ length: 200 }, (_, index) => `t${String(index).padStart(12, '0')}`).join(' ')} ${A}`,
    );
    const plain = message(A);
    store.add(crowded);
    store.add(plain);
    expect(store.count(A)).toBe(2);
    expect(store.take(A)).toEqual([crowded, plain]);
    expect(store.count('t000000000199')).toBe(0);
  });

  it('searches for texts of any other form', () => {
    const store = createTokenStore(10);
    store.add(message('caf\u00e9 one'));
    store.add(message('two', [['ce-subject', 'one']]));
    expect(store.take('one')).toHaveLength(2);
  });

  it('drops the oldest beyond its capacity, and counts them', () => {
    const store = createTokenStore(2);
    for (const body of [`1 ${A}`, `2 ${A}`, `3 ${A}`]) store.add(message(body));
    expect(store.dropped).toBe(1);
    expect(store.take(A).map(({ body }) => Buffer.from(body).toString()[0])).toEqual(['2', '3']);
  });

  it('finds each of thousands without searching the others', () => {
    const store = createTokenStore(30_000);
    const tokens = Array.from({ length: 30_000 }, (_, index) => `t${String(index).padStart(12, '0')}`);
    for (const token of tokens) store.add(message(`{"id":"${token}","data":"${'x'.repeat(200)}"}`));
    // Searching would look at 900 million bodies here, and run into the time limit of the test.
    expect(tokens.every((token) => store.take(token).length === 1)).toBe(true);
  });
});
