// What `init` writes, that runs take it, and what it refuses.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { init } from '../../../src/cli/commands/init.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { ceConformHere, type Ended } from '../helpers/command-line.js';
import { memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { DOWN, ENTER, fakeTerminal } from '../init/helpers/fake-terminal.js';

const FAULTY = 'reference:?fault=http.dec.once/twice';
const VERSION = (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const run = (...args: readonly string[]): Promise<Ended> => ceConformHere(args, folder);
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const written = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: {
    readonly cloudevents: {
      readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly if?: string }[];
    };
  };
}

describe('what it writes', () => {
  test('a target that fails today: its failures are listed, and a run takes them once they have a reason', async () => {
    const ended = await run('init', '--target', FAULTY);
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.stdout).toBe(`wrote ce-conform.yaml
wrote ce-conform-baseline.yaml (5 to list; the first run was nonconformant)
wrote .github/workflows/conformance.yml

Next:
  1. write a reason for 5 entries of ce-conform-baseline.yaml, by hand; until then no run takes it
  2. run it: npx ce-conform
`);
    expect(read('ce-conform.yaml')).toBe(`# What ce-conform judges here: whoever takes events at this address.
# Each setting is a flag of the same name; \`ce-conform schema config\` explains them.

target: ${FAULTY}
report:
  - json=ce-conform.json
baseline: ce-conform-baseline.yaml
`);
    const baseline = parse(read('ce-conform-baseline.yaml')) as { expected: readonly { case: string }[] };
    expect(new Set(baseline.expected.map((entry) => entry.case.replace(/\/.*/, '')))).toEqual(
      new Set(['http.dec.once']),
    );

    expect(await run()).toMatchObject({ exit: 2, stderr: expect.stringContaining('is still to be written') });
    writeFileSync(
      join(folder, 'ce-conform-baseline.yaml'),
      read('ce-conform-baseline.yaml').replaceAll('WRITE WHY THIS FAILS', 'the router decodes twice'),
    );
    expect(await run('--only', 'http.dec.once')).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('5 known failures, none new'),
    });
    expect(existsSync(join(folder, 'ce-conform.json'))).toBe(true);
  });

  test('the workflow of GitHub is pinned, may read alone, keeps the report, and its lines run', async () => {
    await run('init', '--target', 'reference:', '--no-run');
    const { on, permissions, jobs } = parse(read('.github/workflows/conformance.yml')) as Workflow;
    const { steps } = jobs.cloudevents;
    expect([Object.keys(on), permissions]).toEqual([['push', 'pull_request'], { contents: 'read' }]);
    expect(steps.flatMap(({ uses }) => uses ?? [])).toEqual([
      expect.stringMatching(/^actions\/checkout@[0-9a-f]{40}$/),
      expect.stringMatching(/^actions\/setup-node@[0-9a-f]{40}$/),
      expect.stringMatching(/^actions\/upload-artifact@[0-9a-f]{40}$/),
    ]);
    expect(steps.at(-1)?.if).toBe('always()');
    const lines = steps.flatMap((step) => step.run ?? []);
    expect(lines).toEqual([`npx --yes ce-conform@${VERSION}`]);
    // In a project that has this version npx takes that one, and asks no registry.
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(packageRoot(), join(folder, 'node_modules', 'ce-conform'));
    symlinkSync('../ce-conform/dist/src/cli/bin.js', join(folder, 'node_modules', '.bin', 'ce-conform'));
    writeFileSync(join(folder, 'package.json'), '{}');
    const env = { ...process.env, npm_config_offline: 'true', GITHUB_STEP_SUMMARY: '' };
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', lines.join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
    expect({ status, stderr: stderr.slice(0, 500) }).toMatchObject({ status: 0 });
    expect(stdout).toContain('Verdict   conformant');
    expect(JSON.parse(read('ce-conform.json'))).toMatchObject({ verdict: 'conformant', baseline: { exit: 0 } });
  });

  test('for GitLab a file to be included, and the comment says what has to be started', async () => {
    const { stdout } = await run('init', '--no-run', '--ci', 'gitlab', '--target', 'http://localhost:8080/in?a=b');
    expect(parse(read('.gitlab/conformance.yml'))).toEqual({
      conformance: {
        image: 'node:22',
        timeout: '20m',
        script: [`npx --yes ce-conform@${VERSION}`],
        artifacts: { when: 'always', paths: ['ce-conform.json'], reports: { junit: 'ce-conform-junit.xml' } },
      },
    });
    expect(read('.gitlab/conformance.yml')).toContain(
      '    # Here, start in the background what takes events at http://localhost:8080/in?a=b\n',
    );
    expect(parse(read('ce-conform.yaml'))).toMatchObject({
      report: ['json=ce-conform.json', 'junit=ce-conform-junit.xml'],
    });
    // A run takes all of it.
    expect(await run('--target', 'reference:', '--only', 'http.dec.once/blank')).toMatchObject({ exit: 0 });
    expect(written()).toContain('ce-conform-junit.xml');
    expect(stdout).toContain('in .gitlab-ci.yml, take it in: include: [{ local: /.gitlab/conformance.yml }]\n');
  });

  test('a target that is not there yet: an empty baseline, and why', async () => {
    const { exit, stdout } = await run('init', '--target', 'http://127.0.0.1:1/', '--ci', 'none', '--yes');
    expect(exit).toBe(0);
    expect(written()).toEqual(['ce-conform-baseline.yaml', 'ce-conform.yaml']);
    expect(read('ce-conform-baseline.yaml')).toContain(
      '# Empty so far: the first run came to nothing: failed to reach 127.0.0.1:1',
    );
    expect(stdout).toContain('wrote ce-conform-baseline.yaml (empty; the first run came to nothing: ');
    // A run takes the empty one.
    expect(await run('--target', 'reference:', '--only', 'http.dec.once/blank')).toMatchObject({ exit: 0 });
  });

  test.each<[readonly string[], object]>([
    [
      ['--adapter', '--', 'node', 'my adapter.js', '$(x)', '--force'],
      { adapter: ['node', 'my adapter.js', '$(x)', '--force'] },
    ],
    [['--listen', ':0'], { listen: ':0' }],
    [['--listen', ':0', '--', 'node', 'send.mjs'], { listen: ':0', program: ['node', 'send.mjs'] }],
    [
      ['--target', 'kafka://localhost:9092', '--profile', 'kafka-broker'],
      { target: 'kafka://localhost:9092', profile: ['kafka-broker'] },
    ],
  ])('%j', async (args, settings) => {
    const [flags, behind] = args.includes('--')
      ? [args.slice(0, args.indexOf('--')), args.slice(args.indexOf('--'))]
      : [args, []];
    expect(await run('init', '--no-run', '--ci', 'github', ...flags, ...behind)).toMatchObject({ exit: 0 });
    expect(parse(read('ce-conform.yaml'))).toEqual({
      ...settings,
      report: ['json=ce-conform.json'],
      baseline: 'ce-conform-baseline.yaml',
    });
    expect(read('.github/workflows/conformance.yml')).toMatch(/^ {6}# Here, /m);
  });

  test('at a terminal it asks for what no flag says', async () => {
    const io = memoryIo({ columns: 100 });
    const terminal = fakeTerminal([
      ['What is to be judged?', DOWN, ENTER],
      ['At which address', ...'mqtt://h/in?reply=out', ENTER],
      ['Where does it run?', ENTER],
    ]);
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(await init([], { run: false }, io, terminal)).toBe(0);
    } finally {
      process.chdir(before);
    }
    expect(parse(read('ce-conform.yaml'))).toMatchObject({ target: 'mqtt://h/in?reply=out' });
    expect(written()).toContain('conformance.yml');
  });
});

