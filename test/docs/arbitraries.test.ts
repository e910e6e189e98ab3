// The guide to property tests: its programs are taken from the page and run, and what it shows is what they print.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as entry from '../../src/arbitraries.js';
import { packageRoot } from '../../src/engine/package-root.js';

const root = packageRoot();
const page = readFileSync(join(root, 'docs', 'arbitraries.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);
const programs = blocks('js').map((source) => ({ name: /^\/\/ (\S+)\n/.exec(source)?.[1] ?? '', source }));

const folder = mkdtempSync(join(tmpdir(), 'ce-conform-arbitraries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  if (!existsSync(join(root, 'dist'))) throw new Error('this test runs the built package: run `npm run build` first');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'ce-conform'), 'dir');
  symlinkSync(join(root, 'node_modules', 'fast-check'), join(folder, 'node_modules', 'fast-check'), 'dir');
  for (const { name, source } of programs) writeFileSync(join(folder, name), source);
});

test('the programs of the page print what it shows', () => {
  expect(programs.map(({ name }) => name)).toEqual(['receiver.mjs', 'property.mjs', 'violation.mjs']);
  const shown = blocks('text');
  for (const [index, name] of ['property.mjs', 'violation.mjs'].entries()) {
    expect(execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' })).toBe(shown[index]);
  }
});

test('what the page names is in the library', () => {
  for (const name of [
    'event',
    'batch',
    'text',
    'timestamp',
    'uri',
    'integer',
    'json',
    'FORMS',
    'TRAITS',
    'VIOLATION_KINDS',
  ]) {
    expect(page).toContain(`\`${name}\``);
    expect(Object.keys(entry)).toContain(name);
  }
  const calls = [...page.matchAll(/`([a-zA-Z]+)\([a-z, ]+\)`/g)].map(([, name = '']) => name);
  expect(calls.length).toBeGreaterThan(5);
  // `has` is a member of a trait.
  expect(calls.filter((name) => name !== 'has' && !Object.keys(entry).includes(name))).toEqual([]);
});
