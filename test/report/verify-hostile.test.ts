// A report that follows the schema may still say anything at its leaves. To verify it ends, in a result or in one clear error.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ConformError } from '../../src/engine/error.js';
import type { Suite } from '../../src/engine/suite.js';
import { withDigest } from '../../src/report/digest.js';
import { parseReport } from '../../src/report/parse-report.js';
import type { Report } from '../../src/report/types.js';
import { verifyReport } from '../../src/report/verify.js';
import { runReference } from './helpers/run-reference.js';

let suite: Suite;
let report: Report;
beforeAll(async () => {
  ({ suite, report } = await runReference({ only: ['core.attr.minimal', 'core.type.str'] }));
});

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null;

/** Paths of all members of a value. */
function pathsOf(value: Json, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...entries.flatMap(([name, item]) => pathsOf(item, [...path, name]))];
}

function replaced(value: Json, [name, ...path]: readonly (string | number)[], by: Json): Json {
  if (name === undefined) return by;
  const copy = structuredClone(value) as { [name: string]: Json };
  copy[name] = replaced(copy[name] ?? null, path, by);
  return copy;
}

const hostile = fc.constantFrom<Json[]>(
  '',
  'x'.repeat(100_000),
  '*'.repeat(70_000),
  '!(+(a|aa)+(a|aa))*',
  '{1..1000000}',
  '[',
  '\ud800\u202e\u001b[2J',
  '__proto__',
  'constructor',
  'http',
  'main',
  'decode:kafka-binary',
  'validate',
  0,
  -1,
  1e308,
  true,
  null,
  [],
  {},
  [['__proto__', { text: 'x' }]],
  { text: '\ud800' },
  { base64: '****' },
);

/** What is read of the report, and judged; or the error that a user is told. */
function outcomeOf(value: Json): string {
  try {
    const { discrepancies } = verifyReport(suite, withDigest(parseReport(JSON.stringify(value), 'r.json')));
    return discrepancies.length > 0 ? 'discrepancies' : 'holds';
  } catch (error) {
    if (error instanceof ConformError) return error.diagnostic.code;
    throw error;
  }
}

test('whatever stands at a place of a report', () => {
  const value = JSON.parse(JSON.stringify(report)) as Json;
  const outcomes = new Map<string, number>();
  // Most of the members are evidence; the others are as likely.
  const paths = pathsOf(value);
  const anyPath = fc.oneof(fc.constantFrom(...paths), fc.constantFrom(...paths.filter(([first]) => first !== 'cases')));
  fc.assert(
    fc.property(anyPath, hostile, (path, by) => {
      const outcome = outcomeOf(replaced(value, path, by));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 60 },
  );
  expect(outcomes.get('discrepancies') ?? 0).toBeGreaterThan(0);
  expect(outcomes.get('report.invalid') ?? 0).toBeGreaterThan(0);
});

test.each([
  ['too long', '*'.repeat(70_000), 'filter.glob'],
  ['that matches nothing', '{1..1000000}', 'filter.unmatched'],
  ['that is no glob', '[', 'filter.unmatched'],
  ['of extended patterns', '!(+(a|aa)+(a|aa))*', 'discrepancies'],
])('a glob %s', (_, glob, outcome) => {
  const selection = { only: [glob], skip: [], cases: 1, of: 1 };
  expect(outcomeOf(JSON.parse(JSON.stringify({ ...report, selection })))).toBe(outcome);
});
