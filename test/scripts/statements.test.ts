// The extractor end to end: a small specification in a git repository, made here, in our own words.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';

interface Row {
  readonly id: string;
  readonly fp: string;
  readonly keyword: string;
  readonly section: string;
  readonly line: number;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ce-conform-statements-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The statements of a text, through the module that the script uses. */
async function extract(...lines: readonly string[]): Promise<readonly Row[]> {
  const path = pathToFileURL(join(packageRoot(), 'scripts/statements/extract.mjs')).href;
  const { statements } = (await import(path)) as { statements: (text: string, document: string) => readonly Row[] };
  return statements(lines.join('\n'), 'core');
}

const short = (rows: readonly Row[]): readonly string[] =>
  rows.map(({ id, keyword, line }) => `${id} ${keyword} ${line}`);

describe('statements', () => {
  test('are sentences with a keyword, numbered in their section, at the line of the keyword', async () => {
    const rows = await extract(
      '# Big Rules',
      '',
      'A cat sleeps. A cat MUST eat and',
      'it MAY purr. Dogs',
      'SHOULD NOT bark.',
      '',
      '## More: `rules`',
      '',
      'Birds MAY sing.',
    );
    expect(short(rows)).toEqual([
      'core/big-rules/1 MUST 3',
      'core/big-rules/2 SHOULD NOT 5',
      'core/more-rules/1 MAY 9',
    ]);
  });

  test('are also list items and table rows', async () => {
    const rows = await extract(
      '# A',
      '- REQUIRED',
      '- MUST be',
      '  long',
      '',
      '| a | b |',
      '| - | - |',
      '| x | MAY. Then it SHOULD |',
    );
    expect(short(rows)).toEqual(['core/a/1 REQUIRED 2', 'core/a/2 MUST 3', 'core/a/3 SHOULD 8']);
  });

  test('file a sentence under its strongest keyword, a verb before an adjective', async () => {
    expect(short(await extract('# A', 'What is REQUIRED MUST be and MAY go.'))).toEqual(['core/a/1 MUST 2']);
  });

  test('are not made of code, headings, contents, comments, link definitions, mentions or the keyword paragraph', async () => {
    const rows = await extract(
      '# You MUST',
      'Code `MUST` and [text](MUST) and "MAY" are no rules.',
      '',
      'The key words "MUST", "MUST NOT", "REQUIRED" are those MUST words.',
      '```',
      'it MUST',
      '```',
      '',
      '    it MUST',
      '',
      '<!-- it MUST -->',
      '<!-- it',
      'MUST',
      '-->',
      '[must]: https://e.test/MUST',
      '## Table of Contents',
      '- it MUST',
    );
    expect(rows).toEqual([]);
  });

  test('do not end at an abbreviation', async () => {
    expect(short(await extract('# A', 'Cats, e.g. "Tom", MUST eat. They MAY sleep.'))).toEqual([
      'core/a/1 MUST 2',
      'core/a/2 MAY 2',
    ]);
  });

  test('give repeated headings the anchors that GitHub gives', async () => {
    const rows = await extract('# Source', 'It MAY.', '# source', 'It MUST.');
    expect(rows.map(({ section }) => section)).toEqual(['source', 'source-1']);
  });

  test('keep their fingerprint when wrapped, re-cased or punctuated otherwise, and lose it with a word', async () => {
    const print = async (text: string) => (await extract('# A', ...text.split('\n')))[0]?.fp;
    expect(await print('A cat MUST\neat.')).toBe(await print('A *cat* MUST eat!'));
    expect(await print('A cat MUST eat.')).not.toBe(await print('A cat MUST drink.'));
    expect(await print('A cat MUST eat.')).toMatch(/^[0-9a-f]{10}$/);
  });
});

describe('npm run statements', () => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(packageRoot(), 'scripts/statements.mjs'), ...args], { encoding: 'utf8' });

  test('without a checkout says how to use it', () => {
    const { status, stderr } = run();
    expect(status).toBe(2);
    expect(stderr).toContain('--dir is missing');
    expect(stderr).toContain('usage: npm run statements -- --dir CHECKOUT');
  });

  test('with a folder that lacks the pinned commits fails and writes nothing', () => {
    git('init', '--quiet');
    const { status, stderr } = run('--dir', folder, '--out', join(folder, 'index'));
    expect(status).toBe(2);
    expect(stderr).toContain('failed to make the statement index');
    expect(() => readFileSync(join(folder, 'index/main.jsonl'))).toThrow();
  });

  test('compares with the index, writes it, and is quiet the second time', () => {
    const copy = join(folder, 'project');
    mkdirSync(join(copy, 'scripts/statements'), { recursive: true });
    for (const file of ['statements.mjs', 'statements/extract.mjs', 'statements/blocks.mjs']) {
      writeFileSync(join(copy, 'scripts', file), readFileSync(join(packageRoot(), 'scripts', file)));
    }
    git('init', '--quiet', '--initial-branch=main');
    writeFileSync(join(folder, 'rules.md'), '# A\n\nCats MUST eat. Cats MAY sleep.\n');
    git('add', 'rules.md');
    git('-c', 'user.name=t', '-c', 'user.email=t@e.test', 'commit', '--quiet', '-m', 'one');
    const released = git('rev-parse', 'HEAD').trim();
    writeFileSync(join(folder, 'rules.md'), '# A\n\nCats MUST eat. Cats SHOULD sleep.\n');
    git('-c', 'user.name=t', '-c', 'user.email=t@e.test', 'commit', '--quiet', '-am', 'two');
    for (const document of ['core', 'json', 'http', 'kafka', 'mqtt', 'cesql']) {
      mkdirSync(join(copy, 'suites', document), { recursive: true });
      const file = { path: 'rules.md', specification: { '1.0.2': released, main: released } };
      writeFileSync(join(copy, 'suites', document, 'requirements.json'), JSON.stringify(file));
    }
    const index = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(copy, 'scripts/statements.mjs'), '--dir', folder, ...args], {
        encoding: 'utf8',
      });

    expect(index('--check')).toMatchObject({ status: 1, stderr: '' });
    expect(index().status).toBe(0);
    const rows = readFileSync(join(copy, 'suites/statements/ce-v1.0.2.jsonl'), 'utf8').trim().split('\n');
    expect(rows).toHaveLength(12);
    expect(Object.keys(JSON.parse(rows[0] ?? '') as Row)).toEqual(['id', 'fp', 'keyword', 'section', 'line']);
    expect(index('--check')).toMatchObject({
      status: 0,
      stdout: '1.0.2: 12 statements, 0 new, 0 gone\nmain: 12 statements, 0 new, 0 gone\n',
    });
    const newer = index('--check', '--main', 'main');
    expect(newer.status).toBe(1);
    expect(newer.stdout).toContain('main: 12 statements, 6 new, 6 gone');
    expect(newer.stdout).toContain('  new   http/a/2  SHOULD  line 3\n');
    expect(newer.stdout).toContain('  gone  http/a/2  MAY  line 3\n');
  });
});
