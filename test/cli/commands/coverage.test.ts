import { describe, expect, test } from 'vitest';
import { type CoverageFlags, coverage } from '../../../src/cli/commands/coverage.js';
import type { CoverageReport } from '../../../suites/coverage.js';
import { loadRegistry } from '../../../suites/registry.js';
import { memoryIo } from '../helpers/memory-io.js';

const registry = loadRegistry();

async function printed(flags: CoverageFlags): Promise<string> {
  const io = memoryIo();
  expect(await coverage(flags, io)).toBe(0);
  expect(io.stderr()).toBe('');
  return io.stdout();
}

describe.each(['1.0.2', 'main'] as const)('%s', (spec) => {
  test('every statement has its line, or the reason why it has no case', async () => {
    const lines = (await printed({ spec })).split('\n');
    for (const { id, keyword } of registry.statements[spec]) {
      const line = lines.filter((text) => text.trim().split(' ')[0] === id);
      expect(line, id).toHaveLength(1);
      const [, shown, requirements, cases, ...reason] = line[0]?.trim().split(/ {2,}/) ?? [];
      expect(shown).toBe(keyword);
      expect(requirements).toMatch(/^\d+$/);
      expect(Number(cases) > 0 || reason.join('') !== '', id).toBe(true);
    }
  });

  test('as JSON: statements, requirements and totals of each document', async () => {
    const report = JSON.parse(await printed({ spec, json: true })) as CoverageReport;
    expect(Object.keys(report)).toEqual(['spec', 'documents', 'totals', 'strays']);
    expect(report.spec).toBe(spec);
    expect(report.strays).toEqual([]);
    expect(report.totals.cases).toBeGreaterThan(0);
    for (const document of report.documents) {
      expect(Object.keys(document)).toEqual([
        'document',
        'title',
        'path',
        'commit',
        'statements',
        'requirements',
        'totals',
      ]);
      expect(document.commit).toMatch(/^[0-9a-f]{40}$/);
      expect(document.totals.statements.total).toBe(document.statements.length);
      for (const statement of document.statements) {
        expect(statement).toMatchObject({
          id: expect.any(String),
          keyword: expect.any(String),
          cases: expect.any(Number),
        });
      }
    }
  });
});

test('the pinned commit and the totals are printed', async () => {
  const text = await printed({});
  expect(text).toContain('CloudEvents core specification 1.0.2  cloudevents/spec.md at fc1f6f31f5f0\n');
  const total = registry.statements['1.0.2'].length;
  expect(text).toMatch(
    new RegExp(`All documents\\n {2}statements {4}${total}: \\d+ with requirements, .* 0 unmapped\\n`),
  );
  expect(text).not.toContain('cases without a requirement');
});

test('1.0.2 is what is scored by default', async () => {
  expect(await printed({})).toBe(await printed({ spec: '1.0.2' }));
  expect(await printed({})).not.toBe(await printed({ spec: 'main' }));
});
