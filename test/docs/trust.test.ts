// The page about trust tells how anybody makes a digest again: what it shows is run, on a published report and on an edited one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/engine/package-root.js';

const root = packageRoot();
const page = readFileSync(join(root, 'docs', 'trust.md'), 'utf8');
const block = (kind: string): string => new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

test('the lines of code tell a report as it was written from an edited one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-trust-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'digest.mjs'), block('js'));
  const told = (text: string): string => {
    writeFileSync(join(folder, 'report.json'), text);
    return execFileSync(process.execPath, ['digest.mjs'], { cwd: folder, encoding: 'utf8' });
  };
  const published = readFileSync(join(root, 'reports', 'python', '2.2.0.json'), 'utf8');
  expect(told(published)).toBe('as it was written\n');
  expect(told(JSON.stringify(JSON.parse(published), null, 2))).toBe('as it was written\n');
  expect(told(published.replace('"status":"fail"', '"status":"pass"'))).toBe('edited\n');
});

test('the workflow grants what it has to, to one job, and pins what it uses', () => {
  const workflow = parse(block('yaml'));
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.judge.permissions).toEqual({
    contents: 'read',
    'id-token': 'write',
    attestations: 'write',
  });
  const uses = workflow.jobs.judge.steps.flatMap((step: { readonly uses?: string }) => step.uses ?? []);
  expect(uses.length).toBeGreaterThan(3);
  for (const used of uses) expect(used).toMatch(/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/);
});
