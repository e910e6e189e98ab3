// The script as a user runs it, as far as it refuses before it reads the reports; the building is tested in test/site.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';

const root = packageRoot();
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'site.mjs'), ...args], { encoding: 'utf8' });

describe('npm run site', () => {
  test('explains itself', () => {
    expect(run('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^usage: npm run site/),
      stderr: '',
    });
  });

  test.each([
    [['--out', root], /^error: failed to write the site: .* holds something else\n {2}hint: name a folder that is new/],
    [['--base', 'here'], /^error: failed to build the site: "here" is no place for it\n {2}hint: give a path/],
    [['--nothing'], /^error: Unknown option '--nothing'[\s\S]*usage: npm run site/],
  ])('%j is refused', (args, message) => {
    expect(run(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});
