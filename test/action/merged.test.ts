// What the Action takes from other commands: the job summary that `run` writes by itself, and the badge.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { runAction } from './helpers/run-action.js';

test('a failed run has a job summary, a badge that is not green, and its endpoint', async () => {
  const root = packageRoot();
  const workspace = mkdtempSync(join(tmpdir(), 'ce-conform-action-'));
  const runner = mkdtempSync(join(tmpdir(), 'ce-conform-runner-'));
  onTestFinished(() => {
    for (const folder of [workspace, runner]) rmSync(folder, { recursive: true, force: true });
  });
  const ran = await runAction(root, {
    workspace,
    runner,
    inputs: {
      package: root,
      target: 'reference:?fault=http.dec.once/twice',
      only: 'http.dec.once/blank',
      badge: 'badge.svg',
      'badge-endpoint': 'badge.json',
    },
  });
  expect(ran.conclusion).toBe('failure');
  expect(ran.summary).toContain('nonconformant');
  expect(ran.outputs).toMatchObject({
    badge: join(workspace, 'badge.svg'),
    'badge-endpoint': join(workspace, 'badge.json'),
  });
  expect(existsSync(join(workspace, 'badge.svg'))).toBe(true);
  const endpoint = JSON.parse(readFileSync(join(workspace, 'badge.json'), 'utf8')) as { readonly color?: string };
  expect(endpoint.color).not.toMatch(/green/);
});
