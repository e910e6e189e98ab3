import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_REASON } from '../../../src/cli/baseline/first-flaw.js';
import { openUpdate } from '../../../src/cli/baseline/open-update.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import type { Report } from '../../../src/report/types.js';
import { runReference } from '../../report/helpers/run-reference.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

let report: Report;
beforeAll(async () => {
  ({ report } = await runReference({ only: ['http.dec.once'], faults: [faultNamed('http.dec.once/twice')] }));
});

let folder: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'deep', 'known.yaml');
});

describe('a file that is not there', () => {
  test('is written with all failures, in a folder that is made', () => {
    const update = openUpdate(path)(report);
    expect(existsSync(path)).toBe(false);
    update.write();
    const text = readFileSync(path, 'utf8');
    const failures = report.cases.filter(({ status }) => status === 'fail');
    expect(failures.length).toBeGreaterThan(1);
    for (const { id } of failures) expect(text).toContain(`- case: ${id}\n    reason: ${NO_REASON}\n    fingerprint: `);
    expect(text).toMatch(/^# .+\nexpected:\n {2}# ./);
    expect(update.notes[0]).toBe(`${path}: ${failures.length} added, 0 kept, 0 removed`);
    expect(update.report.baseline).toMatchObject({ file: 'known.yaml', exit: 0, new: [] });
    expect(readdirSync(join(folder, 'deep'))).toEqual(['known.yaml']);
  });

  test('is written for a run without failures, too', () => {
    const passed = { ...report, cases: report.cases.map((one) => ({ ...one, status: 'pass' as const })), findings: [] };
    openUpdate(path)(passed).write();
    expect(readFileSync(path, 'utf8')).toMatch(/^# .+\n$/);
  });
});

describe('a file that is there', () => {
  const write = (text: string): void => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(path, text);
  };

  test('is left alone where nothing changes', () => {
    write('expected:\n  - case: http.dec.once\n    reason: it is so\n');
    const before = statSync(path);
    openUpdate(path)(report).write();
    expect(statSync(path).ino).toBe(before.ino);
  });

  test('stays as it is where it was changed during the run', async () => {
    write('expected: []\n');
    const update = openUpdate(path)(report);
    writeFileSync(path, '# mine\n');
    expect(await diagnosticOf(update.write)).toMatchObject({ code: 'baseline.meanwhile', exit: 2 });
    expect(readFileSync(path, 'utf8')).toBe('# mine\n');
  });

  test.each([
    [
      'expected: [{ case: a, reason: x }]\n',
      'baseline.form',
      'line 1, column 11: a list in brackets cannot be updated',
    ],
    ['expected:\n  - case: a\n', 'baseline.invalid', 'line 2'],
    ['expected: [\n', 'baseline.syntax', 'line 2'],
  ])('is refused before the run: %j', async (text, code, words) => {
    write(text);
    const diagnostic = await diagnosticOf(() => openUpdate(path));
    expect(diagnostic).toMatchObject({ code, exit: 2 });
    expect(diagnostic.message).toContain(words);
  });

  test('may hold reasons that are still to be written', () => {
    write(`expected:\n  - case: http.dec.once\n    reason: ${NO_REASON}\n`);
    expect(openUpdate(path)(report).notes.at(-1)).toContain('1 entry has no reason yet');
  });
});

test('without a file, and for a place that is none, it is refused before the run', async () => {
  expect(await diagnosticOf(() => openUpdate(undefined))).toEqual({
    code: 'baseline.missing',
    message: 'failed to update a baseline: there is no --baseline',
    hint: 'name it: --baseline FILE',
    exit: 2,
  });
  expect(await diagnosticOf(() => openUpdate(folder))).toMatchObject({ code: 'baseline.unreadable', exit: 2 });
  writeFileSync(join(folder, 'deep'), 'no folder');
  expect(await diagnosticOf(() => openUpdate(path))).toMatchObject({ exit: 2 });
});
