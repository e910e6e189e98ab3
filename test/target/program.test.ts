// Real programs: what they are given, what they print, how they end, and that nothing of them stays behind.
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Program, type ProgramOptions, startProgram } from '../../src/target/program.js';
import { gone, isAlive } from './adapter/helpers/processes.js';
import { nodeProgram } from './adapter/helpers/programs.js';

interface Running {
  readonly program: Program;
  readonly lines: readonly string[];
  /** Resolves with the first line that begins with this. */
  readonly line: (start: string) => Promise<string>;
}

const SINK = new URL('http://127.0.0.1:9/');
const WAIT = 'setInterval(() => undefined, 1000);';

async function started(argv: readonly string[], options: Partial<ProgramOptions> = {}): Promise<Running> {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const onLine = (line: string): void => {
    lines.push(line);
    for (const look of waiting) look();
  };
  const outcome = await startProgram(argv, { sink: SINK, onLine, ...options });
  if (outcome.kind === 'failure') throw new Error(outcome.message);
  const { program } = outcome;
  onTestFinished(async () => {
    await program.end();
  });
  const line = (start: string): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = lines.find((one) => one.startsWith(start));
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { program, lines, line };
}

const pidOf = async ({ line }: Running, name: string): Promise<number> =>
  Number((await line(`${name} `)).split(' ')[1]);

describe('a program', () => {
  test('finds the address in both variables, beside its environment', async () => {
    const source = 'console.log(process.env.K_SINK, process.env.CE_CONFORM_SINK, process.env.OTHER)';
    const { program, lines } = await started(nodeProgram(source), { env: { ...process.env, OTHER: 'x', K_SINK: 'y' } });
    expect(await program.ended).toEqual({ isSuccess: true, how: 'exit code 0' });
    await program.end();
    expect(lines).toEqual(['http://127.0.0.1:9/ http://127.0.0.1:9/ x']);
  });

  test('gets its arguments as they are, through no shell', async () => {
    const source = 'console.log(JSON.stringify(process.argv.slice(1)))';
    const { program, lines } = await started([...nodeProgram(source), '$HOME', '; a "b', '*', '']);
    await program.ended;
    await program.end();
    expect(lines).toEqual([JSON.stringify(['$HOME', '; a "b', '*', ''])]);
  });

  test('has nothing to read, and starts where it is told', async () => {
    const source = 'process.stdin.on("end", () => console.log("at " + process.cwd())).resume()';
    const { program, line } = await started(nodeProgram(source), { cwd: '/' });
    expect(await line('at ')).toBe('at /');
    expect(await program.ended).toMatchObject({ isSuccess: true });
  });

  test('is heard on stdout and stderr, line by line, also the last one', async () => {
    const { program, lines } = await started(nodeProgram('console.log("a\\nb"); process.stderr.write("\\u001b[2Jc")'));
    await program.ended;
    await program.end();
    expect(lines.toSorted()).toEqual(['\u001b[2Jc', 'a', 'b']);
  });

  test('that prints without end is heard, and ended', async () => {
    const running = await started(nodeProgram(`process.stdout.write('x'.repeat(100_000)); ${WAIT}`));
    await running.line('xxx');
    expect(await running.program.end()).toEqual({ isSuccess: false, how: 'signal SIGTERM' });
    expect(running.lines.join('')).toBe('x'.repeat(100_000));
  });

  test.each([
    ['process.exit(3)', { isSuccess: false, how: 'exit code 3' }],
    ['throw new Error("mine")', { isSuccess: false, how: 'exit code 1' }],
    ['process.kill(process.pid, "SIGKILL")', { isSuccess: false, how: 'signal SIGKILL' }],
    ['', { isSuccess: true, how: 'exit code 0' }],
  ])('that does %j tells how it ended, and so does its end', async (source, end) => {
    const { program } = await started(nodeProgram(source));
    expect(await program.ended).toEqual(end);
    expect(await program.end()).toEqual(end);
  });

  test.each([
    [['./no-such-program'], /^failed to start "\.\/no-such-program": there is no such program, .*\(ENOENT\)$/],
    [['/'], /^failed to start "\/": the file is not executable \(EACCES\)$/],
    [[], /^failed to start "": /],
    [['a\0b'], /^failed to start "a\\u0000b": it cannot be started/],
  ])('%j cannot be started', async (argv, message) => {
    expect(await startProgram(argv, { sink: SINK, onLine: () => undefined })).toEqual({
      kind: 'failure',
      message: expect.stringMatching(message),
    });
  });
});

describe('the end', () => {
  test('comes by SIGTERM, and may take a moment', async () => {
    const source = `process.on('SIGTERM', () => { console.log('tidy'); process.exit(5); }); console.log('up'); ${WAIT}`;
    const { program, line, lines } = await started(nodeProgram(source), { graceMs: 60_000 });
    await line('up');
    expect(await program.end()).toEqual({ isSuccess: false, how: 'exit code 5' });
    expect(lines).toEqual(['up', 'tidy']);
  });

  test('comes to who ignores SIGTERM, too', async () => {
    const source = `process.on('SIGTERM', () => console.log('no')); console.log('pid ' + process.pid); ${WAIT}`;
    const running = await started(nodeProgram(source), { graceMs: 200 });
    const pid = await pidOf(running, 'pid');
    expect(await running.program.end()).toEqual({ isSuccess: false, how: 'signal SIGKILL' });
    expect(running.lines).toContain('no');
    expect(isAlive(pid)).toBe(false);
  });

  const child = (then: string): string => `
    const stubborn = 'process.on("SIGTERM", () => 0); console.log("child " + process.pid); setInterval(() => 0, 1000)';
    const other = require('node:child_process').spawn(process.execPath, ['-e', stubborn], { stdio: ['ignore', 'pipe', 'inherit'] });
    other.stdout.on('data', (text) => { process.stdout.write(text); ${then} });`;

  test('comes to all that it started', async () => {
    const running = await started(nodeProgram(child('')), { graceMs: 60_000 });
    const pid = await pidOf(running, 'child');
    await running.program.end();
    await gone(pid);
  });

  test('comes to those that it left behind, and not before', async () => {
    const running = await started(nodeProgram(child('process.exit(0);')));
    const pid = await pidOf(running, 'child');
    expect(await running.program.ended).toMatchObject({ isSuccess: true });
    expect(isAlive(pid)).toBe(true);
    await running.program.end();
    await gone(pid);
  });

  test('is the same however often it is asked for', async () => {
    const { program } = await started(nodeProgram(WAIT));
    expect(await Promise.all([program.end(), program.end()])).toEqual([await program.ended, await program.ended]);
  });
});
