// The command with real engines: the built reference, and the same with faults, each behind an adapter of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type InteropCesqlFlags, interopCesql } from '../../../src/cli/commands/interop-cesql.js';
import type { SubjectEntry } from '../../../src/cli/subjects-file.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { Cause, CesqlInterop } from '../../../src/report/interop-cesql/types.js';
import { ceConform } from '../helpers/command-line.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { type MemoryIo, memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { engine } from '../interop/helpers/engine-adapter.js';
import { small } from '../interop/helpers/structured-adapter.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const BIN = join(packageRoot(), 'dist', 'src', 'cli', 'bin.js');
/** The reference as it is published. */
const REFERENCE: SubjectEntry = {
  id: 'built',
  sdk: 'built in',
  run: [process.execPath, BIN, 'reference', '--adapter'],
};
const GONE: SubjectEntry = { id: 'gone', sdk: 'npm gone', run: ['./no/such/program'], install: 'get Node 20' };

function listOf(...entries: readonly SubjectEntry[]): string {
  const file = join(folder, 'subjects.yaml');
  writeFileSync(file, stringify(entries));
  return file;
}

async function ran(entries: readonly SubjectEntry[], flags: InteropCesqlFlags = {}, io: MemoryIo = memoryIo()) {
  const exit = await interopCesql(listOf(...entries), { seed: 's', expressions: 300, timeout: 20_000, ...flags }, io);
  return { exit, text: io.stdout(), stderr: io.stderr() };
}

async function resultOf(entries: readonly SubjectEntry[], flags: InteropCesqlFlags = {}) {
  const { exit, text } = await ran(entries, { ...flags, json: true });
  return { exit, result: JSON.parse(text) as CesqlInterop };
}

const line = ({ verdict, construct, what, subjects, example }: Cause): string =>
  `${verdict}: ${subjects.map(({ id }) => id)}: ${construct}, ${what}: ${example.expression}`;

describe('engines without a fault', () => {
  test('agree on everything, in each mode that they declare, which ends with 0', async () => {
    const modes = (['complete', 'fail-fast', 'operator'] as const).map((mode) => engine(mode, { mode }));
    const { exit, result } = await resultOf([REFERENCE, ...modes]);
    expect(result.causes).toEqual([]);
    expect(
      result.subjects.map(({ id, mode, isDeclared, asked, differing }) => [id, mode, isDeclared, asked, differing]),
    ).toEqual([
      ['built', 'operator', true, 300, 0],
      ['complete', 'complete', true, 300, 0],
      ['fail-fast', 'fail-fast', true, 300, 0],
      ['operator', 'operator', true, 300, 0],
    ]);
    expect(exit).toBe(0);
  });

  test('are compared in the mode that agrees most, where they declare none', async () => {
    const { result, exit } = await resultOf([engine('silent', { mode: 'fail-fast', declares: false })]);
    const [silent] = result.subjects;
    expect(silent).toMatchObject({ mode: 'fail-fast', isDeclared: false, differing: 0 });
    expect(silent?.agreement['fail-fast']).toBe(300);
    expect(silent?.agreement.complete).toBeLessThan(300);
    expect(exit).toBe(0);
  });
});