describe('what is there already', () => {
  test('is never overwritten, and then nothing is written at all', async () => {
    mkdirSync(join(folder, '.github', 'workflows'), { recursive: true });
    writeFileSync(join(folder, '.github', 'workflows', 'conformance.yml'), 'mine');
    const { exit, stderr } = await run('init', '--target', 'reference:');
    expect([exit, stderr]).toEqual([
      2,
      'error: failed to write .github/workflows/conformance.yml: it is there already\n' +
        '  hint: --force writes them anew, and brings a baseline up to date\n',
    ]);
    expect([written(), read('.github/workflows/conformance.yml')]).toEqual([['conformance.yml'], 'mine']);
  });

  test('is written anew with --force, where a baseline keeps its reasons', async () => {
    writeFileSync(join(folder, 'ce-conform.yaml'), 'target: "reference:"\n');
    writeFileSync(
      join(folder, 'ce-conform-baseline.yaml'),
      'expected:\n  - case: http.dec.once/blank\n    reason: the router decodes twice\n  - case: http.dec.plus\n    reason: gone\n',
    );
    const { exit } = await run('init', '--force', '--target', FAULTY, '--ci', 'none');
    expect(exit).toBe(0);
    const { expected } = parse(read('ce-conform-baseline.yaml')) as { expected: readonly object[] };
    expect(expected[0]).toEqual({ case: 'http.dec.once/blank', reason: 'the router decodes twice' });
    expect(expected.filter((entry) => JSON.stringify(entry).includes('http.dec.plus'))).toEqual([]);
    expect(parse(read('ce-conform.yaml'))).toMatchObject({ target: FAULTY });
  });
});

describe('what it refuses, with nothing written', () => {
  test.each<[readonly string[], string]>([
    [[], 'failed to start: nothing says what is to be judged, and there is no terminal to ask at'],
    [['--yes'], 'failed to start: nothing says what is to be judged, and there is no terminal to ask at'],
    [['--target', 'localhost:8080'], 'failed to read the target: "localhost:8080" is no address of one'],
    [['--target', 'http://a/\nb: c'], 'failed to read the target: '],
    [['--target', 'http://user:pass@host/'], 'failed to write the target: http://[redacted]@host/ holds a secret'],
    [['--target', 'https://host/?access_token=x'], 'holds a secret'],
    [['--target', 'reference:?fault=no.such'], 'fault'],
    [
      ['--target', 'reference:', '--listen', ':0'],
      'failed to start: more than one of --target, --adapter and --listen is given',
    ],
    [['--target', 'reference:', '--profile', 'nobody'], 'failed to select profiles: there is none named "nobody"'],
    [['--adapter'], 'failed to start the adapter: there is no command line'],
    [['--listen', '8080'], 'failed to read --listen'],
    [['--', 'node', 'x.js'], 'failed to start: nothing takes "node" "x.js"'],
    [['--ci', 'jenkins', '--target', 'reference:'], "option '--ci <where>' argument 'jenkins' is invalid"],
  ])('%j', async (args, message) => {
    const { exit, stderr } = await run('init', ...args);
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
    expect(written()).toEqual([]);
  });
});
