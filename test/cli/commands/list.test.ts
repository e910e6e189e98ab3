import { describe, expect, test } from 'vitest';
import { type ListFlags, list } from '../../../src/cli/commands/list.js';
import { loadSuite } from '../../../suites/suite.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';

const suite = loadSuite();

async function listed(flags: ListFlags, columns?: number) {
  const io = memoryIo(columns === undefined ? {} : { columns });
  expect(await list(flags, io)).toBe(0);
  return { lines: io.stdout().trimEnd().split('\n'), stdout: io.stdout(), stderr: io.stderr() };
}

const json = async (flags: ListFlags) => JSON.parse((await listed({ ...flags, json: true })).stdout);

describe('requirements', () => {
  test('are all there, in the order of the registry, under a head', async () => {
    const { lines } = await listed({});
    expect(lines[0]).toMatch(/^id +level +role +code +since +cases +rule$/);
    expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual([...suite.requirements.keys()]);
  });

  test('have level, role, code, since, number of cases and rule', async () => {
    const { lines } = await listed({ only: ['core.attr.minimal'] });
    const { rule } = suite.requirements.get('core.attr.minimal') ?? {};
    const cases = suite.cases.filter(({ requirement }) => requirement.id === 'core.attr.minimal').length;
    expect(cases).toBeGreaterThan(0);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.split(/ {2,}/)).toEqual([
      'core.attr.minimal',
      'must',
      'receiver',
      'pos',
      'same',
      `${cases}`,
      rule,
    ]);
  });

  test('are counted on stderr, so that stdout is the list alone', async () => {
    const { stderr } = await listed({ only: ['core.attr.minimal'] });
    expect(stderr).toMatch(/^1 requirements with \d+ cases\n$/);
  });

  test('fit the terminal', async () => {
    const { lines } = await listed({}, 60);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('as JSON', async () => {
    const { requirements, ...rest } = await json({});
    expect(rest).toEqual({});
    expect(requirements).toHaveLength(suite.requirements.size);
    for (const row of requirements) {
      const { withoutCase, ...required } = row;
      expect(withoutCase === undefined || typeof withoutCase === 'string').toBe(true);
      expect(required).toEqual({
        id: expect.any(String),
        level: expect.stringMatching(/^(must|should|may|info)$/),
        role: expect.stringMatching(/^(producer|receiver|intermediary|engine|broker|any)$/),
        code: expect.stringMatching(/^(pos|rej|soft|free)$/),
        since: expect.stringMatching(/^(same|reworded|main|1\.0\.2)$/),
        cases: expect.any(Number),
        rule: expect.any(String),
      });
    }
    const sum = requirements.reduce((total: number, row: { readonly cases: number }) => total + row.cases, 0);
    expect(sum).toBe(suite.cases.length);
  });
});

/** What is said of all captured messages together is in no message form of its own. */
const CAPTURED: Readonly<Record<string, string>> = {
  http: 'http-binary',
  kafka: 'kafka-binary',
  mqtt5: 'mqtt5-binary',
  mqtt3: 'mqtt3-structured',
};

describe('cases', () => {
  test('are all there', async () => {
    const { lines, stderr } = await listed({ cases: true });
    expect(lines[0]).toMatch(/^id +level +needs +title$/);
    expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(suite.cases.map(({ id }) => id));
    expect(stderr).toBe(`${suite.cases.length} cases\n`);
  });

  test('are chosen by the globs of a run, without what they rest on', async () => {
    const { cases } = await json({
      cases: true,
      only: ['core.attr.missing/id'],
      skip: ['*@http-batch', '*@kafka*', '*@mqtt*'],
    });
    expect(cases.map(({ id }: { readonly id: string }) => id)).toEqual([
      'core.attr.missing/id@http-binary',
      'core.attr.missing/id@http-structured',
    ]);
  });

  test('as JSON', async () => {
    const { cases, ...rest } = await json({ cases: true });
    expect(rest).toEqual({});
    for (const { twin, ...row } of cases) {
      expect(twin === undefined || suite.cases.some(({ id }) => id === twin)).toBe(true);
      expect(row).toEqual({
        id: `${row.id}`,
        requirement: row.id.split('/')[0],
        level: expect.stringMatching(/^(must|should|may|info)$/),
        carrier: CAPTURED[row.id.split('@')[1] ?? ''] ?? row.id.split('@')[1],
        needs: expect.stringMatching(/^(status|event|message|value)$/),
        title: expect.any(String),
        requires: expect.any(Array),
      });
    }
  });
});

describe('a filter that matches nothing is a usage error', () => {
  test.each<ListFlags>([
    { only: ['nothing.*'] },
    { skip: ['nothing.*'] },
    { cases: true, only: ['nothing.*'] },
    { cases: true, only: ['core.attr.minimal'], skip: ['core.*'] },
  ])('%j', async (flags) => {
    const io = memoryIo();
    const { exit, code, hint } = await diagnosticOf(() => list(flags, io));
    expect({ exit, code: code.split('.')[0] }).toEqual({ exit: 2, code: 'filter' });
    expect(hint).toContain('ce-conform list');
    expect(io.stdout()).toBe('');
  });
});
