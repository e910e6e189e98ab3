import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot, rootAbove } from '../../src/engine/package-root.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ce-conform-root-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(path: string, content: string): string {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
  return full;
}

test('this package, from its sources', () => {
  const { name } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { name: string };
  expect(name).toBe('ce-conform');
  expect(packageRoot()).toBe(packageRoot());
});

test('an installed package: not the project around it, not a package.json that the build left', () => {
  file('package.json', '{"name":"shop"}');
  const root = join(folder, 'node_modules/ce-conform');
  file('node_modules/ce-conform/package.json', '{"name":"ce-conform"}');
  file('node_modules/ce-conform/dist/package.json', '{"type":"module"}');
  expect(rootAbove(file('node_modules/ce-conform/dist/src/engine/package-root.js', ''))).toBe(root);
});

test('a broken installation is a fault of the harness, with a way out', () => {
  const module = file('dist/src/engine/package-root.js', '');
  expect(() => rootAbove(module)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(`saw no package.json of that name above ${module}`),
      diagnostic: expect.objectContaining({ code: 'package-root', exit: 4, hint: 'install ce-conform again' }),
    }),
  );
});
