// The long run, kept short; and that it tells what is wrong, with an engine that is.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import type { CesqlValue, ErrorMode } from '../../../src/cesql/types.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { CloudEvent } from '../../../src/event/types.js';

interface Came {
  readonly value: unknown;
  readonly errors: readonly { readonly kind: string; readonly message?: string }[];
}
interface Result {
  readonly done: number;
  readonly heap: Readonly<Record<string, number>>;
  readonly failure?: { readonly expression: string; readonly message: string; readonly path: string };
}
interface Soak {
  soak(options: {
    count: number;
    seed: number;
    evaluate?: (text: string, event: CloudEvent, mode: ErrorMode) => Came;
  }): Result;
  verdict(result: object): { readonly lines: readonly string[]; readonly holds: boolean };
}

const load = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(join(packageRoot(), 'scripts', 'soak', name)).href)) as T;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
const run = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const script = join(packageRoot(), 'scripts', 'soak.mjs');
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

describe('the script', () => {
  test('evaluates twenty thousand expressions, with a flat heap', async () => {
    const { code, stdout } = await run('cesql', '--count', '20000', '--seed', '1');
    expect(stdout).toMatch(/^seed 1: 20000 of 20000 expressions in 3 modes, \d+ a second\n✔ nothing thrown/);
    expect(stdout).toMatch(/✔ the heap stays flat: beginning [\d.]+ MiB, middle [\d.]+ MiB, end [\d.]+ MiB\n$/);
    expect(code).toBe(0);
  }, 240_000);

  test.each([
    [[], 'say which one to run: cesql'],
    [['pigeon'], 'say which one to run: cesql'],
    [['cesql', '--count', '0'], '--count takes a whole number from 1 on, not "0"'],
    [['cesql', '--seed', 'x'], '--seed takes a whole number'],
    [['cesql', '--what'], '--what'],
  ])('says what is wrong with %j, and ends with 2', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(stderr).toContain(message);
    expect(stderr).toContain('usage: npm run soak');
    expect(code).toBe(2);
  });

  test('shows how it is used', async () => {
    expect((await run('--help')).stdout).toMatch(/^usage: npm run soak -- cesql/);
  });
});

describe('an engine that is wrong', () => {
  const zero = { value: false, errors: [] };
  const broken = async (evaluate: (text: string, event: CloudEvent, mode: ErrorMode) => Came) => {
    const { soak, verdict } = await load<Soak>('cesql.mjs');
    const result = soak({ count: 2000, seed: 5, evaluate });
    return { ...result, ...verdict({ count: 2000, seed: 5, ms: 1, ...result }) };
  };

  it.each<[string, string, RegExp, (text: string, event: CloudEvent, mode: ErrorMode) => Came]>([
    [
      'throws',
      'in the mode complete it throws Error: no',
      /^.{1,5} \/ .{1,5}$|^'\/'$/,
      (text) => {
        if (text.includes('/')) throw new Error('no');
        return zero;
      },
    ],
    [
      'leaves the range',
      'in the mode complete the value 2147483648 is no Boolean',
      /^EXISTS \w+$/,
      (text) => (/exists/i.test(text) ? { value: 2147483648, errors: [] } : zero),
    ],
    ['has minus zero', 'the value 0 is no', /^FALSE$/, () => ({ value: -0, errors: [] })],
    ['has no value', 'the value undefined is no', /^FALSE$/, () => ({ value: undefined, errors: [] })],
    [
      'has an error of no kind',
      'in the mode operator there is an error of the kind generic: it',
      /^FALSE$/,
      (_, __, mode) => (mode === 'operator' ? { value: false, errors: [{ kind: 'generic', message: 'it' }] } : zero),
    ],
    [
      'has an error in one mode alone',
      'the first error is undefined in one mode, and cast in another',
      /^FALSE$/,
      (_, __, mode) => (mode === 'fail-fast' ? { value: false, errors: [{ kind: 'cast' }] } : zero),
    ],
    [
      'has two values',
      'without an error there are two values, false and true',
      /^FALSE$/,
      (_, __, mode) => ({ value: mode === 'operator', errors: [] }),
    ],
  ])('%s: the smallest expression is told, and where it is', async (_, message, expression, evaluate) => {
    const { failure, lines, holds } = await broken(evaluate);
    expect(holds).toBe(false);
    expect(failure?.message).toContain(message);
    expect(failure?.expression).toMatch(expression);
    expect(lines.join('\n')).toContain(`path        ${failure?.path}`);
    expect(failure?.path).toMatch(/^\d+(?::\d+)*$/);
  });
});

test('a heap that grows is no success, and one that nobody measured is none of ours', async () => {
  const { verdict } = await load<Soak>('cesql.mjs');
  const result = { count: 10, seed: 1, done: 10, ms: 10 };
  const MIB = 1024 * 1024;
  const heap = (end: number) => ({ beginning: 10 * MIB, middle: 11 * MIB, end: end * MIB });
  expect(verdict({ ...result, heap: heap(12) })).toMatchObject({ holds: true });
  const grown = verdict({ ...result, heap: heap(20) });
  expect(grown.holds).toBe(false);
  expect(grown.lines.at(-1)).toBe('✖ the heap grows: beginning 10.0 MiB, middle 11.0 MiB, end 20.0 MiB');
  const unknown: CesqlValue | undefined = undefined;
  const none = { beginning: unknown, middle: unknown, end: unknown };
  expect(verdict({ ...result, heap: none }).lines.at(-1)).toContain('beginning not measured');
});
