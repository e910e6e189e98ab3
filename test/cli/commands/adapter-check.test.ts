import { describe, expect, test } from 'vitest';
import { adapterCheck } from '../../../src/cli/commands/adapter-check.js';
import { FINISHED, VERSIONS, type Version } from '../adapter-check/growing-adapter.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { type MemoryIo, memoryIo } from '../helpers/memory-io.js';

const node = (source: string): readonly string[] => [process.execPath, '-e', source];

interface Json {
  readonly holds: boolean;
  readonly run?: string;
  readonly adapter?: object;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: 'holds' | 'broken';
    readonly sent?: readonly string[];
    readonly seen?: readonly string[];
    readonly stderr?: string;
    readonly problem?: string;
    readonly next?: string;
    readonly line?: string;
  }[];
}

async function checkJson(argv: readonly string[], timeout = 20_000): Promise<{ exit: number; json: Json }> {
  const io = memoryIo();
  const exit = await adapterCheck(argv, { json: true, timeout }, io);
  return { exit, json: JSON.parse(io.stdout()) };
}

async function check(argv: readonly string[], io: MemoryIo = memoryIo()): Promise<{ exit: number; text: string }> {
  const exit = await adapterCheck(argv, { timeout: 20_000 }, io);
  return { exit, text: io.stdout() };
}

const STEPS = [
  'starts',
  'hello',
  'hello.form',
  'supports',
  'canary',
  'decode:http-binary',
  'decode:http-structured',
  'decode:http-batch',
  'encode:http-binary',
  'encode:http-structured',
  'encode:http-batch',
  'evaluate:cesql',
  'evaluate:functions',
  'validate',
  'parallel',
  'large',
  'bytes',
  'end',
];

describe('an adapter, version after version', () => {
  // Only the version that never answers has to be waited for.
  const timeoutOf = ({ problem }: Version): number =>
    String(problem).includes('700 ms') || String(problem).includes('line feed') ? 700 : 20_000;

  test.each(VERSIONS.map((version, index) => [index + 1, version.step, version] as const))(
    'version %i stops at %s',
    async (_, step, version) => {
      const { exit, json } = await checkJson(node(version.source), timeoutOf(version));
      expect(json.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
        ...STEPS.slice(0, STEPS.indexOf(step)).map((id) => `${id} holds`),
        `${step} broken`,
      ]);
      const last = json.steps.at(-1);
      const { problem } = version;
      if (typeof problem === 'string') expect(last?.problem).toBe(problem);
      else expect(last?.problem).toMatch(problem);
      expect(last?.next).toContain(version.next);
      if (version.line !== undefined) expect(last?.line).toContain(version.line);
      expect({ exit, holds: json.holds, run: json.run }).toEqual({ exit: 1, holds: false, run: undefined });
    },
  );

  test('the steps are all walked, and the last version passes them', async () => {
    expect(new Set(VERSIONS.map(({ step }) => step))).toEqual(new Set(STEPS));
    const { exit, json } = await checkJson(node(FINISHED));
    expect(json.steps.filter(({ status }) => status === 'broken')).toEqual([]);
    expect(json.steps.map(({ id }) => id)).toEqual(STEPS);
    expect(json.adapter).toMatchObject({ name: 'mini', version: '0.1.0', language: 'javascript' });
    expect({ exit, holds: json.holds }).toEqual({ exit: 0, holds: true });
  });
});

test('words that say how others are meant are not asked about', async () => {
  const supports = ['encode:valid-only', 'evaluate:cesql', 'evaluate:complete', 'validate'];
  const { json } = await checkJson(
    node(FINISHED.replace(/supports: \[[^\]]*\]/, `supports: ${JSON.stringify(supports)}`)),
  );
  expect(json.steps.map(({ id }) => id).slice(5)).toEqual(['evaluate:cesql', 'validate', 'end']);
  expect(json.holds).toBe(true);
});

const HELLO = `{ protocol: 1, name: 'n', version: '1', language: 'js', supports: ['validate'] }`;
const answering = (rest: string): readonly string[] =>
  node(`require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, op, event } = JSON.parse(line);
    const answer = (reply) => console.log(JSON.stringify({ id, ...reply }));
    if (op === 'hello') answer(${HELLO});
    else if (op !== 'validate') answer({ unsupported: true });
    else { ${rest} }
  });`);

