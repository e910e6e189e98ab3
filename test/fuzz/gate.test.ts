import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/fuzz/gate.js';

interface Work {
  readonly run: () => Promise<string>;
  readonly end: () => void;
}

/** Work that writes down when it begins and ends, and ends when the test says so. */
function work(name: string, log: string[]): Work {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    run: async () => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
      return name;
    },
    end,
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await nextTurn();
}

describe('createGate', () => {
  it('lets many through at once, and gives what they give', async () => {
    const [gate, log] = [createGate(), [] as string[]];
    const [a, b] = [work('a', log), work('b', log)];
    const both = Promise.all([gate.among(a.run), gate.among(b.run)]);
    await settle();
    expect(log).toEqual(['a begins', 'b begins']);
    b.end();
    a.end();
    expect(await both).toEqual(['a', 'b']);
  });

  it('lets one thing alone wait for what is under way, and everything else wait for it', async () => {
    const [gate, log] = [createGate(), [] as string[]];
    const [a, b, alone, late] = ['a', 'b', 'alone', 'late'].map((name) => work(name, log)) as [Work, Work, Work, Work];
    const all = [gate.among(a.run), gate.among(b.run), gate.alone(alone.run), gate.among(late.run)];
    a.end();
    await settle();
    expect(log).toEqual(['a begins', 'b begins', 'a ends']);
    b.end();
    await settle();
    expect(log.at(-1)).toBe('alone begins');
    late.end();
    await settle();
    expect(log.at(-1)).toBe('alone begins');
    alone.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'alone', 'late']);
    expect(log.slice(-4)).toEqual(['alone begins', 'alone ends', 'late begins', 'late ends']);
  });

  it('lets those that want to be alone through one after the other, before all others', async () => {
    const [gate, log] = [createGate(), [] as string[]];
    const works = ['a', 'one', 'two', 'late'].map((name) => work(name, log)) as [Work, Work, Work, Work];
    const [a, one, two, late] = works;
    const all = [gate.among(a.run), gate.alone(one.run), gate.alone(two.run), gate.among(late.run)];
    for (const { end } of works) end();
    await Promise.all(all);
    expect(log.filter((line) => line.endsWith('begins'))).toEqual([
      'a begins',
      'one begins',
      'two begins',
      'late begins',
    ]);
    expect(log.indexOf('one ends')).toBeLessThan(log.indexOf('two begins'));
  });

  it('lets one alone begin at once where nothing is under way', async () => {
    const gate = createGate();
    expect(await gate.alone(async () => 1)).toBe(1);
    expect(await gate.among(async () => 2)).toBe(2);
  });

  it('is not locked by work that fails', async () => {
    const gate = createGate();
    const failing = () => Promise.reject(new Error('it failed'));
    await expect(gate.among(failing)).rejects.toThrow('it failed');
    await expect(gate.alone(failing)).rejects.toThrow('it failed');
    expect(await Promise.all([gate.alone(async () => 1), gate.among(async () => 2)])).toEqual([1, 2]);
  });

  it('keeps one alone among a crowd that never stops', async () => {
    const gate = createGate();
    let [running, isAlone, seen] = [0, false, 0];
    const trial = () =>
      gate.among(async () => {
        running += 1;
        expect(isAlone).toBe(false);
        await nextTurn();
        running -= 1;
      });
    const crowd = Array.from({ length: 8 }, async (_, who) => {
      for (let round = 0; round < 12; round++) {
        await trial();
        if (round % 4 !== who % 4) continue;
        await gate.alone(async () => {
          expect(running).toBe(0);
          isAlone = true;
          await nextTurn();
          isAlone = false;
          seen += 1;
        });
      }
    });
    await Promise.all(crowd);
    expect(seen).toBe(24);
  });
});
