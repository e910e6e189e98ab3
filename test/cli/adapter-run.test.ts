// SDKs behind adapters, programs of their own, judged by the command line: what a user types, what comes out, and the exit code.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import type { Report } from '../../src/report/types.js';
import { ceConform, ceConformHere, type Ended } from './helpers/command-line.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const DIST = join(packageRoot(), 'dist', 'src');
const BIN = join(DIST, 'cli', 'bin.js');
const REFERENCE = [process.execPath, BIN, 'reference', '--adapter'];

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const run = (...args: readonly string[]): Promise<Ended> => ceConformHere(args, folder);
/** A run over an adapter, and its report. */
async function judged(
  argv: readonly string[],
  ...flags: readonly string[]
): Promise<Ended & { readonly report: Report }> {
  const ended = await run('--seed', 'e2e', '--json', ...flags, '--adapter', '--', ...argv);
  if (ended.stdout === '') throw new Error(`no report: ${ended.stderr}`);
  return { ...ended, report: JSON.parse(ended.stdout) as Report };
}

/** A program that answers as the reference does, but for what `special` does with a request, its line and `count`. */
function program(special: string): readonly string[] {
  const path = join(folder, 'adapter.mjs');
  writeFileSync(
    path,
    `import { serveAdapter } from ${JSON.stringify(join(DIST, 'reference', 'adapter', 'serve-adapter.js'))};
import { answerAs } from ${JSON.stringify(join(DIST, 'reference', 'adapter', 'answer.js'))};
const special = ${special};
await serveAdapter(process.stdin, process.stdout, (request, line) => special(request, line) ?? answerAs(request, '1', []));
`,
  );
  return [process.execPath, path];
}

const statusOf = (report: Report, id: string) => report.cases.find((one) => one.id === id)?.status;
const counts = (report: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(report.summary).filter(([, count]) => count > 0));

const FEW = ['--only', 'core.attr.*', 'core.ext.*', 'core.int.forward', 'core.id.empty'];
const EXTENSIONS = 'core.ext.unknown';

describe('an SDK behind an adapter', () => {
  test('that keeps every rule is conformant in all its roles, and its report is verified', async () => {
    const { exit, report, stderr } = await judged(REFERENCE, '--report', 'json=report.json', '-q', ...FEW);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(report.target).toMatchObject({
      kind: 'adapter',
      name: 'ce-conform reference',
      language: 'typescript',
      observation: 'adapter',
      tasks: ['decode', 'encode', 'forward', 'evaluate'],
      notes: [],
    });
    expect(report.profiles.map(({ id }) => id)).toEqual([
      'http-acceptance',
      'http-receiver',
      'http-producer',
      'kafka-consumer',
      'kafka-producer',
      'mqtt5-consumer',
      'mqtt5-producer',
      'mqtt3-consumer',
      'mqtt3-producer',
      'intermediary',
      'cesql-engine',
      'validation',
    ]);
    expect(report.summary).toMatchObject({ fail: 0, warn: 0, inconclusive: 0, blocked: 0 });
    expect(await run('verify', 'report.json')).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^conformant {2}/),
    });
  });

  test('gives equal reports in equal runs, but for the run block and the digest over it', async () => {
    const reports = [await judged(REFERENCE, ...FEW), await judged(REFERENCE, ...FEW)];
    const [one, two] = reports.map(({ report }) => JSON.stringify({ ...report, run: undefined, digest: undefined }));
    expect(one).toBe(two);
  });

  test('with a fault is nonconformant, and the text says what was asked, what came, and how to see it again', async () => {
    const argv = [...REFERENCE, '--fault', 'core.id.empty/found-valid', 'core.id.nonempty/unchecked'];
    const flags = ['-q', '--seed', 'e2e', '--only', 'core.id.empty', '--adapter', '--', ...argv];
    const { exit, stdout } = await ceConform(flags, folder);
    expect(exit).toBe(1);
    expect(stdout).toContain('An invalid event is found valid');
    expect(stdout).toContain('to be validated, one after the other:');
    expect(stdout).toContain('--only core.id.empty/empty@http-binary --adapter -- ');
    expect(stdout).toMatch(/Verdict {3}nonconformant/);
  });

  test.each(['core.ext.empty-string/dropped', 'core.attr.required/unchecked'])(
    'is seen to have the fault %s',
    async (fault) => {
      const requirement = fault.replace(/\/.*$/, '');
      const { report, exit } = await judged(
        [...REFERENCE, '--fault', fault],
        '-q',
        '--only',
        requirement,
        'core.attr.minimal',
      );
      expect(report.findings.flatMap(({ requirements }) => requirements)).toContain(requirement);
      expect(exit).toBe(1);
    },
  );
});

