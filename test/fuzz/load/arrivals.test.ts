import { describe, expect, onTestFinished, test } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { type Arrivals, createArrivals } from '../../../src/fuzz/load/arrivals.js';
import type { Emerged } from '../../../src/fuzz/load/came-out.js';
import { createWaitingStore, type WaitingStore } from '../../../src/target/waiting-store.js';

const [A, B, C] = ['taaaaaaaaaaaa', 'tbbbbbbbbbbbb', 'tcccccccccccc'] as const;

function open(timeoutMs = 3_600_000): { readonly arrivals: Arrivals; readonly store: WaitingStore; abort(): void } {
  const store = createWaitingStore(100);
  onTestFinished(() => store.close());
  const controller = new AbortController();
  const arrivals = createArrivals({ sink: store, timeoutMs, signal: controller.signal });
  return { arrivals, store, abort: () => controller.abort() };
}

const eventOf = (id: string, subject = 's'): CloudEvent => ({
  attributes: new Map([
    ['specversion', '1.0'],
    ['id', id],
    ['source', '/s'],
    ['type', 't'],
    ['subject', subject],
  ]),
});

const arrive = (store: WaitingStore, ...ids: readonly string[]): void =>
  store.arrive({
    ...encodeHttp(
      ids.map((id) => eventOf(id)),
      ids.length === 1 ? 'binary' : 'batch',
    ),
    method: 'POST',
    path: '/',
  });

const idsOf = (emerged: readonly Emerged[]): readonly unknown[] =>
  emerged.map((one) => (one.kind === 'event' ? one.event.attributes.get('id') : one.kind));

describe('what arrives', () => {
  test('before it is waited for is there', async () => {
    const { arrivals, store } = open();
    arrive(store, A);
    expect(idsOf(await arrivals.waitFor(A))).toEqual([A]);
  });

  test('while it is waited for wakes who waits', async () => {
    const { arrivals, store } = open();
    const waiting = arrivals.waitFor(A);
    arrive(store, B);
    arrive(store, A);
    expect(idsOf(await waiting)).toEqual([A]);
    expect(idsOf(await arrivals.waitFor(B))).toEqual([B]);
  });

  test('in a batch is handed to all who wait for it, and to those who will', async () => {
    const { arrivals, store } = open();
    const waiting = [arrivals.waitFor(A), arrivals.waitFor(B)];
    arrive(store, A, B, C);
    expect((await Promise.all(waiting)).map(idsOf)).toEqual([[A], [B]]);
    expect(idsOf(await arrivals.waitFor(C))).toEqual([C]);
  });

  test('twice is there twice, in a batch and by itself', async () => {
    const { arrivals, store } = open();
    arrive(store, A, B, B);
    arrive(store, B);
    expect(idsOf(await arrivals.waitFor(A))).toEqual([A]);
    expect(idsOf(await arrivals.waitFor(B))).toEqual([B, B, B]);
    expect(await arrivals.look(B)).toEqual([]);
  });

  test('alone, with another id, is for whose token is in it', async () => {
    const { arrivals, store } = open();
    arrive(store, `${A}-altered`);
    expect(idsOf(await arrivals.waitFor(A))).toEqual([`${A}-altered`]);
  });

  test('alone, with the id of another, is for whose token is in it as well', async () => {
    const { arrivals, store } = open();
    store.arrive({ ...encodeHttp([eventOf(B, A)], 'binary'), method: 'POST', path: '/' });
    expect(idsOf(await arrivals.waitFor(A))).toEqual([B]);
  });
});

describe('what does not arrive', () => {
  test('is waited for until the time is over', async () => {
    expect(await open(1).arrivals.waitFor(A)).toEqual([]);
  });

  test('is waited for until the signal fires', async () => {
    const { arrivals, abort } = open();
    const waiting = arrivals.waitFor(A);
    abort();
    expect(await waiting).toEqual([]);
    expect(await arrivals.waitFor(B)).toEqual([]);
  });
});
