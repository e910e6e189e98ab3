import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { diff } from '../../../src/cli/commands/diff.js';
import type { DiffFlags } from '../../../src/cli/diff-outputs.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { withDigest } from '../../../src/report/digest.js';
import type { Report } from '../../../src/report/types.js';
import { runReference } from '../../report/helpers/run-reference.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const ONLY = ['core.attr.minimal', 'http.dec.once'];

// The reference, and the reference with a fault: the bytes differ, and nothing else.
let [whole, faulty] = [{} as Report, {} as Report];
beforeAll(async () => {
  ({ report: whole } = await runReference({ only: ONLY }));
  ({ report: faulty } = await runReference({ only: ONLY, faults: [faultNamed('http.dec.once/twice')] }));
});

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

function write(name: string, report: Report): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(withDigest(report)));
  return path;
}

async function ran(old: Report, now: Report, flags: DiffFlags = {}) {
  const io = memoryIo();
  const exit = await diff(write('old', old), write('new', now), flags, io);
  return { exit, stdout: io.stdout(), stderr: io.stderr() };
}

describe('two reports', () => {
  test('that are alike show no regression, whatever the order of the same globs', async () => {
    const other: Report = { ...whole, selection: { only: ONLY.toReversed(), skip: [], cases: 1, of: 2 } };
    const { exit, stdout, stderr } = await ran(whole, other);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/\nOutcome {3}No regression\./);
  });

  test('of which the new one has a fault show the regression, and the other way round that it is fixed', async () => {
    const worse = await ran(whole, faulty);
    expect(worse.exit).toBe(1);
    expect(worse.stdout).toContain('Regressed: ');
    expect(worse.stdout).toContain('http.dec.once MUST');
    const better = await ran(faulty, whole);
    expect(better.exit).toBe(0);
    expect(better.stdout).toContain('Fixed: ');
  });

  test('of which the new one saw nothing are undecided', async () => {
    const cases = whole.cases.map((one) => ({ ...one, status: 'inconclusive' as const }));
    expect((await ran(whole, { ...whole, cases })).exit).toBe(3);
  });
});

describe('the result', () => {
  test('goes to files by their endings, and then the outcome alone to standard error', async () => {
    const files = ['d.md', 'd.json', 'd.txt'].map((name) => join(folder, 'out', name));
    const { exit, stdout, stderr } = await ran(whole, faulty, { output: files });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(
      /^Regression: \d+ cases? of 1 MUST requirement (was|were) seen to hold, and seen to be broken now\.\n$/,
    );
    const [page = '', json = '', text = ''] = files.map((file) => readFileSync(file, 'utf8'));
    expect([page.slice(0, 4), text.slice(0, 4)]).toEqual(['## ✖', 'ce-c']);
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'diff.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    const value = JSON.parse(json);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(value).toMatchObject({ outcome: 'regression', exit: 1 });
    expect(validate({ ...value, outcome: 'fine' })).toBe(false);
  });

  test('has an ending that says its form', async () => {
    expect(await diagnosticOf(() => ran(whole, whole, { output: ['d.html'] }))).toEqual({
      code: 'output.format',
      message: 'failed to write d.html: its ending does not say in which form',
      hint: 'end it in .md, .markdown, .json, .txt, or add --format text|markdown|json',
      exit: 2,
    });
  });
});

describe('what cannot be compared', () => {
  test('are different selections, unless that is forced', async () => {
    const other: Report = { ...whole, selection: { only: ['http.*'], skip: [], cases: 1, of: 2 } };
    expect(await diagnosticOf(() => ran(whole, other))).toMatchObject({
      code: 'diff.selection',
      exit: 2,
      message: expect.stringMatching(/old\.json: only core\.attr\.minimal http\.dec\.once; .*new\.json: only http\.\*/),
    });
    expect((await ran(whole, other, { force: true })).exit).toBe(0);
  });

  test('are targets with different roles, unless that is forced', async () => {
    const other: Report = { ...whole, target: { ...whole.target, tasks: ['capture'] } };
    expect(await diagnosticOf(() => ran(whole, other))).toMatchObject({
      code: 'diff.tasks',
      exit: 2,
      message: expect.stringMatching(/old\.json: decode; .*new\.json: capture/),
    });
    expect((await ran(whole, other, { force: true })).exit).toBe(0);
  });

  test('are files that are no reports', async () => {
    const good = write('good', whole);
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{"schema":"other"}');
    expect(await diagnosticOf(() => diff(good, bad, {}, memoryIo()))).toMatchObject({ code: 'report.schema', exit: 2 });
    expect(await diagnosticOf(() => diff(join(folder, 'none.json'), good, {}, memoryIo()))).toMatchObject({
      code: 'report.unreadable',
      exit: 2,
    });
  });
});