describe('the reference as a program', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends at %s, and at the end of its stdin', async (signal) => {
    for (const end of ['signal', 'stdin'] as const) {
      const child = spawn(process.execPath, [BIN, 'reference', '--adapter'], { stdio: 'pipe' });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const answered = new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
      child.stdin.write('{"id":1,"op":"hello","protocol":1}\n');
      expect(JSON.parse(await answered)).toMatchObject({ id: 1, name: 'ce-conform reference' });
      if (end === 'signal') child.kill(signal);
      else child.stdin.end();
      expect(await ended).toBe(0);
    }
  });

  test('says what it is for where a line is no request', async () => {
    const child = spawn(process.execPath, [BIN, 'reference', '--adapter'], { stdio: 'pipe' });
    const said = child.stderr.toArray();
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.stdin.end('hello\n');
    expect(await ended).toBe(2);
    expect((await said).join('')).toContain('failed to read a request: a line on stdin is no JSON');
  });
});

describe('what is claimed', () => {
  test('by the user beats what the adapter says, also for what is passed on', async () => {
    const { report } = await judged(
      REFERENCE,
      '-q',
      '--claims',
      'decode:http-binary,encode:http-binary',
      '--only',
      'core.int.forward',
      'core.attr.required',
    );
    expect(report.target.claims).toEqual(['decode:http-binary', 'encode:http-binary']);
    expect(report.target.notes).toContain('validate is not claimed, though a valid event is told from an invalid one');
    expect(statusOf(report, 'core.attr.required/ordinary@http-structured')).toBe('not-applicable');
    const passed = report.cases.find(({ id }) => id === 'core.int.forward/extension@http-binary');
    expect(passed?.status).toBe('pass');
    const [came] = passed?.evidence?.received ?? [];
    expect(came?.kind === 'messages' && came.messages[0]?.headers.map(([name]) => name.toLowerCase())).toContain(
      'ce-id',
    );
  });

  test('to validate adds to what the adapter says', async () => {
    const claims = `(request) => request.op === 'hello'
      ? { protocol: 1, name: 'a', version: '1', language: 'x', supports: ['decode:http-binary'] } : undefined`;
    const { report } = await judged(program(claims), '-q', '--claims', 'validation', '--only', 'core.id.empty');
    expect(report.target.claims).toEqual(['decode:http-binary', 'validate']);
    expect(statusOf(report, 'core.id.empty/empty@http-binary')).toBe('pass');
  });

  test('of nothing that can be judged is a usage error', async () => {
    const nothing = `(request) => request.op === 'hello'
      ? { protocol: 1, name: 'a\\u001b[2J', version: '1', language: 'x', supports: ['evaluate:sql'] } : undefined`;
    const { exit, stdout, stderr } = await run('--adapter', '--', ...program(nothing));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('its hello claims nothing that can be judged');
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toContain('ce-conform adapter check');
  });
});

