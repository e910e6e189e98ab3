// Every command that the documentation shows is run as it stands, against a served reference instead of localhost:8080.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { type Served, serveReference } from '../../src/reference/serve.js';

const root = packageRoot();
const BIN = join(root, 'dist', 'src', 'cli', 'bin.js');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Lines that set a machine up: CI runs them, a test would run itself. */
const SET_UP = ['npm ci && npm run demo', 'npm ci && npm test'];

/** Exit codes other than 0 that the text itself announces. */
const EXITS: Readonly<Record<string, number>> = {
  "npx ce-conform --target 'reference:?fault=http.dec.once/twice'": 1,
};

const shellLines = (page: string): readonly string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );

// The shell is not asked: quotes are all that the documentation uses of it.
const words = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

interface Ran {
  readonly code: number;
  readonly output: string;
}

const run = (args: readonly string[], cwd: string): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), output: stdout + stderr });
    });
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const opened: Served[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const served of opened) await served.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

// A command with a sink needs a target that forwards to it.
async function prepared(line: string): Promise<readonly string[]> {
  const sinkPort = line.includes('--sink-port') ? await freePort() : undefined;
  const served = await serveReference(
    sinkPort === undefined ? {} : { forward: new URL(`http://127.0.0.1:${sinkPort}/`) },
  );
  opened.push(served);
  return words(line)
    .slice(line.startsWith('npx ') ? 2 : 1)
    .map((word) => word.replace('http://localhost:8080', served.url.href))
    .map((word) => (word === '9000' ? String(sinkPort) : word));
}

describe.each(pages.filter((page) => shellLines(page).length > 0))('%s', (page) => {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-docs-'));
  folders.push(folder);
  const lines = shellLines(page);

  test.each(lines.filter((line) => !SET_UP.includes(line)))('%s', async (line) => {
    expect(line).toMatch(/^(npx )?ce-conform /);
    const { code, output } = await run(await prepared(line), folder);
    expect({ code, output: output.slice(0, 2000) }).toEqual({
      code: EXITS[line] ?? 0,
      output: expect.stringMatching(/\S/),
    });
  });

  test('set-up lines are run by CI', () => {
    const ci = readFileSync(join(root, '.ci', 'run'), 'utf8');
    for (const line of lines.filter((one) => SET_UP.includes(one))) {
      for (const part of line.split(' && ')) expect(ci).toContain(`\n${part}\n`);
    }
  });
});
