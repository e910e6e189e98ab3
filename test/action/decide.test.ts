import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';

const SCRIPT = join(packageRoot(), 'scripts', 'action', 'decide.sh');

/** The exit code and the one line that is printed. */
function decide(exit: string | undefined, verdict: string, allow = 'false'): readonly [number | null, string] {
  const env = { PATH: process.env['PATH'], VERDICT: verdict, INPUT_ALLOW_INCONCLUSIVE: allow };
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', SCRIPT], {
    env: exit === undefined ? env : { ...env, EXIT_CODE: exit },
    encoding: 'utf8',
  });
  return [status, (stdout + stderr).replace(/^::(\w+) title=ce-conform::/, '$1: ').trimEnd()];
}

describe('the exit code decides the job', () => {
  test.each<[string | undefined, string, number, string]>([
    ['0', 'conformant', 0, ''],
    // A baseline lists what fails.
    ['0', 'nonconformant', 0, ''],
    ['1', 'nonconformant', 1, 'error: nonconformant'],
    ['2', 'none', 2, 'error: an input, the configuration or the baseline cannot be used'],
    ['3', 'inconclusive', 3, 'error: inconclusive'],
    ['3', 'none', 3, 'error: the target could not be reached'],
    ['4', 'conformant', 4, 'error: a fault of the harness'],
    ['5', 'conformant', 5, 'error: no failure is new, but entries of the baseline are stale'],
    // Nothing is green without a report, and nothing that is not known.
    ['0', 'none', 4, 'error: the run did not end by itself'],
    ['1', 'none', 4, 'error: the run did not end by itself'],
    ['130', 'none', 4, 'error: the run did not end by itself'],
    ['137', 'conformant', 4, 'error: a fault of the harness'],
    ['', '', 4, 'error: the run did not end by itself'],
    [undefined, 'none', 4, 'error: the run did not end by itself'],
  ])('%s with the verdict %s: %i', (exit, verdict, status, line) => {
    expect(decide(exit, verdict)).toEqual([status, expect.stringContaining(line)]);
    expect(decide(exit, verdict)[1] === '').toBe(line === '');
  });

  test('what is inconclusive can be allowed, and nothing else', () => {
    expect(decide('3', 'inconclusive', 'true')).toEqual([0, expect.stringMatching(/^warning: inconclusive/)]);
    expect(decide('3', 'none', 'true')[0]).toBe(3);
    expect(decide('1', 'nonconformant', 'true')[0]).toBe(1);
    expect(decide('5', 'conformant', 'true')[0]).toBe(5);
    expect(decide('3', 'inconclusive', 'yes')).toEqual([2, 'error: allow-inconclusive is neither true nor false']);
    expect(decide('0', 'conformant', 'True')[0]).toBe(2);
  });
});
