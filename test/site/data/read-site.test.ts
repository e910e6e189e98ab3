import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSite } from '../../../src/site/data/read-site.js';
import { reportOf } from '../../report/text/helpers/reports.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function checkout(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'ce-conform-checkout-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ ...PLAIN, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const PLAIN = {
  'package.json': '{}',
  'README.md': '# It\r\n',
  'assets/base.css': 'h{}',
  'assets/page.css': 'a{}',
  'assets/site.css': 'b{}',
  'assets/site.js': 'c',
  'adapters/subjects.yaml': '- { id: demo, sdk: npm demo, run: [demo] }\n- { id: none, sdk: npm none, run: [none] }\n',
};
// The digest of a suite has 64 digits.
const report = (version: string): string =>
  JSON.stringify(reportOf({ suite: { digest: '0'.repeat(64), specVersion: '1.0.2' }, target: { version } }));

describe('what the site is made of', () => {
  test('reports by version, Markdown, finished pages, and nothing else', () => {
    const root = checkout({
      'reports/demo/1.9.0.json': report('1.9.0'),
      'reports/demo/1.10.0.json': report('1.10.0'),
      'reports/demo/1.9.0-to-1.10.0.md': '# Changes',
      'reports/other/1.0.0.json': 'no report of a subject is read here',
      'reports/demo.json': 'nor here',
      'reports/interop.html': '<p>',
      'docs/a.md': '# A',
      'docs/decisions/0001-b.md': '# B',
      'docs/notes.txt': 'no',
    });
    const { sdks, ...rest } = readSite(root, { base: '/x/' });
    expect(
      sdks.map(({ entry, newest, older }) => [
        entry.id,
        newest.version,
        newest.file,
        older.map(({ version }) => version),
      ]),
    ).toEqual([['demo', '1.10.0', 'reports/demo/1.10.0.json', ['1.9.0']]]);
    expect(rest).toEqual({
      markdown: [
        { path: 'README.md', text: '# It\n' },
        { path: 'docs/a.md', text: '# A' },
        { path: 'docs/decisions/0001-b.md', text: '# B' },
        { path: 'reports/demo/1.9.0-to-1.10.0.md', text: '# Changes' },
      ],
      pages: ['reports/interop.html'],
      base: '/x/',
      style: 'h{}\na{}\nb{}',
      script: 'c',
    });
  });

  test.each([
    ['{ "repository": "https://example.org/a/b" }', 'https://example.org/a/b'],
    ['{ "repository": { "type": "git", "url": "git+https://example.org/a/b.git" } }', 'https://example.org/a/b'],
    ['{ "repository": "github:a/b" }', undefined],
  ])('the repository of %s is %s', (manifest, expected) => {
    const root = checkout({ 'package.json': manifest, 'reports/demo/1.0.0.json': report('1.0.0') });
    expect(readSite(root).repository).toBe(expected);
  });

  test.each([
    ['/x/', true],
    ['/', true],
    ['https://example.org/', true],
    ['https://example.org/x/y/', true],
    ['https://example.org', false],
    ['/x', false],
    ['x/', false],
    ['', false],
    ['javascript:alert(1)/', false],
  ])('the base %j is taken: %s', (base, isTaken) => {
    const root = checkout({ 'reports/demo/1.0.0.json': report('1.0.0') });
    if (isTaken) expect(readSite(root, { base }).base).toBe(base);
    else expect(() => readSite(root, { base })).toThrow('is no place for it');
  });

  test('a checkout without a report is refused', () => {
    expect(() => readSite(checkout({}))).toThrow('no subject of adapters/subjects.yaml has a report');
  });

  test('a report that is none is named', () => {
    const root = checkout({ 'reports/demo/1.0.0.json': '{"schema":"ce-conform/report/1"}' });
    expect(() => readSite(root)).toThrow(/failed to read .*1\.0\.0\.json/);
  });
});
