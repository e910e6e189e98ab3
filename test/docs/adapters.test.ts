// The tutorial for adapters: its programs are taken from the page and run, and what it shows on the screen is what comes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { CLAIM_WORDS } from '../../src/target/adapter/claim-words.js';
import { greet } from '../../src/target/adapter/greet.js';
import type { AdapterRequest } from '../../src/target/adapter/protocol.js';
import { startAdapter } from '../../src/target/adapter/start-adapter.js';
import { ceConform } from '../cli/helpers/command-line.js';

const page = readFileSync(join(packageRoot(), 'docs', 'adapters.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);

const programs = blocks('js').map((source) => ({ name: /^\/\/ (\S+)\n/.exec(source)?.[1] ?? '', source }));
const sessions = blocks('console').map((block) => {
  const [command = '', ...shown] = block.split('\n');
  return { command: command.replace(/^\$ /, ''), shown: shown.join('\n') };
});

const folder = mkdtempSync(join(tmpdir(), 'ce-conform-adapters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  const sdk = join(packageRoot(), 'adapters', 'javascript');
  if (!existsSync(join(sdk, 'node_modules', 'cloudevents'))) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: sdk, stdio: 'ignore' });
  }
  symlinkSync(join(sdk, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const { name, source } of programs) writeFileSync(join(folder, name), source);
});

test('the page has the programs that it speaks of', () => {
  expect(programs.map(({ name }) => name)).toEqual(['first.mjs', 'adapter.mjs']);
  expect(sessions.length).toBeGreaterThanOrEqual(2);
});

describe('on the screen', () => {
  test.each(sessions.map(({ command, shown }) => [command, shown]))('%s', async (command, shown) => {
    const [tool, ...args] = command.split(' ');
    expect(tool).toBe('ce-conform');
    const { stdout, exit } = await ceConform(args, folder);
    expect(stdout).toBe(shown);
    expect(exit).toBe(shown.includes('✖') ? 1 : 0);
  });
});

test('the whole adapter writes values that are no strings, and knows what is not set', async () => {
  const adapter = startAdapter([process.execPath, 'adapter.mjs'], { cwd: folder });
  const asked = { timeoutMs: 20_000 };
  expect(await greet(adapter, asked)).toMatchObject({ kind: 'hello' });
  const attributes = { specversion: '1.0', id: '1', source: '/s', type: 't', num: 7, flag: true };
  const encode: AdapterRequest = { op: 'encode', binding: 'http', mode: 'binary', events: [{ attributes }] };
  const encoded = (await adapter.ask(encode, asked)).outcome;
  expect(encoded).toMatchObject({ kind: 'reply', reply: { kind: 'message' } });
  const text = JSON.stringify({ ...attributes, ext: null });
  const message = { headers: [['Content-Type', { text: 'application/cloudevents+json' }]] as const, body: { text } };
  const decoded = (await adapter.ask({ op: 'decode', binding: 'http', message }, asked)).outcome;
  expect(decoded).toMatchObject({ kind: 'reply', reply: { events: [{ attributes: { num: 7, flag: true } }] } });
  await adapter.close();
});

test('the page names every word of supports', () => {
  for (const word of CLAIM_WORDS.filter((word) => !word.startsWith('encode'))) expect(page).toContain(`\`${word}\``);
});
