import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBaseline } from '../../../src/cli/baseline/read-baseline.js';
import { suiteOf } from '../../report/baseline/helpers/entries.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const suite = suiteOf(['core.a/one']);

test('a baseline has its name without its folder, and its entries', () => {
  const path = join(temporaryFolder(), 'known.yaml');
  writeFileSync(path, 'expected:\n  - case: core.a\n    reason: it is so\n  - case: core.b\n    reason: a slip\n');
  expect(readBaseline(path, suite)).toEqual({
    file: 'known.yaml',
    entries: [
      { list: 'expected', case: 'core.a', reason: 'it is so', line: 2 },
      { list: 'expected', case: 'core.b', reason: 'a slip', line: 4, meant: 'core.a' },
    ],
  });
});

test('a file that is not there is an error that says how it comes to be', async () => {
  const path = join(temporaryFolder(), 'none.yaml');
  expect(await diagnosticOf(() => readBaseline(path, suite))).toEqual({
    code: 'baseline.unreadable',
    message: `failed to read ${path}: there is no such file`,
    hint: 'give a readable YAML file as --baseline; with --update-baseline it is written from the run',
    exit: 2,
  });
});

test('an error in it names its path', async () => {
  const path = join(temporaryFolder(), 'known.yaml');
  writeFileSync(path, 'expected:\n  - case: core.a\n');
  expect((await diagnosticOf(() => readBaseline(path, suite))).message).toContain(`failed to read ${path}, line 2`);
});