describe('the text', () => {
  test('of a check that holds ends with the command line of the run', async () => {
    const good = answering(`answer(event.attributes.type ? { valid: true } : { valid: false, reason: 'no' })`);
    const { exit, text } = await check([...good, `it's`, '$HOME']);
    expect(exit).toBe(0);
    const lines = text.trimEnd().split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '✔ the program starts and waits for a request',
      '✔ it answers hello',
      '✔ its hello has the right form',
      '✔ it claims something, in words of the protocol',
      '✔ it answers unsupported to what it does not know',
      '✔ validate: a valid event is told from an invalid one',
      '✔ it ends when its stdin ends',
    ]);
    expect(text).toContain('Everything holds: the adapter of n 1 (js) speaks protocol 1. Now run it all:');
    expect(text).toContain(`\n  ce-conform --adapter -- ${process.execPath} -e 'require(`);
    expect(text.trimEnd().endsWith(String.raw`'it'\''s' '$HOME'`)).toBe(true);
  });

  test('of a check that stops shows what was sent, seen and said, and what comes next', async () => {
    const { exit, text } = await check(
      answering(`console.error('Traceback\\nlate'); setTimeout(() => process.exit(1), 100)`),
    );
    expect(exit).toBe(1);
    expect(text).toContain(`✖ validate: a valid event is told from an invalid one

  sent      {"id":3,"op":"validate","event":{"attributes":{"specversion":"1.0","id":"one",`);
    expect(text).toContain(`
  seen      nothing on stdout
  stderr    Traceback
            late
  problem   the program ended before it replied (exit code 1)
  next      Catch what is thrown and answer \`rejected\`; go on reading until stdin ends.
  such as   {"id":3,"valid":true}
`);
  });

  test('escapes what a terminal would obey', async () => {
    const hostile = String.raw`\u001b[2J\u202e\u0007`;
    const { text } = await check(
      answering(
        `console.error('${hostile}'); setTimeout(() => { console.log('${hostile}'); answer({ valid: true }); }, 100)`,
      ),
    );
    expect(text).toContain(String.raw`seen      \u{1b}[2J\u{202e}\u{7}`);
    expect(text).toContain(String.raw`stderr    \u{1b}[2J\u{202e}\u{7}`);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    const named = await check(
      node(
        `process.stdin.once('data', () => console.log(JSON.stringify({ id: 1, ...${HELLO}, supports: ['${hostile}'] })))`,
      ),
    );
    expect(named.text).toContain(String.raw`supports has "\u001b[2J\u{202e}\u0007", which is no word`);
    expect(named.text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  test('cuts long lines', async () => {
    const { text } = await check(answering(`console.log('x'.repeat(100000))`));
    expect(text.length).toBeLessThan(4000);
    expect(text).toMatch(/seen {6}x{399}…/);
  });
});

describe('lines beside the replies', () => {
  test('a line behind a reply is found at once', async () => {
    const { json } = await checkJson(
      answering(`process.stdout.write(JSON.stringify({ id, valid: true }) + '\\ndone\\n')`),
    );
    expect(json.steps.at(-1)).toMatchObject({
      id: 'validate',
      problem: 'the program wrote a line that is no JSON: "done"',
      next: expect.stringContaining('belong on stderr'),
      seen: ['{"id":3,"valid":true}', 'done'],
    });
  });

  test('a second reply is found, too', async () => {
    const { json } = await checkJson(answering('answer({ valid: true }); answer({ valid: true })'));
    expect(json.steps.at(-1)).toMatchObject({
      id: 'validate',
      problem: 'the program wrote a second reply to 3',
      next: 'Answer each request once.',
    });
  });

  test('logs on stderr harm nothing', async () => {
    const { exit } = await check(
      answering(`console.error('log'); answer(event.attributes.type ? { valid: true } : { valid: false, reason: '' })`),
    );
    expect(exit).toBe(0);
  });
});

describe('what cannot be checked', () => {
  test('no command line is a usage error', async () => {
    expect(await diagnosticOf(() => adapterCheck([], {}, memoryIo()))).toEqual({
      code: 'adapter.argv',
      message: 'failed to check an adapter: no program is given',
      hint: 'write its command line after two dashes: ce-conform adapter check -- node adapter.js',
      exit: 2,
    });
  });

  test('a program that is not there', async () => {
    const { exit, text } = await check(['node adapter.js']);
    expect(exit).toBe(3);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'problem failed to start "node adapter.js": there is no such program, or no such working directory (ENOENT) next The first word behind -- is the program: without a slash it is looked up in PATH, with one it is a file as seen from this folder,',
    );
    expect(text).not.toMatch(/^ +(sent|seen) /m);
  });

  test('a file that is not executable', async () => {
    const { exit, text } = await check(['./package.json']);
    expect(exit).toBe(3);
    expect(text).toContain('Make the file executable, or put the program that runs it before it');
  });

  test('an interrupted check ends soon, and says so', async () => {
    const io = memoryIo();
    const started = performance.now();
    const checking = check(
      node(`process.stdin.resume(); setInterval(() => undefined, 1000); process.on('SIGTERM', () => process.exit())`),
      io,
    );
    setImmediate(io.interrupt);
    const { exit, text } = await checking;
    expect(exit).toBe(3);
    expect(text).toContain('The check was interrupted.');
    // Far below the time that a program is given to end by itself.
    expect(performance.now() - started).toBeLessThan(4000);
  });

  test('the JSON of an interrupted check', async () => {
    const io = memoryIo();
    io.interrupt();
    expect(await adapterCheck(node(''), { json: true }, io)).toBe(3);
    expect(JSON.parse(io.stdout())).toMatchObject({ aborted: true, holds: false });
  });
});
