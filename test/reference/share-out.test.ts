import { expect, it } from 'vitest';
import { shareOut } from '../../src/reference/share-out.js';

const never = new AbortController().signal;

/** Hands out promises that the test settles, and notes what was begun. */
function held() {
  const begun: string[] = [];
  const settle = new Map<string, { readonly end: (result: string) => void; readonly fail: (error: Error) => void }>();
  const take = (item: string, done: number): Promise<string> => {
    begun.push(`${item} after ${done}`);
    return new Promise((end, fail) => settle.set(item, { end, fail }));
  };
  return { begun, settle, take };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('gives one item after the other to one hand', async () => {
  const begun: (readonly [string, number])[] = [];
  const take = async (item: string, done: number): Promise<string> => {
    begun.push([item, done]);
    return item.toUpperCase();
  };
  expect(await shareOut(['a', 'b', 'c'], 1, take, never)).toEqual(['A', 'B', 'C']);
  expect(begun).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
});

it('gives the next item to whoever is free, and keeps the order of the items', async () => {
  const { begun, settle, take } = held();
  const all = shareOut(['a', 'b', 'c'], 2, take, never);
  expect(begun).toEqual(['a after 0', 'b after 0']);
  settle.get('b')?.end('B');
  await turn();
  expect(begun).toEqual(['a after 0', 'b after 0', 'c after 1']);
  settle.get('c')?.end('C');
  settle.get('a')?.end('A');
  expect(await all).toEqual(['A', 'B', 'C']);
});

it('begins nothing behind a failure', async () => {
  const { begun, settle, take } = held();
  const all = shareOut(['a', 'b', 'c', 'd'], 2, take, never);
  settle.get('a')?.fail(new Error('broken'));
  await expect(all).rejects.toThrow('broken');
  settle.get('b')?.end('B');
  await turn();
  expect(begun).toHaveLength(2);
});

it('begins nothing behind the end of the signal, and gives what was done until then', async () => {
  const end = new AbortController();
  const { begun, settle, take } = held();
  const all = shareOut(['a', 'b', 'c'], 1, take, end.signal);
  end.abort();
  settle.get('a')?.end('A');
  expect(await all).toEqual(['A']);
  expect(begun).toHaveLength(1);
});

it.each([0, 5])('is content with %d hands', async (hands) => {
  expect(await shareOut(['a', 'b'], hands, async (item) => item, never)).toEqual(['a', 'b']);
  expect(await shareOut([], hands, async (item) => item, never)).toEqual([]);
});
