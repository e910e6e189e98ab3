import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { expandGlobs } from '../../src/cli/expand-globs.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

let folder: string;
const files = (...paths: readonly string[]): void => {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
};
const expanded = (...globs: readonly string[]): readonly string[] =>
  expandGlobs(globs.map((glob) => join(folder, glob))).map((file) => relative(folder, file));

beforeEach(() => {
  folder = temporaryFolder();
});

describe('a glob', () => {
  test('matches in one folder, by name', () => {
    files('b.json', 'a.json', 'a.md', 'deep/c.json');
    expect(expanded('*.json')).toEqual(['a.json', 'b.json']);
  });

  test('matches in any number of folders', () => {
    files('a.json', 'x/b.json', 'x/y/c.json', 'x/y/d.txt');
    expect(expanded('**/*.json')).toEqual(['a.json', 'x/b.json', 'x/y/c.json']);
    expect(expanded('x/**/{b,c}.json')).toEqual(['x/b.json', 'x/y/c.json']);
  });

  test('passes hidden files, hidden folders and node_modules over', () => {
    files('a.json', '.b.json', '.c/d.json', 'node_modules/e/f.json');
    expect(expanded('**/*.json')).toEqual(['a.json']);
  });

  test('follows no link to a folder, so it ends', () => {
    files('x/a.json');
    symlinkSync('..', join(folder, 'x', 'up'));
    expect(expanded('**/*.json')).toEqual(['x/a.json']);
  });

  test.each(['*.json', 'no-such-folder/**/*.json'])('that matches nothing is a usage error: %s', async (glob) => {
    const { code, exit, message } = await diagnosticOf(() => expanded(glob));
    expect({ code, exit }).toEqual({ code: 'files.unmatched', exit: 2 });
    expect(message).toContain(glob);
  });
});

describe('a name', () => {
  test('is taken as it is, there or not: reading it will tell', () => {
    expect(expanded('none.json')).toEqual(['none.json']);
  });

  test('that exists is no glob, whatever it looks like', () => {
    files('[a].json', 'a.json');
    expect(expanded('[a].json')).toEqual(['[a].json']);
  });

  test('counts once, also where a glob finds it again', () => {
    files('a.json', 'b.json');
    expect(expanded('b.json', '*.json', './b.json')).toEqual(['b.json', 'a.json']);
  });
});

test('relative globs are about the working directory', () => {
  expect(expandGlobs(['package*.json'])).toEqual(['package-lock.json', 'package.json']);
  expect(expandGlobs(['./package.{json,yaml}'])).toEqual(['package.json']);
});
