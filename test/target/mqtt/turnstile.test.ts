import { expect, it } from 'vitest';
import { createTurnstile, type Turnstile } from '../../../src/target/mqtt/turnstile.js';

/** Who is inside, by name, and how each gets out. */
function visitors(turnstile: Turnstile) {
  const inside = new Map<string, () => void>();
  const gone = new Set<string>();
  return {
    come(name: string, isAlone = false): void {
      turnstile.pass(
        isAlone,
        () => gone.has(name),
        (leave) => inside.set(name, leave),
      );
    },
    leave(name: string): void {
      const leave = inside.get(name) ?? expect.fail(`${name} is not inside`);
      inside.delete(name);
      leave();
    },
    giveUp: (name: string) => gone.add(name),
    names: (): string => [...inside.keys()].join(''),
  };
}

it('lets so many in at a time', () => {
  const { come, leave, names } = visitors(createTurnstile(2));
  for (const name of 'abcd') come(name);
  expect(names()).toBe('ab');
  leave('b');
  expect(names()).toBe('ac');
  leave('a');
  expect(names()).toBe('cd');
});

it('lets somebody in alone, before those who came later', () => {
  const { come, leave, names } = visitors(createTurnstile(3));
  for (const name of 'ab') come(name);
  come('X', true);
  come('c');
  expect(names()).toBe('ab');
  leave('a');
  expect(names()).toBe('b');
  leave('b');
  expect(names()).toBe('X');
  come('Y', true);
  leave('X');
  expect(names()).toBe('c');
  leave('c');
  expect(names()).toBe('Y');
  come('d');
  expect(names()).toBe('Y');
  leave('Y');
  expect(names()).toBe('d');
});

it('does not wait for who gave up', () => {
  const { come, leave, giveUp, names } = visitors(createTurnstile(1));
  for (const name of 'abc') come(name);
  come('X', true);
  come('d');
  for (const name of 'bX') giveUp(name);
  leave('a');
  expect(names()).toBe('c');
  leave('c');
  expect(names()).toBe('d');
});

it('takes more, or fewer, when it is told to', () => {
  const turnstile = createTurnstile(1);
  const { come, leave, names } = visitors(turnstile);
  for (const name of 'abcd') come(name);
  turnstile.resize(3);
  expect(names()).toBe('abc');
  turnstile.resize(1);
  leave('a');
  leave('b');
  expect(names()).toBe('c');
  leave('c');
  expect(names()).toBe('d');
});

it('lets many through one after the other without growing the stack', () => {
  const turnstile = createTurnstile(1);
  let passed = 0;
  const held: (() => void)[] = [];
  turnstile.pass(
    false,
    () => false,
    (leave) => held.push(leave),
  );
  for (let count = 0; count < 20_000; count++) {
    turnstile.pass(
      false,
      () => false,
      (leave) => {
        passed += 1;
        leave();
      },
    );
  }
  held[0]?.();
  expect(passed).toBe(20_000);
});
