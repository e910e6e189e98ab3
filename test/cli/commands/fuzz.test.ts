import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { fuzz } from '../../../src/cli/commands/fuzz.js';
import { serveReference } from '../../../src/reference/serve.js';
import { ceConformHere } from '../helpers/command-line.js';
import { memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const run = (...args: readonly string[]) =>
  ceConformHere(['fuzz', '--target', 'reference:', '--quiet', ...args], folder);

describe('a run that finds nothing', () => {
  test('is exit 0, keeps nothing, and writes the same report that --json prints', async () => {
    const { exit, stdout } = await run('--runs', '30', '--seed', 's', '--json', '--report', 'json=a/report.json');
    expect(exit).toBe(0);
    expect(existsSync(join(folder, '.ce-conform'))).toBe(false);
    expect(readFileSync(join(folder, 'a', 'report.json'), 'utf8')).toBe(stdout);
    expect(JSON.parse(stdout)).toMatchObject({ run: { seed: 's' }, findings: [], fixed: [], more: 0 });
  });

  test('ends after its messages, and sends the same for a seed', async () => {
    const [one, two] = [
      await run('--runs', '30', '--seed', 's', '--json'),
      await run('--runs', '30', '--seed', 's', '--json'),
    ];
    const [first, second] = [JSON.parse(one.stdout), JSON.parse(two.stdout)];
    expect(first.totals.messages).toBeGreaterThanOrEqual(30);
    expect(first.totals.messages).toBeLessThan(200);
    expect(second.cells.total).toBe(first.cells.total);
  });

  test('is exit 3 where it is interrupted', async () => {
    const io = memoryIo();
    const running = fuzz([], { target: 'reference:', quiet: true, save: false, seed: 's' }, io);
    io.interrupt();
    expect(await running.catch(({ diagnostic }) => diagnostic.exit)).toBe(3);
  });

  test('is exit 3 where nothing answers', async () => {
    const served = await serveReference();
    await served.close();
    const { exit, stdout } = await ceConformHere(['fuzz', '--target', served.url.href, '--quiet'], folder);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
  });
});

test('--no-save neither reads nor writes', async () => {
  mkdirSync(join(folder, '.ce-conform'));
  writeFileSync(join(folder, '.ce-conform', 'refused-0123456789.json'), '{');
  expect((await run('--runs', '5', '--no-save')).exit).toBe(0);
  const { exit, stdout, stderr } = await run('--runs', '5');
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain('failed to read .ce-conform/refused-0123456789.json: it is no JSON');
});

test('--findings names another folder, which a file is not', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { exit, stderr } = await run('--runs', '5', '--findings', 'file');
  expect(exit).toBe(2);
  expect(stderr).toContain('failed to read the findings in file: ');
});

describe('one usage error', () => {
  test.each([['0/2'], ['3/2'], ['1'], ['a/b'], ['1/0']])('for --shard %s', async (shard) => {
    const { exit, stderr } = await run('--shard', shard);
    expect(exit).toBe(2);
    expect(stderr).toContain(`failed to read --shard "${shard}"`);
  });

  test('for a report that could not be written at the end', async () => {
    mkdirSync(join(folder, 'report.json'));
    const { exit, stderr } = await run('--runs', '5', '--report', 'json=report.json');
    expect(exit).toBe(2);
    expect(stderr).toContain('failed to prepare the report report.json');
  });

  test('for --shard of a load', async () => {
    const { exit, stderr } = await run('--duration', '1s', '--shard', '1/2');
    expect(exit).toBe(2);
    expect(stderr).toContain('--duration is a load, which has no --runs and no --shard');
  });
});

test('shards of a seed try different things', async () => {
  const { url, close } = await serveReference();
  onTestFinished(close);
  const bodies = async (shard: string): Promise<string> => {
    const { stdout } = await ceConformHere(
      ['fuzz', '--target', url.href, '--runs', '20', '--seed', 's', '--shard', shard, '--json', '--quiet'],
      folder,
    );
    const { cells, run: about } = JSON.parse(stdout);
    expect(about.shard).toEqual({ index: Number(shard[0]) - 1, of: 2 });
    return JSON.stringify(cells.list.filter(({ messages }: { readonly messages: number }) => messages > 0));
  };
  expect(await bodies('1/2')).not.toBe(await bodies('2/2'));
});
