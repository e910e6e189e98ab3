import { describe, expect, test } from 'vitest';
import { createInbox } from '../../src/target/inbox.js';
import type { SinkMessage } from '../../src/target/types.js';

const TOKEN = 't00000000000a';
const record = (key: string): SinkMessage => ({
  binding: 'kafka',
  headers: [],
  body: new Uint8Array(),
  key: Buffer.from(key),
});

describe('createInbox', () => {
  test('wakes who waits when enough is there, and not before', async () => {
    const inbox = createInbox();
    const waiting = inbox.take(TOKEN, { count: 2, timeoutMs: 60_000 });
    inbox.arrive(record(TOKEN));
    inbox.arrive(record('another'));
    inbox.arrive(record(`2 ${TOKEN}`));
    expect(await waiting).toEqual([record(TOKEN), record(`2 ${TOKEN}`)]);
  });

  test('gives what is there when the time is over, with the signal, and at its end', async () => {
    const inbox = createInbox();
    inbox.arrive(record(TOKEN));
    expect(await inbox.take(TOKEN, { count: 2, timeoutMs: 1 })).toHaveLength(1);
    expect(await inbox.take(TOKEN, { count: 1, timeoutMs: 60_000, signal: AbortSignal.abort() })).toEqual([]);
    const abort = new AbortController();
    const aborted = inbox.take(TOKEN, { count: 1, timeoutMs: 60_000, signal: abort.signal });
    abort.abort();
    expect(await aborted).toEqual([]);
    const waiting = inbox.take(TOKEN, { count: 1, timeoutMs: 60_000 });
    inbox.close();
    expect(await waiting).toEqual([]);
    expect(await inbox.take(TOKEN, { count: 1, timeoutMs: 60_000 })).toEqual([]);
  });

  test('has room for so many, and counts what it dropped', async () => {
    const inbox = createInbox(1);
    inbox.arrive(record(`old ${TOKEN}`));
    inbox.arrive(record(`new ${TOKEN}`));
    expect(inbox.dropped).toBe(1);
    expect(await inbox.take(TOKEN, { count: 1, timeoutMs: 0 })).toEqual([record(`new ${TOKEN}`)]);
  });
});
