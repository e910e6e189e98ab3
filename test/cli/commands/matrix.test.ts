import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MatrixFlags, matrix } from '../../../src/cli/commands/matrix.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { withDigest } from '../../../src/report/digest.js';
import type { Report } from '../../../src/report/types.js';
import { runReference } from '../../report/helpers/run-reference.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

let report: Report;
beforeAll(async () => {
  ({ report } = await runReference({ only: ['core.attr.minimal', 'http.dec.once'] }));
});

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

function write(name: string, change: Partial<Report> = {}): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(withDigest({ ...report, target: { ...report.target, name }, ...change })));
  return path;
}

async function ran(paths: readonly string[], flags: MatrixFlags = {}) {
  const io = memoryIo();
  const exit = await matrix(paths, flags, io);
  expect({ exit, stderr: io.stderr() }).toEqual({ exit: 0, stderr: '' });
  return io.stdout();
}

describe('the result', () => {
  test('is Markdown on standard output', async () => {
    const text = await ran([write('a'), write('b')]);
    expect(text).toMatch(/^# CloudEvents conformance matrix\n/);
    expect(text).toContain('| Requirement | Level | a | b |');
  });

  test('is JSON that its schema describes', async () => {
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'matrix.schema.json'), 'utf8'));
    const value = JSON.parse(await ran([write('a'), write('b')], { json: true }));
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(value.requirements.map(({ id }: { id: string }) => id)).toContain('http.dec.once');
  });

  test('goes to files, and then not to standard output', async () => {
    const [page, text] = [join(folder, 'out', 'm.html'), join(folder, 'out', 'm.md')];
    expect(await ran([write('a')], { output: [page, text] })).toBe('');
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(text, 'utf8')).toMatch(/^# /);
  });

  test('is the same for a glob, for the files of it, and for any order of them', async () => {
    const paths = [write('a'), write('b'), write('c')];
    for (const format of ['markdown', 'html', 'json'] as const) {
      const expected = await ran(paths, { format });
      expect(await ran(paths.toReversed(), { format })).toBe(expected);
      expect(await ran([join(folder, '*.json')], { format })).toBe(expected);
    }
  });
});

describe('reports that cannot be compared', () => {
  const other: Partial<Report> = { suite: { digest: 'f'.repeat(64), specVersion: '1.0.2' } };

  test('are refused, with files and digests', async () => {
    const paths = [write('a'), write('b', other)];
    const { exit, message } = await diagnosticOf(() => matrix(paths, {}, memoryIo()));
    expect(exit).toBe(2);
    for (const word of [...paths, 'f'.repeat(12), report.suite.digest.slice(0, 12)]) expect(message).toContain(word);
  });

  test('are mixed by force, which the page says', async () => {
    expect(await ran([write('a'), write('b', other)], { force: true })).toContain('**Mixed by force:**');
  });

  test('two of one subject are refused, and numbered by force', async () => {
    const paths = [write('a'), write('b', { target: { ...report.target, name: 'a' } })];
    expect(await diagnosticOf(() => matrix(paths, {}, memoryIo()))).toMatchObject({ code: 'matrix.repeated', exit: 2 });
    expect(await ran(paths, { force: true })).toContain('`a #1`');
  });
});

describe('files that are no reports', () => {
  test.each([
    ['no JSON', '{', 'report.json'],
    ['another schema', '{"schema":"ce-conform/matrix/1"}', 'report.schema'],
    ['a broken report', '{"schema":"ce-conform/report/1"}', 'report.invalid'],
  ])('%s', async (_, text, code) => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, text);
    const diagnostic = await diagnosticOf(() => matrix([write('a'), bad], {}, memoryIo()));
    expect(diagnostic).toMatchObject({ code, exit: 2, message: expect.stringContaining(bad) });
  });

  test('an edited report', async () => {
    const bad = write('b');
    writeFileSync(bad, readFileSync(bad, 'utf8').replace('"verdict":"conformant"', '"verdict":"inconclusive"'));
    const diagnostic = await diagnosticOf(() => matrix([write('a'), bad], {}, memoryIo()));
    expect(diagnostic).toMatchObject({ code: 'report.digest', exit: 2, message: expect.stringContaining(bad) });
  });

  test('none there', async () => {
    const diagnostic = await diagnosticOf(() => matrix([join(folder, 'none.json')], {}, memoryIo()));
    expect(diagnostic).toMatchObject({
      code: 'report.unreadable',
      exit: 2,
      message: expect.stringContaining('none.json'),
    });
  });

  test('nothing is written when anything is wrong', async () => {
    const io = memoryIo();
    await diagnosticOf(() => matrix([write('a'), join(folder, 'none.json')], {}, io));
    await diagnosticOf(() => matrix([write('a')], { output: ['page.txt'] }, io));
    expect(io.stdout()).toBe('');
  });
});
