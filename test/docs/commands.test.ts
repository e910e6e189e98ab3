// Every command that the documentation shows is run as it stands, against a served reference instead of localhost:8080.
// A YAML file whose first line names it is written where it stands; text below a command has to be on its screen.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { type Served, serveReference } from '../../src/reference/serve.js';
import { reportMissing } from '../adapters/helpers/toolchain.js';
import { missingFor, surroundings } from './helpers/around.js';

const root = packageRoot();
const BIN = join(root, 'dist', 'src', 'cli', 'bin.js');
const pages = [
  'README.md',
  'reports/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Lines that set a machine up: CI runs them, a test would run itself. */
const SET_UP = ['npm ci && npm run demo', 'npm ci && npm test'];

/** Exit codes other than 0 that the text itself announces. */
const EXITS: Readonly<Record<string, number>> = {
  'ce-conform --adapter --report json=report.json -- node adapters/javascript/adapter.js': 1,
  "npx ce-conform --target 'reference:?fault=http.dec.once/twice'": 1,
  "ce-conform fuzz --target 'reference:?fault=json.batch.mixed/sixteen' --runs 500 --seed try": 1,
  "ce-conform replay --target 'reference:?fault=json.batch.mixed/sixteen'": 1,
  'ce-conform fuzz --runs 400 --seed try --no-save --adapter -- node adapters/javascript/adapter.js': 1,
};

interface Step {
  readonly line: string;
  /** Files that stand between the command before and this one. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** What the page shows of its screen. */
  readonly shown: readonly string[];
}

function stepsOf(page: string): readonly Step[] {
  const steps: { line: string; files: { name: string; text: string }[]; shown: string[] }[] = [];
  let files: { name: string; text: string }[] = [];
  for (const [, kind, block = ''] of readFileSync(join(root, page), 'utf8').matchAll(
    /^```(sh|yaml|text)\n([\s\S]*?)^```$/gm,
  )) {
    const [, name] = /^# ([\w.-]+\.yaml)\n/.exec(block) ?? [];
    if (kind === 'yaml' && name !== undefined) files.push({ name, text: block });
    if (kind === 'text') steps.at(-1)?.shown.push(block);
    for (const line of kind === 'sh' ? block.trim().split('\n') : []) {
      steps.push({ line, files, shown: [] });
      files = [];
    }
  }
  return steps;
}

/** The exit code that the page tells: in its text, or by showing the end of a report or an error. */
function exitOf({ line, shown }: Step): number {
  const screen = shown.join('');
  const [, told = screen.startsWith('error: ') ? '2' : '0'] = /^Exit +(\d): /m.exec(screen) ?? [];
  return EXITS[line] ?? Number(told);
}

/** What stands before the two dashes, and the rest. */
function parted(args: readonly string[]): readonly [readonly string[], readonly string[]] {
  const at = args.indexOf('--');
  return at === -1 ? [args, []] : [args.slice(0, at), args.slice(at)];
}

// The shell is not asked: quotes are all that the documentation uses of it.
const words = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

interface Ran {
  readonly code: number;
  readonly output: string;
}

// A program that a command starts may be the command itself. What removes containers of killed runs cannot be pulled everywhere.
const environment = (cwd: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [cwd, process.env['PATH'] ?? ''].join(delimiter),
  TESTCONTAINERS_RYUK_DISABLED: 'true',
  GITHUB_STEP_SUMMARY: '',
});

