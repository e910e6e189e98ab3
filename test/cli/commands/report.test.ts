import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { FUZZ_SCHEMA, type FuzzReport } from '../../../src/report/fuzz/types.js';
import { findingOf, partOf } from '../../report/fuzz/helpers/fuzz-report.js';
import { ceConformHere } from '../helpers/command-line.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const write = (name: string, report: FuzzReport): void => writeFileSync(join(folder, name), JSON.stringify(report));
const merge = (...args: readonly string[]) => ceConformHere(['report', '--merge', ...args], folder);

test('shards of a real run are joined: together they have done what each has', async () => {
  for (const part of [1, 2]) {
    const args = ['--runs', '30', '--seed', 's', '--shard', `${part}/2`, '--report', `json=part-${part}.json`];
    expect((await ceConformHere(['fuzz', '--target', 'reference:', '--quiet', ...args], folder)).exit).toBe(0);
  }
  const { exit, stdout, stderr } = await merge('part-*.json', '-o', 'out/merged.json');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const read = (name: string): FuzzReport => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const [one, two, whole] = [read('part-1.json'), read('part-2.json'), read('out/merged.json')];
  expect(one.run.shard).toEqual({ index: 0, of: 2 });
  expect(whole.totals.messages).toBe(one.totals.messages + two.totals.messages);
  expect(whole.cells.total).toBe(one.cells.total);
  expect(stdout).toContain('parts     2 of 2\n');
  expect(stdout).toContain(`Nothing found in ${whole.totals.messages} messages.`);
});

test('--json prints the report', async () => {
  write('a.json', partOf(0, 1));
  const { exit, stdout } = await merge('a.json', '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schema: FUZZ_SCHEMA, merged: { of: 1, missing: [] } });
});

test('exit 1 with findings, told as fuzz tells them', async () => {
  write('a.json', partOf(0, 3, { findings: [findingOf()] }));
  write('b.json', partOf(2, 3, { findings: [findingOf({ count: 5 })] }));
  const { exit, stdout } = await merge('a.json', 'b.json');
  expect(exit).toBe(1);
  expect(stdout).toContain('parts     2 of 3; missing: 2\n');
  expect(stdout).toContain('  1. Subject has another value (7 times)\n');
  expect(stdout).toContain('breaks     core.type.str (MUST): ');
});

test('exit 3 without findings where a part is missing, was cut short, or nothing was sent', async () => {
  write('a.json', partOf(0, 2));
  const missing = await merge('a.json');
  expect(missing.exit).toBe(3);
  expect(missing.stdout).toContain('what 1 missing part would have found is not known');
  write('b.json', partOf(1, 2, { run: { stopped: 'the run was interrupted' } }));
  expect((await merge('a.json', 'b.json')).exit).toBe(3);
  write('c.json', partOf(0, 1, { totals: { ...partOf(0, 1).totals, messages: 0 } }));
  expect((await merge('c.json')).exit).toBe(3);
});

test.each<[string, readonly string[], string, string]>([
  ['no --merge', ['report', 'a.json'], '', 'nothing says what is to be made of the reports'],
  ['a file that is not there', ['report', '--merge', 'none.json'], '', 'failed to read none.json: '],
  ['a glob that nothing matches', ['report', '--merge', 'none-*.json'], '', 'nothing matches "none-*.json"'],
  ['no JSON', ['report', '--merge', 'a.json'], '{', 'failed to read a.json: it is no JSON: '],
  [
    'a report of another kind',
    ['report', '--merge', 'a.json'],
    '{"schema":"ce-conform/report/1"}',
    'failed to read a.json: it is no ce-conform/fuzz/1, but says "ce-conform/report/1"',
  ],
  [
    'an edited one',
    ['report', '--merge', 'a.json'],
    JSON.stringify({ ...partOf(0, 1), more: -1 }),
    'failed to read a.json: /more must be >= 0',
  ],
])('one usage error: %s', async (_, args, text, why) => {
  writeFileSync(join(folder, 'a.json'), text);
  const { exit, stdout, stderr } = await ceConformHere(args, folder);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain(why);
  expect(stderr.trimEnd().split('\n')).toHaveLength(2);
});

test('reports that do not belong together, and a place that cannot be written', async () => {
  write('a.json', partOf(0, 2));
  write('b.json', partOf(1, 2, { run: { seed: 'other' } }));
  const other = await merge('a.json', 'b.json');
  expect(other).toMatchObject({ exit: 2, stdout: '' });
  expect(other.stderr).toContain('they are of different seeds (night: a.json; other: b.json)');
  const placed = await merge('a.json', '-o', 'b.json/merged.json');
  expect(placed).toMatchObject({ exit: 2, stdout: '' });
});
