import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type AbortWatcher, unwatchAbort, watchAbort } from '../../src/target/abort-watch.js';

function watcher(onAbort: () => void = () => {}): AbortWatcher & { readonly told: () => number } {
  let count = 0;
  return {
    onAbort: () => {
      count++;
      onAbort();
    },
    told: () => count,
  };
}

describe('watching a signal', () => {
  test('everybody who waits is told, once', () => {
    const controller = new AbortController();
    const all = [watcher(), watcher(), watcher()];
    for (const one of all) watchAbort(controller.signal, one);
    controller.abort();
    controller.abort();
    expect(all.map(({ told }) => told())).toEqual([1, 1, 1]);
  });

  test('who was taken out is not told', () => {
    const controller = new AbortController();
    const [stays, goes] = [watcher(), watcher()];
    watchAbort(controller.signal, stays);
    watchAbort(controller.signal, goes);
    unwatchAbort(controller.signal, goes);
    controller.abort();
    expect([stays.told(), goes.told()]).toEqual([1, 0]);
  });

  test('who takes itself out while being told keeps nobody from being told', () => {
    const controller = new AbortController();
    const first = watcher(() => unwatchAbort(controller.signal, first));
    const second = watcher();
    watchAbort(controller.signal, first);
    watchAbort(controller.signal, second);
    controller.abort();
    expect([first.told(), second.told()]).toEqual([1, 1]);
  });

  test('ten thousand watchers are one listener, and signals do not mix', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const mine = watcher();
    for (let index = 0; index < 10_000; index++) watchAbort(one.signal, watcher());
    watchAbort(other.signal, mine);
    expect(getEventListeners(one.signal, 'abort')).toHaveLength(1);
    one.abort();
    expect(mine.told()).toBe(0);
  });

  test('nothing is left on the signal when nobody waits any more, and somebody may wait again', () => {
    const controller = new AbortController();
    const one = watcher();
    watchAbort(controller.signal, one);
    unwatchAbort(controller.signal, one);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    watchAbort(controller.signal, one);
    controller.abort();
    expect(one.told()).toBe(1);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  test('taking out somebody who never waited does nothing', () => {
    expect(() => unwatchAbort(new AbortController().signal, watcher())).not.toThrow();
  });
});