const run = (args: readonly string[], cwd: string): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { cwd, env: environment(cwd), maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [BIN, ...args], options, (error, stdout, stderr) => {
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
const around = surroundings();
afterAll(async () => {
  await around.close();
  for (const served of opened) await served.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

// A command with a sink needs a target that forwards to it.
async function prepared(line: string): Promise<readonly string[]> {
  const listenPort = line.includes(' :9000') ? await freePort() : undefined;
  if (listenPort !== undefined && !line.includes(' -- ')) sendOnce(listenPort);
  const sinkPort = line.includes('--sink-port') ? await freePort() : undefined;
  const served = await serveReference(
    sinkPort === undefined
      ? {}
      : {
          forward: new URL(`http://127.0.0.1:${sinkPort}/`),
          ...(line.includes('--apply') ? { filtered: true as const } : {}),
        },
  );
  opened.push(served);
  return words(line)
    .slice(line.startsWith('npx ') ? 2 : 1)
    .map((word) => word.replace(/http:\/\/localhost:8080\/?/, served.url.href))
    .map((word) => (word === '9000' ? String(sinkPort) : word))
    .map((word) => (listenPort === undefined ? word : word.replace(/:9000(?=\/|$)/, `:${listenPort}`)));
}

/** A producer of the reader's own, that takes its address from its command line. */
const PRODUCER = `
const url = process.argv[process.argv.indexOf('--url') + 1];
const headers = { 'ce-specversion': '1.0', 'ce-source': '/own', 'ce-type': 'com.example.own' };
for (const id of ['1', '2', '3']) await fetch(url, { method: 'POST', headers: { ...headers, 'ce-id': id } });
`;

/** An engine of the reader's own behind an adapter. */
const ENGINE = `
import { answerAs } from ${JSON.stringify(join(root, 'dist', 'src', 'reference', 'adapter', 'answer.js'))};
import { serveAdapter } from ${JSON.stringify(join(root, 'dist', 'src', 'reference', 'adapter', 'serve-adapter.js'))};
await serveAdapter(process.stdin, process.stdout, (request) => answerAs(request, '1', []));
`;

// Whoever sends to a listener may start before it listens.
function sendOnce(port: number): void {
  const headers = { 'ce-specversion': '1.0', 'ce-source': '/own', 'ce-type': 'com.example.own', 'ce-id': '1' };
  const attempt = (left: number): void => {
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers }).catch(() => {
      if (left > 0) setTimeout(() => attempt(left - 1), 50);
    });
  };
  attempt(400);
}

// The commands of the pages are run where the repository is, so to speak; what they write stays out of it.
function workingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-docs-'));
  folders.push(folder);
  for (const name of ['adapters', 'examples', 'reports']) symlinkSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, 'producer.mjs'), PRODUCER);
  writeFileSync(join(folder, 'engine.mjs'), ENGINE);
  writeFileSync(join(folder, 'ce-conform'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, { mode: 0o755 });
  return folder;
}

beforeAll(() => {
  for (const name of ['adapters/javascript', 'examples']) {
    const cwd = join(root, name);
    if (!existsSync(join(cwd, 'node_modules', 'cloudevents')))
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd, stdio: 'ignore' });
  }
});

describe.each(pages.filter((page) => stepsOf(page).length > 0))('%s', (page) => {
  const folder = workingFolder();
  const steps = stepsOf(page);

  const toRun = steps.filter(({ line }) => !SET_UP.includes(line)).map((step) => [step.line, step] as const);

  test.each(toRun)('%s', async (_, step) => {
    expect(step.line).toMatch(/^(npx )?ce-conform /);
    for (const { name, text } of step.files) writeFileSync(join(folder, name), text);
    const absent = missingFor(step.line);
    for (const line of absent) reportMissing(line);
    if (absent.length > 0) return;
    const { word, images, close } = await around.prepare(step.line);
    const [args, behind] = parted((await prepared(step.line)).map(word));
    const { code, output } = await run([...args, ...images, ...behind], folder);
    await close();
    expect({ code, output: output.slice(0, 2000) }).toEqual({
      code: exitOf(step),
      output: expect.stringMatching(/\S/),
    });
    for (const text of step.shown) expect(output).toContain(text);
  });

  test('set-up lines are run by CI', () => {
    const ci = readFileSync(join(root, '.ci', 'run'), 'utf8');
    for (const { line } of steps.filter((one) => SET_UP.includes(one.line))) {
      for (const part of line.split(' && ')) expect(ci).toContain(`\n${part}\n`);
    }
  });
});
