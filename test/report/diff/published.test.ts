// The published page about two versions of an SDK is what the code says of their reports today, and what docs/diff.md explains.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import { assertDiffable } from '../../../src/report/diff/assert-diffable.js';
import { buildDiff } from '../../../src/report/diff/build-diff.js';
import { renderDiffMarkdown } from '../../../src/report/diff/markdown/render-markdown.js';
import type { Diff } from '../../../src/report/diff/types.js';
import type { Report } from '../../../src/report/types.js';
import { loadRegistry, resolveId } from '../../../suites/registry.js';

const folder = join(packageRoot(), 'reports', 'javascript');
const read = (file: string) => ({ file, report: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Report });

let diff: Diff;
beforeAll(() => {
  const [old, now] = [read('6.0.2.json'), read('10.0.0.json')];
  assertDiffable(old, now);
  diff = buildDiff(old, now, loadRegistry(), (id) => resolveId(id));
});

test('the page is that of the reports', () => {
  expect(renderDiffMarkdown(diff)).toBe(readFileSync(join(folder, '6.0.2-to-10.0.0.md'), 'utf8'));
});

test('its schema describes it', () => {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'diff.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
  expect(validate(JSON.parse(JSON.stringify(diff))), JSON.stringify(validate.errors)).toBe(true);
});

test('no SDK is accused of a regression that nobody read', () => {
  expect({ outcome: diff.outcome, regressed: diff.counts.regressed, lost: diff.counts.lost }).toEqual({
    outcome: 'no-regression',
    regressed: { cases: 0, weighty: 0 },
    lost: { cases: 0, weighty: 0 },
  });
  expect(diff.cases.filter(({ revised, absence }) => revised ?? absence)).toEqual([]);
});

test('every requirement with something fixed or newly broken is explained', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'diff.md'), 'utf8').split('## Two versions of an SDK')[1] ?? '';
  const told = diff.requirements.filter(({ cases }) => cases.appeared !== undefined || cases.fixed !== undefined);
  expect(told.length).toBeGreaterThan(4);
  for (const { id } of told) expect(page).toContain(`\`${id}\``);
});
