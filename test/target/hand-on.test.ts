import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { handOn } from '../../src/target/hand-on.js';

it('hands on what came in one turn behind it, all together and in order', async () => {
  const handed: string[] = [];
  const take = (value: string): number => handed.push(value);
  handOn(take, 'first');
  handOn(take, 'second');
  await Promise.resolve();
  expect(handed).toEqual([]);
  await nextTurn();
  expect(handed).toEqual(['first', 'second']);
  handOn(take, 'third');
  await nextTurn();
  expect(handed).toEqual(['first', 'second', 'third']);
});

it('hands on in the next turn what is given to it meanwhile', async () => {
  const handed: string[] = [];
  handOn((value) => handOn((inner: string) => handed.push(inner), `${value} again`), 'once');
  await nextTurn();
  expect(handed).toEqual([]);
  await nextTurn();
  expect(handed).toEqual(['once again']);
});
