// What only a process can do: fail to start, crash, hang, close its pipes, and leave others behind.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AdapterExchange, AdapterRequest } from '../../../src/target/adapter/protocol.js';
import { gone, isAlive } from './helpers/processes.js';
import { nodeProgram, started } from './helpers/programs.js';

const HELLO: AdapterRequest = { op: 'hello', protocol: 1 };
const PATIENT = { timeoutMs: 20_000 };
const decode = (text: string): AdapterRequest => ({
  op: 'decode',
  binding: 'http',
  message: { headers: [], body: { text } },
});

const shown = ({ outcome }: AdapterExchange): string => {
  if (outcome.kind === 'failure') return `${outcome.failure.code}: ${outcome.failure.message}`;
  return outcome.reply.kind === 'rejected' ? outcome.reply.reason : outcome.reply.kind;
};

/** A program that answers hello with its process id, and else does what `on` says: `(request, answer) => void`. */
const program = (on: string, before = '', hello = '{}'): readonly string[] =>
  nodeProgram(`
    ${before}
    const on = ${on};
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const request = JSON.parse(line);
      process.stderr.write(request.op + ' ');
      const answer = (reply) => console.log(JSON.stringify({ id: request.id, ...reply }));
      if (request.op === 'hello') answer({ protocol: 1, name: 'n', version: '1', language: 'js', supports: [], ...${hello} });
      else on(request, answer);
    });`);

const ECHO = '(request, answer) => answer({ rejected: { reason: request.message.body.text } })';
const CRASHER = `(request, answer) => {
  const text = request.message.body.text;
  if (text === 'crash') process.exit(3);
  if (text === 'kill') process.kill(process.pid, 'SIGKILL');
  if (text === 'throw') throw new Error('my fault');
  if (text !== 'hang') answer({ rejected: { reason: text + ' ' + process.pid } });
}`;

