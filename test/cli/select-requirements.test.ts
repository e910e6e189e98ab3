import { describe, expect, test } from 'vitest';
import { selectRequirements } from '../../src/cli/select-requirements.js';
import type { Suite } from '../../src/engine/suite.js';
import { loadSuite } from '../../suites/suite.js';
import { diagnosticOf } from './helpers/diagnostic.js';

const full = loadSuite();
const requirement = [...full.requirements.values()][0];
const item = full.cases[0];
if (requirement === undefined || item === undefined) throw new Error('the suite is empty');

/** Requirements `a.one`, `a.two` and `b.one`; the first with two cases, the last with none. */
const suite: Suite = {
  ...full,
  requirements: new Map(['a.one', 'a.two', 'b.one'].map((id) => [id, { ...requirement, id }])),
  cases: ['a.one/x@http-binary', 'a.one/x@http-batch', 'a.two/y@http-binary'].map((id) => ({
    ...item,
    id,
    requirement: { ...requirement, id: id.replace(/\/.*/, '') },
  })),
};
const chosen = (only: readonly string[], skip: readonly string[] = []): readonly string[] =>
  selectRequirements(suite, { only, skip }).map(({ id }) => id);

describe('only', () => {
  test.each([
    [[], ['a.one', 'a.two', 'b.one']],
    [['a.*'], ['a.one', 'a.two']],
    [['b.one'], ['b.one']],
    [['*'], ['a.one', 'a.two', 'b.one']],
    [['*@http-batch'], ['a.one']],
    [['a.one/x'], ['a.one']],
    [['{a.two,b.*}'], ['a.two', 'b.one']],
    [
      ['b.*', 'a.two'],
      ['a.two', 'b.one'],
    ],
  ])('%j', (globs, ids) => {
    expect(chosen(globs)).toEqual(ids);
  });
});

describe('skip', () => {
  test.each([
    [['a.*'], ['b.one']],
    [['*@http-binary'], ['a.one', 'b.one']],
    [['a.one/*'], ['a.two', 'b.one']],
  ])('%j leaves out a requirement by its id, or with all of its cases', (globs, ids) => {
    expect(chosen([], globs)).toEqual(ids);
  });
});

describe('a usage error', () => {
  test('for a glob that matches nothing', async () => {
    for (const call of [() => chosen(['c.*']), () => chosen([], ['c.*']), () => chosen(['a.*', 'c.*'])]) {
      const { code, message, exit } = await diagnosticOf(call);
      expect({ code, exit }).toEqual({ code: 'filter.unmatched', exit: 2 });
      expect(message).toBe('failed to select requirements: "c.*" matches none of 3');
    }
  });

  test('for a skip that leaves nothing', async () => {
    expect(await diagnosticOf(() => chosen(['a.two'], ['a.*']))).toMatchObject({ code: 'filter.empty', exit: 2 });
  });
});