describe('engines with a fault', () => {
  test('show it in its smallest form, as a cause of their own, which ends with 1', async () => {
    const { exit, result } = await resultOf([engine('good'), engine('bad', { fault: 'subtraction' })]);
    const settled = result.causes.filter(({ verdict }) => verdict === 'settled').map(line);
    expect(settled).toContainEqual(
      expect.stringMatching(/^settled: bad: - of .*, another value: (?:FALSE|0|1|2|TRUE) - (?:FALSE|0|1|2|TRUE)$/),
    );
    expect(settled.every((one) => one.startsWith('settled: bad: '))).toBe(true);
    const [cause] = result.causes;
    expect(cause?.example.answers.map(({ id }) => id)).toEqual(['reference', 'good', 'bad']);
    expect(cause?.example.answers[1]?.value).toBe(cause?.example.answers[0]?.value);
    expect(exit).toBe(1);
  });

  test.each([
    ['cast', /no cast error: .*''|no cast error: '/, 'cesql.cast.str-bool-bad'],
    ['order', /^settled: bad: operators without parentheses, read in another order: /, 'cesql.prec.left-logic'],
    [
      'spelling',
      /^settled: bad: the spelling of EXISTS, a parse error: (?!EXISTS)[EeXxIiSsTt]{6}\s/,
      'cesql.lex.keyword-case',
    ],
  ] as const)('of the kind %s are told by what the text says', async (fault, expected, requirement) => {
    const { exit, result } = await resultOf([engine('bad', { fault })], { expressions: 800 });
    const cause = result.causes.find((one) => one.requirement.id === requirement);
    expect(cause && line(cause)).toMatch(expected);
    expect(exit).toBe(1);
  });

  test('in what the text leaves open are no defect, and end with 0', async () => {
    const { exit, result } = await resultOf([engine('wraps', { fault: 'overflow' })], { expressions: 800 });
    expect(result.causes.length).toBeGreaterThan(0);
    expect(result.causes.filter(({ verdict }) => verdict === 'settled').map(line)).toEqual([]);
    expect(result.causes[0]?.positions.map(({ id }) => id)).toContain('A65');
    expect(exit).toBe(0);
  });
});

describe('engines that give no answer', () => {
  test.each([
    // Each death is a program that starts again.
    ['exit', 'the program ends', 'dies', undefined, 12],
    ['throw', 'something thrown beside the errors of the engine', 'throws', 'it <threw>', 120],
    ['refuse', 'no evaluation', 'refuses', 'it answers unsupported, and its hello claims evaluate:cesql', 120],
    ['break', 'an answer that breaks the adapter protocol', 'protocol', 'breaks the protocol', 120],
  ] as const)(
    'because they %s have a cause for it, and the rest is asked all the same',
    async (does, what, how, reason, expressions) => {
      const { exit, result } = await resultOf([engine('bad', { on: '%', does })], { expressions });
      expect(result.causes.map((cause) => [cause.what, cause.how])).toEqual(result.causes.map(() => [what, how]));
      expect(result.causes.length).toBeGreaterThan(0);
      const [cause] = result.causes;
      expect(cause?.example.expression).toContain('%');
      expect(cause?.example.expression.length).toBeLessThan(16);
      if (reason !== undefined) expect(cause?.example.answers.at(-1)?.failure).toContain(reason);
      expect(result.subjects[0]).toMatchObject({ asked: expressions });
      expect(exit).toBe(1);
    },
    120_000,
  );

  test('in time have a cause for it', async () => {
    const slow = engine('slow', { on: '1st', does: 'hang' });
    const { result } = await resultOf([slow], { expressions: 20, timeout: 500 });
    expect(result.causes.length).toBeGreaterThan(0);
    expect(result.causes.map(({ how }) => how)).toEqual(result.causes.map(() => 'hangs'));
    expect(result.causes[0]?.example.expression).toContain('1st');
    expect(result.causes[0]?.requirement.id).toBe('cesql.err.total');
  }, 120_000);
});

describe('who takes part', () => {
  test('is who claims an engine; whoever does not is no loss', async () => {
    const { exit, result } = await resultOf([engine('one'), small('no-engine')], { expressions: 20 });
    expect(result.subjects.map(({ id }) => id)).toEqual(['one']);
    expect(exit).toBe(0);
  });

  test('is named where it does not run, which is no success', async () => {
    const { exit, text, stderr } = await ran([engine('one'), GONE], { expressions: 20 });
    expect(stderr).toContain('not run: gone: failed to start "./no/such/program"');
    expect(text).toContain('- **Not run:** `gone` (`npm gone`): ');
    expect(exit).toBe(3);
  });

  test('has to be somebody', async () => {
    expect((await ran([small('no-engine')], { expressions: 5 })).exit).toBe(3);
    expect((await ran([engine('one'), GONE], { only: ['gone'], expressions: 5 })).exit).toBe(3);
    expect((await diagnosticOf(() => ran([engine('one')], { only: ['two'] }))).exit).toBe(2);
  });
});

describe('the result', () => {
  test('is the same for a seed, but for the run', async () => {
    const once = async () => (await resultOf([engine('bad', { fault: 'subtraction' })], { expressions: 100 })).result;
    const [a, b] = [await once(), await once()];
    expect({ ...a, run: undefined }).toEqual({ ...b, run: undefined });
    expect(a.run).toMatchObject({ seed: 's', expressions: 100, timeoutMs: 20_000 });
  });

  test('fits its schema, and goes into files by their ending', async () => {
    const files = ['a.md', 'a.html', 'a.json'].map((name) => join(folder, name));
    const { exit, text } = await ran([engine('bad', { fault: 'subtraction' })], { output: files });
    expect({ exit, text }).toEqual({ exit: 1, text: '' });
    const [markdown = '', html = '', json = ''] = files.map((file) => readFileSync(file, 'utf8'));
    expect(markdown).toMatch(/^# Engines of CESQL side by side\n/);
    expect(html).toMatch(/^\s*<!doctype html>/);
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'interop-cesql.schema.json'), 'utf8'));
    expect(new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)(JSON.parse(json))).toBe(true);
  });

  test('is written when it is interrupted, and says so', async () => {
    const io = memoryIo();
    io.interrupt();
    const { exit, text } = await ran([engine('one')], {}, io);
    expect(exit).toBe(3);
    expect(text === '' || text.includes('interrupted')).toBe(true);
  });

  test('comes from the command line', async () => {
    listOf(REFERENCE);
    const { exit, stdout, stderr } = await ceConform(
      ['interop', 'subjects.yaml', '--cesql', '--expressions', '50', '--seed', '1', '-q'],
      folder,
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('1 engine and the reference, 50 generated expressions: all agree.');
  });
});