describe('a program that misbehaves', () => {
  test('by not being there is exit 3, with what to do', async () => {
    const { exit, stdout, stderr } = await ceConform(['--adapter', '--', join(folder, 'no-such-program')], folder);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain('failed to greet the adapter');
    expect(stderr).toContain('no-such-program');
    expect(stderr).toContain('hint: run the command line');
  });

  test('by never saying hello is exit 3, at the deadline of the run', async () => {
    const argv = [process.execPath, '-e', 'process.stdin.resume()'];
    const { exit, stdout, stderr } = await run('--max-time', '1', '--adapter', '--', ...argv);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain('failed to greet the adapter: no reply within 1000 ms');
    expect(stderr).toContain('hint: answer each line of stdin with one line on stdout');
  });

  test.each([
    ['sending everything back', 'process.stdin.pipe(process.stdout)', 'breaks the protocol'],
    ['ending at once', 'process.exit(7)', 'exit code 7'],
    [
      'writing no JSON',
      'console.log("ready"); process.stdin.resume().on("end", () => process.exit())',
      'no JSON: "ready"',
    ],
  ])('by %s is not judged', async (_, source, words) => {
    const { exit, stdout, stderr } = await run('--max-time', '5', '--adapter', '--', process.execPath, '-e', source);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('by answering what does not exist is disqualified', async () => {
    const knowing = `(request) => request.op.startsWith('canary-') ? { valid: true } : undefined`;
    const { exit, stdout, stderr } = await run('--adapter', '--', ...program(knowing));
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain('answers without reading');
  });

  test('by dying of some events fails their cases alone, and says what it wrote', async () => {
    const dying = `(request, line) => {
      if (request.op !== 'decode' || !line.includes('comexampleext')) return undefined;
      console.error('panic: no such extension \\u001b[2J');
      process.exit(3);
    }`;
    const { report, exit } = await judged(program(dying), '-q', '--only', EXTENSIONS, 'core.attr.minimal');
    const failed = report.cases.filter(({ evidence }) =>
      JSON.stringify(evidence?.received ?? []).includes('exit code 3'),
    );
    expect(failed.length).toBeGreaterThan(0);
    for (const one of failed) {
      expect(one.requirement).toBe(EXTENSIONS);
      expect(one.status).toMatch(/fail|warn/);
      expect(one.evidence?.stderr).toContain('panic: no such extension \u001b[2J');
    }
    expect(statusOf(report, 'core.attr.minimal/ordinary@http-structured')).toBe('pass');
    expect(report.run).not.toHaveProperty('stopped');
    expect(counts(report)).not.toHaveProperty('notRun');
    expect(exit).toBeLessThan(2);
  });

  test('by dying of many events is judged to the end', async () => {
    const dying = `(request) => {
      if (request.op === 'encode' && request.events.some(({ attributes }) => 'time' in attributes)) process.exit(3);
      return undefined;
    }`;
    const { report, exit } = await judged(program(dying), '-q', '--only', 'core.type.time-out/*@http-binary');
    const died = report.cases.filter(({ status }) => status === 'fail');
    // Each dies twice: among others, and alone. A program is given up after 20 deaths in a row.
    expect(died.length).toBeGreaterThan(10);
    expect(report.run).not.toHaveProperty('stopped');
    expect(exit).toBe(1);
  });

  test('by hanging on an event times out there alone', async () => {
    const hanging = `(request, line) => request.op === 'decode' && line.includes('comexampleext') ? '' : undefined`;
    // Within the deadline a program starts again, and answers.
    const flags = ['-q', '--timeout', '5000', '--only', `${EXTENSIONS}/one@http-binary`, 'core.attr.minimal/ordinary'];
    const { report } = await judged(program(hanging), ...flags);
    const hung = report.cases.filter(({ evidence }) =>
      JSON.stringify(evidence?.received ?? []).includes('within 5000 ms'),
    );
    expect(hung.length).toBeGreaterThan(0);
    for (const one of hung) expect(one.status).toMatch(/timeout|warn/);
    expect(statusOf(report, 'core.attr.minimal/ordinary@http-structured')).toBe('pass');
    expect(report.run).not.toHaveProperty('stopped');
  });

  test('by lying is not believed, and what it says harms no terminal', async () => {
    const lying = `(request) => request.op === 'decode' ? { rejected: { reason: 'no \\u001b]0;pwned\\u0007\\u202e' } } : undefined`;
    const { exit, stdout } = await run('-q', '--only', 'core.attr.minimal', '--adapter', '--', ...program(lying));
    expect(exit).toBe(1);
    expect(stdout).toContain('rejected: no \\u{1b}]0;pwned\\u{7}\\u{202e}');
    expect(stdout).not.toMatch(/[\u0007\u001b\u202e]/);
  });
});

describe('the command line', () => {
  test.each([
    ['--adapter without a command line', ['--adapter'], 'there is no command line'],
    ['a command line without --adapter', ['--', 'node', 'adapter.js'], 'nothing takes "node" "adapter.js"'],
    ['stray words', ['reference:'], 'there is no command "reference:"'],
    [
      'both --target and --adapter',
      ['--target', 'reference:', '--adapter', '--', 'node'],
      'more than one of --target, --image, --adapter and --listen',
    ],
    ['a filter that matches nothing', ['--only', 'nothing.*', '--adapter', '--', ...REFERENCE], 'matches none of'],
    ['a claim that there is none of', ['--claims', 'pigeon', '--adapter', '--', 'node'], 'saw "pigeon"'],
  ])('%s is a usage error', async (_, args, words) => {
    const { exit, stdout, stderr } = await run(...args);
    expect(stderr).toContain(words);
    expect(stderr).toContain('hint: ');
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });

  test('takes no word for a flag of its own that stands behind the dashes', async () => {
    const shown = `(request) => request.op === 'hello'
      ? { protocol: 1, name: process.argv.slice(2).join('|'), version: '1', language: 'x', supports: ['validate'] } : undefined`;
    const { report } = await judged(
      [...program(shown), '--json', '$HOME', 'a b', '--', ';ls'],
      '-q',
      '--only',
      'core.id.empty',
    );
    expect(report.target.name).toBe('--json|$HOME|a b|--|;ls');
  });
});

describe('the configuration', () => {
  const write = (lines: readonly string[]): void =>
    writeFileSync(join(folder, 'ce-conform.yaml'), `${lines.join('\n')}\n`);

  test('names the adapter, too', async () => {
    write([`adapter: ${JSON.stringify(REFERENCE)}`, 'only: [core.attr.minimal]', 'seed: configured']);
    const { exit, stdout } = await run('-q', '--json');
    expect(exit).toBe(0);
    expect((JSON.parse(stdout) as Report).target).toMatchObject({ kind: 'adapter', name: 'ce-conform reference' });
  });

  test('gives way to the target of the command line, and to its adapter', async () => {
    write([`adapter: ["no-such-program"]`, 'only: [core.attr.minimal]']);
    const target = await run('-q', '--json', '--target', 'reference:');
    expect((JSON.parse(target.stdout) as Report).target.kind).toBe('reference');
    write(['target: http://127.0.0.1:1/', 'only: [core.attr.minimal]']);
    const adapter = await run('-q', '--json', '--adapter', '--', ...REFERENCE);
    expect((JSON.parse(adapter.stdout) as Report).target.kind).toBe('adapter');
  });

  test.each([
    ['a command line as one text', 'adapter: node adapter.js'],
    ['an empty command line', 'adapter: []'],
    ['a command line of numbers', 'adapter: [1]'],
  ])('with %s is a usage error', async (_, line) => {
    write([line]);
    expect(await run('-q')).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining('ce-conform.yaml') });
  });
});
