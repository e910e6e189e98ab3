import { describe, expect, test } from 'vitest';
import type { SinkMessage } from '../../src/target/types.js';
import { createWaitingStore } from '../../src/target/waiting-store.js';

const TOKEN = 't00000000000a';
const record = (key: string): SinkMessage => ({
  binding: 'kafka',
  headers: [],
  body: new Uint8Array(),
  key: Buffer.from(key),
});

describe('createWaitingStore', () => {
  test('wakes who waits when enough is there, and not before', async () => {
    const store = createWaitingStore(10);
    const waiting = store.take(TOKEN, { count: 2, timeoutMs: 60_000 });
    store.arrive(record(TOKEN));
    store.arrive(record('another'));
    store.arrive(record(`2 ${TOKEN}`));
    expect(await waiting).toEqual([record(TOKEN), record(`2 ${TOKEN}`)]);
  });

  test('gives what is there when the time is over, with the signal, and at its end', async () => {
    const store = createWaitingStore(10);
    store.arrive(record(TOKEN));
    expect(await store.take(TOKEN, { count: 2, timeoutMs: 1 })).toHaveLength(1);
    expect(await store.take(TOKEN, { count: 1, timeoutMs: 60_000, signal: AbortSignal.abort() })).toEqual([]);
    const abort = new AbortController();
    const aborted = store.take(TOKEN, { count: 1, timeoutMs: 60_000, signal: abort.signal });
    abort.abort();
    expect(await aborted).toEqual([]);
    const waiting = store.take(TOKEN, { count: 1, timeoutMs: 60_000 });
    store.close();
    expect(await waiting).toEqual([]);
    expect(await store.take(TOKEN, { count: 1, timeoutMs: 60_000 })).toEqual([]);
  });

  test('has room for so many, and counts what it dropped', async () => {
    const store = createWaitingStore(1);
    store.arrive(record(`old ${TOKEN}`));
    store.arrive(record(`new ${TOKEN}`));
    expect(store.dropped).toBe(1);
    expect(await store.take(TOKEN, { count: 1, timeoutMs: 0 })).toEqual([record(`new ${TOKEN}`)]);
  });
});
