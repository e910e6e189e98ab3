import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeOutput } from '../../src/cli/write-output.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

test('a file is written, and its folder made', () => {
  const path = join(temporaryFolder(), 'a', 'b', 'page.md');
  writeOutput(path, 'text');
  writeOutput(path, 'other text');
  expect(readFileSync(path, 'utf8')).toBe('other text');
});

test('a place that is a folder is a usage error', async () => {
  const path = join(temporaryFolder(), 'page.md');
  mkdirSync(path);
  expect(await diagnosticOf(() => writeOutput(path, 'text'))).toMatchObject({
    code: 'output.write',
    message: expect.stringContaining(path),
    exit: 2,
  });
});
