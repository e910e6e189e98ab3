import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { notFoundPage } from '../../src/site/pages/not-found.js';
import { renderSitePage } from '../../src/site/parts/site-page.js';
import type { Site } from '../../src/site/types.js';
import { writeSite } from '../../src/site/write-site.js';

const work = mkdtempSync(join(tmpdir(), 'ce-conform-write-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let folder = '';
let number = 0;
beforeEach(() => {
  folder = join(work, `out-${number++}`);
});

const site: Site = {
  files: new Map([
    ['index.html', renderSitePage(notFoundPage())],
    ['a/b.css', 'x'],
  ]),
  copies: new Map([['c/d.json', 'source.json']]),
};
writeFileSync(join(work, 'source.json'), '{}');

const tree = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

describe('writing the site', () => {
  test('writes and copies into a new folder, and into an empty one', () => {
    writeSite(site, work, folder);
    expect(tree()).toEqual(['a', 'a/b.css', 'c', 'c/d.json', 'index.html']);
    expect(readFileSync(join(folder, 'c', 'd.json'), 'utf8')).toBe('{}');
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeSite(site, work, folder);
    expect(tree()).toContain('a/b.css');
  });

  test('takes the place of an older site', () => {
    writeSite({ ...site, files: new Map([...site.files, ['old/page.html', 'x']]) }, work, folder);
    writeSite(site, work, folder);
    expect(tree()).toEqual(['a', 'a/b.css', 'c', 'c/d.json', 'index.html']);
  });

  test('a file is no folder', () => {
    writeFileSync(folder, 'x');
    expect(() => writeSite(site, work, folder)).toThrow('holds something else');
  });

  test.each([
    ['a page of somebody else', 'index.html', '<!doctype html>'],
    ['anything', 'notes.txt', 'dear'],
  ])('leaves a folder with %s alone', (_, name, text) => {
    mkdirSync(folder);
    writeFileSync(join(folder, name), text);
    expect(() => writeSite(site, work, folder)).toThrow('holds something else');
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(tree()).toEqual([name]);
  });
});