function temporaryFile(name: string, text: string, mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-adapter-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

describe('the start', () => {
  test('of a program that is not there', async () => {
    const adapter = started(['./no-such-program', 'x']);
    const message =
      'failed to start "./no-such-program": there is no such program, or no such working directory (ENOENT)';
    expect(shown(await adapter.ask(HELLO, PATIENT))).toBe(`unreachable: ${message}`);
    expect(await adapter.finish()).toEqual({ kind: 'not-running' });
  });

  test.each([
    [
      'a file that is not executable',
      () => [temporaryFile('a.txt', 'text', 0o644)],
      'the file is not executable (EACCES)',
    ],
    ['nothing', () => [], /^unreachable: failed to start "": /],
    [
      'a name with a NUL',
      () => ['a\0b'],
      String.raw`unreachable: failed to start "a\u0000b": it cannot be started (ERR_INVALID_ARG_VALUE)`,
    ],
  ])('of %s', async (_, argv, expected) => {
    const seen = shown(await started(argv()).ask(HELLO, PATIENT));
    if (typeof expected === 'string') expect(seen).toContain(expected);
    else expect(seen).toMatch(expected);
  });

  test('goes through no shell', async () => {
    const argv = [
      ...program('(request, answer) => answer({ rejected: { reason: process.argv.slice(1).join("|") } })'),
      '$HOME',
      '; a "b',
      '*',
    ];
    expect(shown(await started(argv).ask(decode(''), PATIENT))).toBe('$HOME|; a "b|*');
  });

  test('waits for the first request', async () => {
    const adapter = started(program(ECHO));
    expect(await adapter.finish()).toEqual({ kind: 'not-running' });
  });

  test('has its own folder and environment, where they are given', async () => {
    const argv = program('(request, answer) => answer({ rejected: { reason: process.cwd() + process.env.NAME } })');
    const adapter = started(argv, { cwd: '/', env: { ...process.env, NAME: 'value' } });
    expect(shown(await adapter.ask(decode(''), PATIENT))).toBe('/value');
  });
});

describe('a crash', () => {
  test.each([
    ['crash', 'exit code 3'],
    ['kill', 'signal SIGKILL'],
    ['throw', 'exit code 1'],
  ])('%s: everything under way is closed, and the next request starts the program again', async (how, why) => {
    const adapter = started(program(CRASHER));
    expect(shown(await adapter.ask(HELLO, PATIENT))).toBe('hello');
    const before = shown(await adapter.ask(decode('a'), PATIENT));
    const asked = ['hang', how, 'hang'].map((text) => adapter.ask(decode(text), PATIENT));
    const message = `closed: the program ended before it replied (${why})`;
    expect((await Promise.all(asked)).map(shown)).toEqual([message, message, message]);
    const again = await adapter.ask(decode('a'), PATIENT);
    expect(shown(again)).toMatch(/^a \d+$/);
    expect(shown(again)).not.toBe(before);
    // The greeting came first; what it left on stderr may arrive a moment later.
    expect('hello decode ').toContain(again.stderr ?? '');
  });

  test('what was written before it still counts, and stderr is told', async () => {
    const adapter = started(
      program(`(request, answer) => {
        answer({ rejected: { reason: 'last words' } });
        require('node:fs').writeSync(2, 'Traceback\\n');
        process.exit(1);
      }`),
    );
    const both = await Promise.all([adapter.ask(decode('a'), PATIENT), adapter.ask(decode('b'), PATIENT)]);
    expect(both.map(shown)).toEqual(['last words', 'closed: the program ended before it replied (exit code 1)']);
    expect(both[1]?.stderr).toContain('Traceback\n');
  });

  test('what it wrote on stdout in the place of a reply is told', async () => {
    const adapter = started(program(`() => require('node:fs').writeSync(1, 'panic\\n') && process.exit(2)`));
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe(
      'closed: the program ended before it replied (exit code 2); meanwhile it wrote a line that is no JSON: "panic"',
    );
  });

  test('at the very start', async () => {
    const adapter = started(nodeProgram('process.exit(7)'));
    expect(shown(await adapter.ask(HELLO, PATIENT))).toBe('closed: the program ended before it replied (exit code 7)');
  });

  test('hello is said again before anything else, and has to be the same', async () => {
    const adapter = started(program(CRASHER, '', '{ version: String(process.pid) }'));
    expect(shown(await adapter.ask(HELLO, PATIENT))).toBe('hello');
    await adapter.ask(decode('crash'), PATIENT);
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe(
      'protocol: the program was started again, and its hello says something else than before',
    );
  });

  test('a hello that fails after a restart makes the program unreachable, for now', async () => {
    const flag = temporaryFile('flag', '', 0o644);
    const adapter = started(
      program(
        CRASHER,
        `if (require('node:fs').readFileSync(${JSON.stringify(flag)}, 'utf8') === 'bad') process.exit(9);`,
      ),
    );
    await adapter.ask(HELLO, PATIENT);
    writeFileSync(flag, 'bad');
    await adapter.ask(decode('crash'), PATIENT);
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe(
      'unreachable: the program was started again, and its hello failed: the program ended before it replied (exit code 9)',
    );
    writeFileSync(flag, '');
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toMatch(/^a \d+$/);
  });

  test('too often, and it is not started again', async () => {
    const adapter = started(program(CRASHER), { restarts: 2 });
    const asked: string[] = [];
    for (let time = 0; time < 5; time++) asked.push(shown(await adapter.ask(decode('crash'), PATIENT)));
    const [closed, unreachable] = [
      'closed: the program ended before it replied (exit code 3)',
      'unreachable: the program ended 3 times in a row and is not started again',
    ];
    expect(asked).toEqual([closed, closed, closed, unreachable, unreachable]);
  });

  test('is started again as often as it takes, where it answers in between', async () => {
    const adapter = started(program(CRASHER), { restarts: 2 });
    const asked: string[] = [];
    for (let time = 0; time < 5; time++) {
      asked.push(shown(await adapter.ask(decode('crash'), PATIENT)).split(':')[0] ?? '');
      asked.push(shown(await adapter.ask(decode('a'), PATIENT)).split(' ')[0] ?? '');
    }
    expect(asked).toEqual(Array.from({ length: 5 }, () => ['closed', 'a']).flat());
  });

  test('many requests wait for one restart', async () => {
    const adapter = started(program(CRASHER));
    await adapter.ask(HELLO, PATIENT);
    await adapter.ask(decode('crash'), PATIENT);
    const asked = await Promise.all(['a', 'a', 'a'].map((text) => adapter.ask(decode(text), PATIENT)));
    expect(new Set(asked.map(shown)).size).toBe(1);
  });
});

describe('a program that hangs', () => {
  test('is ended; who else waited is not blamed, and can be asked again', async () => {
    const adapter = started(program(CRASHER));
    const before = await adapter.ask(decode('a'), PATIENT);
    const pid = Number(shown(before).split(' ')[1]);
    const innocent = adapter.ask(decode('hang'), PATIENT);
    expect(shown(await adapter.ask(decode('hang'), { timeoutMs: 100 }))).toBe('timeout: no reply within 100 ms');
    expect(shown(await innocent)).toBe(
      'closed: the program was ended while it owed a reply, because another request got none in time',
    );
    await gone(pid);
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toMatch(/^a \d+$/);
  });

  test('and does not obey SIGTERM is killed', async () => {
    const adapter = started(program(CRASHER, `process.on('SIGTERM', () => undefined);`));
    const pid = Number(shown(await adapter.ask(decode('a'), PATIENT)).split(' ')[1]);
    await adapter.ask(decode('hang'), { timeoutMs: 50 });
    await adapter.close();
    expect(isAlive(pid)).toBe(false);
  });

  test('a run that is ended does not wait for a restart', async () => {
    const flag = temporaryFile('flag', '', 0o644);
    const adapter = started(
      program(CRASHER, `if (require('node:fs').readFileSync(${JSON.stringify(flag)}, 'utf8') === 'bad') for (;;);`),
    );
    await adapter.ask(HELLO, PATIENT);
    writeFileSync(flag, 'bad');
    await adapter.ask(decode('crash'), PATIENT);
    const run = new AbortController();
    const asked = adapter.ask(decode('a'), { ...PATIENT, signal: run.signal });
    run.abort();
    expect(shown(await asked)).toMatch(/^aborted/);
    await adapter.close();
  });
});

describe('pipes that the program closes', () => {
  test('its stdin, with more to be written than the pipe holds', async () => {
    const adapter = started(nodeProgram(`require('node:fs').closeSync(0); setInterval(() => undefined, 1000);`));
    expect(shown(await adapter.ask(decode('x'.repeat(1_000_000)), PATIENT))).toBe(
      'closed: the program ended before it replied (it closed its stdin)',
    );
  });

  test('its stdout', async () => {
    const adapter = started(nodeProgram(`require('node:fs').closeSync(1); setInterval(() => undefined, 1000);`));
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe(
      'closed: the program ended before it replied (it closed its stdout)',
    );
  });

  test('its stdin, and then it ends: the exit code is told', async () => {
    const adapter = started(nodeProgram(`require('node:fs').closeSync(0); setTimeout(() => process.exit(5), 100);`));
    expect(shown(await adapter.ask(decode('x'.repeat(1_000_000)), PATIENT))).toBe(
      'closed: the program ended before it replied (exit code 5)',
    );
  });
});

describe('nothing is left behind', () => {
  test('by a program that ends with its stdin', async () => {
    const adapter = started(program(CRASHER));
    await adapter.ask(HELLO, PATIENT);
    expect(await adapter.finish()).toEqual({ kind: 'ended', how: 'exit code 0' });
  });

  test('by one that does not, nor by those it started', async () => {
    const child = `require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => 0); setInterval(() => 0, 1000)'], { stdio: 'inherit' })`;
    const adapter = started(
      program(
        '(request, answer) => answer({ rejected: { reason: process.pid + " " + other.pid } })',
        `const other = ${child}; setInterval(() => undefined, 1000);`,
      ),
      { graceMs: 50 },
    );
    const pids = shown(await adapter.ask(decode(''), PATIENT))
      .split(' ')
      .map(Number);
    expect(pids.map(isAlive)).toEqual([true, true]);
    expect(await adapter.finish()).toEqual({ kind: 'killed' });
    for (const pid of pids) await gone(pid);
  });

  test('by one that crashes while another holds its stdout', async () => {
    const child = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'inherit' })`;
    const crasher = `(request, answer) => {
      if (request.op === 'decode') answer({ rejected: { reason: String(other.pid) } });
      else process.exit(4);
    }`;
    const adapter = started(program(crasher, `const other = ${child};`));
    const pid = Number(shown(await adapter.ask(decode(''), PATIENT)));
    expect(isAlive(pid)).toBe(true);
    expect(shown(await adapter.ask({ op: 'canary-a' }, PATIENT))).toBe(
      'closed: the program ended before it replied (exit code 4)',
    );
    await gone(pid);
  });

  test('and whoever is in a hurry waits less', async () => {
    const adapter = started(program(CRASHER, 'setInterval(() => undefined, 1000);'), { graceMs: 600_000 });
    await adapter.ask(HELLO, PATIENT);
    expect(await adapter.finish(20)).toEqual({ kind: 'killed' });
  });

  test('when it is closed while it starts', async () => {
    const adapter = started(program(CRASHER));
    const asked = adapter.ask(HELLO, PATIENT);
    await adapter.close();
    expect(shown(await asked)).toMatch(/^aborted/);
  });
});
