// The table of docs/fuzzing.md, which `npm run fuzz-faults -- --write` makes, is about the faults that there are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { SUBTLE_FAULTS } from '../../src/reference/subtle/index.js';

const page = readFileSync(join(packageRoot(), 'docs', 'fuzzing.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([a-z0-9./-]+)` \| ([^|]+) \| (\d+) \| (\d+) → (\d+) \|/gm)];

describe('the table of subtle faults', () => {
  test('has each of them, with what it does wrong', () => {
    expect(rows.map(([, name]) => name)).toEqual(SUBTLE_FAULTS.map(({ name }) => name));
    expect(rows.map(([, , summary]) => summary)).toEqual(SUBTLE_FAULTS.map(({ summary }) => summary));
  });

  test('says of each what it took', () => {
    for (const [, , , after, met, smallest] of rows) {
      expect(Number(after)).toBeGreaterThan(0);
      expect(Number(smallest)).toBeLessThanOrEqual(Number(met));
    }
  });
});
