import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeAtomically } from '../../src/cli/write-atomically.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'file.yaml');
});

test('a file is written, and written again; nothing is left beside it', () => {
  writeAtomically(path, 'one');
  writeAtomically(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(folder)).toEqual(['file.yaml']);
});

test('its rights stay, and a link stays a link', () => {
  writeFileSync(path, 'one');
  chmodSync(path, 0o640);
  const link = join(folder, 'link.yaml');
  symlinkSync('file.yaml', link);
  writeAtomically(link, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

test('where it fails, what was there stays, and nothing is left', () => {
  mkdirSync(path);
  expect(() => writeAtomically(path, 'text')).toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM|directory/);
  expect(readdirSync(folder)).toEqual(['file.yaml']);
  expect(() => writeAtomically(join(folder, 'none', 'file'), 'text')).toThrow('ENOENT');
});
