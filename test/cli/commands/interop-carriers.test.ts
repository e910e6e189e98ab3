// The command with real programs: the reference behind an adapter, with and without faults in one carrier.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { InteropFlags } from '../../../src/cli/commands/interop.js';
import { interopCarriers } from '../../../src/cli/commands/interop-carriers.js';
import type { SubjectEntry } from '../../../src/cli/subjects-file.js';
import { CARRIERS } from '../../../src/engine/carriers.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { CarriersInterop } from '../../../src/report/interop-carriers/types.js';
import { ceConform } from '../helpers/command-line.js';
import { type MemoryIo, memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { small } from '../interop/helpers/structured-adapter.js';

const BIN = join(packageRoot(), 'dist', 'src', 'cli', 'bin.js');

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const reference = (id: string, ...faults: readonly string[]): SubjectEntry => ({
  id,
  sdk: 'built in',
  run: [process.execPath, BIN, 'reference', '--adapter', ...faults.flatMap((fault) => ['--fault', fault])],
});

async function ran(entries: readonly SubjectEntry[], flags: InteropFlags = {}, io: MemoryIo = memoryIo()) {
  const file = join(folder, 'subjects.yaml');
  writeFileSync(file, stringify(entries));
  const exit = await interopCarriers(file, { seed: 's', events: 40, timeout: 20_000, quiet: true, ...flags }, io);
  return { exit, text: io.stdout() };
}

async function resultOf(entries: readonly SubjectEntry[], flags: InteropFlags = {}) {
  const { exit, text } = await ran(entries, { ...flags, json: true });
  return { exit, result: JSON.parse(text) as CarriersInterop };
}

test('what keeps the rules agrees with itself in every carrier', async () => {
  const { exit, result } = await resultOf([reference('kept')]);
  expect({ exit, disagreements: result.disagreements }).toEqual({ exit: 0, disagreements: [] });
  for (const { carriers } of result.subjects) {
    expect(carriers.map(({ carrier }) => carrier)).toEqual(CARRIERS);
    for (const { asked, uncarried } of carriers) expect(asked + uncarried).toBe(result.events);
  }
});

describe('a fault in one carrier', () => {
  test('is shown with it, by its event, and as a page', async () => {
    const entries = [reference('faulty', 'kafka.bin.headers-in/extensions-lost')];
    const { exit, result } = await resultOf(entries);
    expect(exit).toBe(1);
    expect(result.disagreements.length).toBeGreaterThan(0);
    for (const { subject, what, where, elsewhere, events, example } of result.disagreements) {
      expect({ subject, where, elsewhere }).toEqual({
        subject: 'faulty',
        where: ['kafka-binary'],
        elsewhere: CARRIERS.filter((carrier) => carrier !== 'kafka-binary'),
      });
      expect(what).toMatch(/extension lost$/);
      expect(example.seen).toMatchObject({ kind: 'attribute', change: 'lost' });
      expect(example).not.toHaveProperty('seenThere');
      expect(events).toContain(example.event);
    }
    expect(result.subjects[1]?.carriers.filter(({ differing }) => differing > 0).map(({ carrier }) => carrier)).toEqual(
      ['kafka-binary'],
    );
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'interop-carriers.schema.json'), 'utf8'));
    expect(new Ajv2020({ strict: true, allowUnionTypes: true }).validate(schema, result)).toBe(true);
    const { text } = await ran(entries);
    expect(text).toContain('1 subject and the reference');
    expect(text).toMatch(/^\| faulty \| string extension lost \| kafka-binary \|/m);
    const page = (await ran(entries, { format: 'html' })).text;
    expect(page).toContain('<td>string extension lost</td><td>kafka-binary</td>');
  });
});

test('a subject that reads one carrier has nothing to disagree with, and only that one is told', async () => {
  const { exit, result } = await resultOf([small('one')]);
  expect(exit).toBe(0);
  expect(result.subjects[1]?.carriers.map(({ carrier }) => carrier)).toEqual(['http-structured']);
});

test('foreign text moves nothing in a page', async () => {
  const evil: SubjectEntry = { ...reference('evil'), sdk: '</td><script>|`' };
  const page = (await ran([evil], { format: 'html' })).text;
  expect(page).not.toContain('<script>|');
  expect((await ran([evil])).text).toContain('| evil | `` </td><script>\\u{7c}` `` |');
});

test('a program that is not there is named, and the result is not whole', async () => {
  const { exit, result } = await resultOf([
    reference('there'),
    { id: 'gone', sdk: 'npm gone', run: ['./no/such/program'], install: 'get Node 20' },
  ]);
  expect({ exit, gone: result.notRun.map(({ id }) => id) }).toEqual({ exit: 3, gone: ['gone'] });
  expect((await resultOf([{ id: 'gone', sdk: 'npm gone', run: ['./no/such/program'] }])).exit).toBe(3);
});

test('an interrupted run tells what it has', async () => {
  const io = memoryIo();
  io.interrupt();
  const file = join(folder, 'subjects.yaml');
  writeFileSync(file, stringify([reference('one')]));
  expect(await interopCarriers(file, { seed: 's', events: 1, json: true, quiet: true }, io)).toBe(3);
  expect(JSON.parse(io.stdout()).run.stopped).toBe('interrupted');
});

test('the same seed asks the same', async () => {
  const [one, two] = [await resultOf([reference('a')]), await resultOf([reference('a')])];
  expect({ ...one.result, run: undefined }).toEqual({ ...two.result, run: undefined });
});

test('--cesql beside it is a usage error', async () => {
  writeFileSync(join(folder, 'subjects.yaml'), stringify([reference('one')]));
  const { exit, stderr } = await ceConform(['interop', 'subjects.yaml', '--carriers', '--cesql'], folder);
  expect(exit).toBe(2);
  expect(stderr).toContain("'--carriers' cannot be used with option '--cesql'");
});
