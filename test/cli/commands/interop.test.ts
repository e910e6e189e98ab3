// The command with real programs: the adapter of an SDK, and small ones with faults.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type InteropFlags, interop } from '../../../src/cli/commands/interop.js';
import type { SubjectEntry } from '../../../src/cli/subjects-file.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { Cell, Interop } from '../../../src/report/interop/types.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { type MemoryIo, memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { small } from '../interop/helpers/structured-adapter.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const GONE: SubjectEntry = { id: 'gone', sdk: 'npm gone', run: ['./no/such/program'], install: 'get Node 20' };

function listOf(...entries: readonly SubjectEntry[]): string {
  const file = join(folder, 'subjects.yaml');
  writeFileSync(file, stringify(entries));
  return file;
}

async function ran(entries: readonly SubjectEntry[], flags: InteropFlags = {}, io: MemoryIo = memoryIo()) {
  const exit = await interop(listOf(...entries), { seed: 's', events: 10, timeout: 20_000, ...flags }, io);
  return { exit, text: io.stdout(), stderr: io.stderr() };
}

async function resultOf(entries: readonly SubjectEntry[], flags: InteropFlags = {}) {
  const { exit, text } = await ran(entries, { ...flags, json: true });
  return { exit, result: JSON.parse(text) as Interop };
}

function cell({ modes }: Interop, encoder: string, decoder: string): Cell {
  const rows = modes.find(({ mode }) => mode === 'structured')?.rows ?? [];
  const found = rows.find((row) => row.encoder === encoder)?.cells.find((one) => one.decoder === decoder);
  if (found === undefined) throw new Error(`no cell ${encoder} ${decoder}`);
  return found;
}

const causes = ({ causes: all }: Interop) =>
  all.map(({ side, subjects, what }) => `${subjects} ${side}: ${what}`).sort();

describe('programs without a fault', () => {
  test('lose nothing, which ends with 0', async () => {
    const { exit, result } = await resultOf([small('one'), small('two')]);
    expect(causes(result)).toEqual([]);
    expect(result.subjects.map(({ id }) => id)).toEqual(['reference', 'one', 'two']);
    expect(cell(result, 'one', 'two')).toMatchObject({
      outcome: 'kept',
      kept: cell(result, 'reference', 'reference').of,
    });
    expect(exit).toBe(0);
  });

  test('give equal results for one seed, but for the run', async () => {
    const [a, b] = [await resultOf([small('one'), small('two')]), await resultOf([small('one'), small('two')])];
    expect({ ...a.result, run: undefined }).toEqual({ ...b.result, run: undefined });
  });
});

describe('programs with a fault', () => {
  test('lose it in their own row or column, on their own side, which ends with 1', async () => {
    const { exit, result } = await resultOf([
      small('good'),
      small('drops', 'drops-subject'),
      small('upper', 'upper-case'),
    ]);
    expect(causes(result)).toEqual(['drops encoder: subject lost', 'upper decoder: id changed']);
    expect(cell(result, 'good', 'good').outcome).toBe('kept');
    expect(cell(result, 'drops', 'good').lost.map(({ event }) => event)).toContain('emoji in subject');
    expect(cell(result, 'reference', 'upper').lost[0]?.losses[0]).toMatchObject({
      name: 'id',
      told: '"told-1"',
      seen: '"TOLD-1"',
    });
    expect(exit).toBe(1);
  });

  test('that refuse have their reason told', async () => {
    const { result } = await resultOf([small('good'), small('refuses', 'refuses-subject')]);
    expect(causes(result)).toEqual(['refuses decoder: a message with a valid event refused']);
    expect(cell(result, 'good', 'refuses').lost.find(({ event }) => event === 'emoji in subject')?.losses).toEqual([
      { kind: 'refused', by: 'decoder', reason: 'no subject, please', side: 'decoder' },
    ]);
  });

  test('that die of an event are started again, and lose that event alone', async () => {
    const { result } = await resultOf([small('dies', 'dies')], { events: 0 });
    const { lost, of } = cell(result, 'reference', 'dies');
    expect(lost).toEqual([
      {
        event: 'emoji in subject',
        losses: [expect.objectContaining({ kind: 'failed', by: 'decoder', code: 'closed', side: 'decoder' })],
      },
    ]);
    expect(of).toBe(cell(result, 'reference', 'reference').of);
  });

  test('that hang on an event have a timeout there', async () => {
    const { result } = await resultOf([small('hangs', 'hangs')], { events: 0, timeout: 2000 });
    expect(cell(result, 'reference', 'hangs').lost).toEqual([
      {
        event: 'emoji in subject',
        losses: [
          { kind: 'failed', by: 'decoder', code: 'timeout', message: 'no reply within 2000 ms', side: 'decoder' },
        ],
      },
    ]);
  });
});

describe('subjects that do not run', () => {
  test('are named with what they need; without losses that is no success', async () => {
    const { exit, text, stderr } = await ran([small('one'), small('two'), GONE]);
    expect(exit).toBe(3);
    expect(stderr).toContain('not run: gone: failed to start "./no/such/program"');
    expect(stderr).toContain('it needs: get Node 20');
    expect(text).toContain('- **Not run:** `gone` (`npm gone`): ');
  });

  test('leave the losses of the others what they are', async () => {
    expect((await ran([small('one'), small('drops', 'drops-subject'), GONE])).exit).toBe(1);
  });

  test('until fewer than two are left: the table is made, and ends with 3', async () => {
    const { exit, text } = await ran([small('drops', 'drops-subject'), GONE]);
    expect(text).toContain('drops, as encoder');
    expect(exit).toBe(3);
  });

  test('one alone that was asked for is compared with the reference', async () => {
    expect((await ran([small('one'), GONE], { only: ['one'] })).exit).toBe(0);
    expect((await ran([small('one'), small('drops', 'drops-subject')], { only: ['drops'] })).exit).toBe(1);
    expect((await ran([small('one'), GONE], { only: ['gone'] })).exit).toBe(3);
  });
});

describe('the result', () => {
  const pair = () => [small('one'), small('drops', 'drops-subject')];

  test('is Markdown on standard output, and says the seed', async () => {
    const { text } = await ran(pair());
    expect(text).toMatch(/^# CloudEvents interoperability\n/);
    expect(text).toContain('with the seed `s`.');
  });

  test('is JSON that its schema describes', async () => {
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'interop.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    const { result } = await resultOf([...pair(), GONE]);
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  });

  test('goes to files, and then not to standard output', async () => {
    const [page, text] = [join(folder, 'out', 'i.html'), join(folder, 'out', 'i.md')];
    expect((await ran(pair(), { output: [page, text] })).text).toBe('');
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(text, 'utf8')).toMatch(/^# /);
  });

  test('of an interrupted run holds what was seen until then', async () => {
    const io = memoryIo();
    const marker = join(folder, 'waiting');
    const running = ran([small('one'), small('waits', `waits=${marker}`)], { timeout: 60_000 }, io);
    await expect.poll(() => existsSync(marker), { timeout: 20_000 }).toBe(true);
    io.interrupt();
    const { exit, text } = await running;
    expect(text).toContain('**Stopped early:** `interrupted`.');
    expect(exit).toBe(3);
  });
});

describe('usage errors', () => {
  test('an unknown subject, and a list that is wrong', async () => {
    const list = listOf(small('one'));
    expect(await diagnosticOf(() => interop(list, { only: ['two'] }, memoryIo()))).toMatchObject({
      code: 'subjects.unknown',
      exit: 2,
    });
    writeFileSync(list, '- id: one\n');
    expect(await diagnosticOf(() => interop(list, {}, memoryIo()))).toMatchObject({
      code: 'subjects.invalid',
      exit: 2,
    });
  });

  test('an output without a form is found before anything runs', async () => {
    const io = memoryIo();
    expect(await diagnosticOf(() => interop(listOf(GONE), { output: ['page.txt'] }, io))).toMatchObject({
      code: 'output.format',
    });
    expect(io.stderr()).toBe('');
  });
});

describe('a real SDK, behind adapters/javascript', () => {
  const adapter = join(packageRoot(), 'adapters', 'javascript');
  beforeAll(() => {
    if (existsSync(join(adapter, 'node_modules', 'cloudevents'))) return;
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: adapter, stdio: 'ignore' });
  });
  const sdk: SubjectEntry = { id: 'sdk', sdk: 'npm cloudevents', run: [process.execPath, join(adapter, 'adapter.js')] };

  test('loses what it is known to lose, each on its side', async () => {
    const { exit, result } = await resultOf([sdk, small('one')], { events: 0 });
    expect(exit).toBe(1);
    // The findings of adapters/javascript say why.
    expect(causes(result)).toEqual(
      expect.arrayContaining([
        'sdk decoder: subject changed',
        'sdk decoder: time added',
        'sdk encoder: subject changed',
        'sdk encoder: time added',
      ]),
    );
    expect(result.causes.filter(({ subjects }) => subjects[0] === 'one' && subjects.length === 1)).toEqual([]);
    const binary = result.modes.find(({ mode }) => mode === 'binary')?.rows;
    expect(binary?.map(({ encoder }) => encoder)).toEqual(['reference', 'sdk']);
    expect(binary?.[0]?.cells[1]?.lost.map(({ event }) => event)).toContain('emoji in subject');
  });
});
