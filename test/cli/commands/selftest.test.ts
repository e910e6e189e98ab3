import { expect, test } from 'vitest';
import { ceConform } from '../helpers/command-line.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('a selection is proven: the reference, its faults in their order, and the null targets', async () => {
  const names = ['http.dec.once/twice', 'core.id.empty/found-valid', 'closed-port'];
  const { exit, stdout, stderr } = await ceConform(['selftest', '--json', '--only', ...names], temporaryFolder());
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const { reference, mutants, nulls } = JSON.parse(stdout);
  expect(reference).toMatchObject({ verdict: 'conformant', unexpected: [] });
  expect(reference.cases).toBeGreaterThan(1000);
  expect(mutants).toMatchObject({ total: 2, killed: 2, survivors: [], unproven: [] });
  expect(mutants.outcomes.map(({ name }: { readonly name: string }) => name).sort()).toEqual(names.slice(0, 2).sort());
  expect(nulls).toMatchObject({ total: 1, refused: 1, fooled: [] });
});

test('a selection of nothing is a usage error', async () => {
  const { exit, stdout, stderr } = await ceConform(['selftest', '--only', 'no.such*'], temporaryFolder());
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain('failed to select faults: no.such* matches none');
});
