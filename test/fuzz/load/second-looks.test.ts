import { expect, test } from 'vitest';
import type { Emerged } from '../../../src/fuzz/load/came-out.js';
import { createSecondLooks } from '../../../src/fuzz/load/second-looks.js';
import { createTally, type Tally } from '../../../src/fuzz/load/tally.js';

const EVENT: Emerged = { kind: 'event', event: { attributes: new Map() }, mode: 'binary' };

/** `there`: how many came for each token in the meantime. `looked`: the tokens that were looked at. */
function open(there: Readonly<Record<string, number>>) {
  const tally: Tally = createTally(true);
  const looked: string[] = [];
  const looks = createSecondLooks(
    {
      look: (token) => {
        looked.push(token);
        return Promise.resolve(Array.from({ length: there[token] ?? 0 }, () => EVENT));
      },
    },
    tally,
    1000,
  );
  const lose = (token: string, now: number): void => {
    tally.emerged({ kind: 'nothing' });
    looks.add(token, 'missing', now);
  };
  return { tally, looks, looked, lose };
}

test('what was missing and came after all is overdue, and no loss', async () => {
  const { tally, looks, lose } = open({ late: 1 });
  lose('late', 0);
  lose('gone', 0);
  await looks.finish();
  expect(tally.result()).toMatchObject({ lost: 1, overdue: 1, duplicated: 0 });
});

test('further copies are duplicates', async () => {
  const { tally, looks, lose } = open({ one: 2, late: 3 });
  looks.add('one', 'came', 0);
  lose('late', 0);
  await looks.finish();
  expect(tally.result()).toMatchObject({ lost: 0, overdue: 1, duplicated: 4 });
});

test('each is looked at once, when its time has come', async () => {
  const { looks, looked } = open({});
  looks.add('first', 'came', 0);
  looks.add('second', 'came', 500);
  await looks.lookAt(999);
  expect(looked).toEqual([]);
  await looks.lookAt(1000);
  expect(looked).toEqual(['first']);
  await looks.finish();
  await looks.finish();
  expect(looked).toEqual(['first', 'second']);
});

test('of many the oldest are looked at before their time, so that they are never too many', async () => {
  const { looks, looked } = open({});
  for (let index = 0; index < 5000; index++) looks.add(`t${index}`, 'came', 0);
  await looks.lookAt(1);
  expect(looked).toHaveLength(5000 - 4096);
  expect(looked[0]).toBe('t0');
});
