import { describe, expect, test } from 'vitest';
import { createSlots } from '../../../src/cli/interop/slots.js';

/** A task that ends when it is told to, and what has begun. */
function stage() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    task: (name: string) => () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    },
    end: async (name: string) => {
      ends.get(name)?.();
      await new Promise(setImmediate);
    },
  };
}

const turn = () => new Promise(setImmediate);

describe('together', () => {
  test('so many run, and the next begins when one ends', async () => {
    const { begun, task, end } = stage();
    const slots = createSlots(2);
    const results = ['a', 'b', 'c'].map((name) => slots.together(task(name)));
    await turn();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('a');
    await end('c');
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c']);
  });

  test('one that fails gives its place back', async () => {
    const slots = createSlots(1);
    await expect(slots.together(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await slots.together(async () => 'next')).toBe('next');
  });
});

describe('alone', () => {
  test('waits for all, and holds back who comes later', async () => {
    const { begun, task, end } = stage();
    const slots = createSlots(3);
    void slots.together(task('a'));
    void slots.alone(task('alone'));
    void slots.together(task('b'));
    await turn();
    expect(begun).toEqual(['a']);
    await end('a');
    expect(begun).toEqual(['a', 'alone']);
    await end('alone');
    expect(begun).toEqual(['a', 'alone', 'b']);
    await end('b');
  });
});
