// `npm run tck` over small files in the form of the TCK, in our own words; the official ones are not in the project.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ce-conform-tck-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function tck(...args: readonly string[]): Ended {
  const root = packageRoot();
  if (!existsSync(join(root, 'dist'))) throw new Error('these tests run the built engine: run `npm run build` first');
  const script = join(root, 'scripts', 'tck.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { exit: status, stdout, stderr };
}

function write(name: string, ...lines: readonly string[]): void {
  writeFileSync(join(folder, name), `${['name: Ours', 'tests:', ...lines].join('\n')}\n`);
}

const AGREEING = ['  - name: sum', '    expression: 1 + 1', '    result: 2'];

describe('cases that agree', () => {
  test('are counted by file, and all is well', () => {
    write('b.yaml', ...AGREEING);
    write('a.yml', ...AGREEING, '  - name: again', '    expression: 2 + 2', '    result: 4');
    writeFileSync(join(folder, 'notes.txt'), 'no YAML: [');
    expect(tck(folder)).toEqual({
      exit: 0,
      stderr: '',
      stdout: `the CESQL TCK on ce-conform

  a.yml                                    2 of 2
  b.yaml                                   1 of 1
  total                                    3 of 3
`,
    });
  });

  test('are read as the texts that they are written as', () => {
    write(
      'a.yaml',
      '  - {name: TRUE, expression: TRUE, result: true}',
      '  - {name: true, expression: true, result: TRUE}',
      '  - {name: 1, expression: -10, result: -10}',
      '  - {name: text, expression: "\'1\'", result: "1"}',
      '  - {name: words, expression: "\'no\'", result: no}',
      '  - {name: leading zeros, expression: 007, result: 7}',
      '  - {name: null, expression: "\'null\'", result: null}',
      '  - name: time',
      '    expression: time',
      '    event: {time: 2018-04-26T14:48:09+02:00}',
      '    result: 2018-04-26T14:48:09+02:00',
      '  - name: types of attributes',
      '    expression: CONCAT(flag, count, quoted, yes)',
      '    eventOverrides: {flag: TRUE, count: 010, quoted: "010", yes: yes}',
      '    result: true10010yes',
      '  - name: types of attributes (2)',
      '    expression: flag',
      '    eventOverrides: {flag: false}',
      '    result: false',
      '  - name: nothing but its own event',
      '    expression: EXISTS id',
      '    event: {source: x}',
      '    result: false',
      '  - name: required attributes',
      '    expression: EXISTS id AND EXISTS source AND EXISTS type AND EXISTS specversion',
      '    eventOverrides: {subject: x}',
      '    result: true',
    );
    expect(tck(folder)).toMatchObject({
      exit: 0,
      stderr: '',
      stdout: expect.stringContaining('a.yaml                                   12 of 12'),
    });
  });

  test('may have more errors than the one that is named, and any value where none is', () => {
    write(
      'a.yaml',
      '  - {name: two, expression: "1 / 0 + \'x\'", result: 0, error: cast}',
      '  - {name: parse, expression: "f(", error: parse}',
    );
    expect(tck(folder).exit).toBe(0);
  });
});

describe('cases that do not agree', () => {
  test('are shown with what was expected and seen, and the exit code is 1', () => {
    write(
      'a.yaml',
      ...AGREEING,
      '  - {name: value, expression: 1 + 1, result: 3}',
      '  - {name: type, expression: 1 + 1, result: "2"}',
      '  - {name: error, expression: 1 / 0, result: 0}',
      '  - {name: no error, expression: 1 / 1, result: 1, error: math}',
      '  - {name: other error, expression: 1 / 0, result: 0, error: cast}',
      '  - {name: "evil \\u001b[31m\\nline", expression: "1 \\u202e", result: "\\u001b"}',
    );
    const { exit, stdout, stderr } = tck(folder);
    expect([exit, stderr]).toEqual([1, '']);
    expect(stdout).toBe(`the CESQL TCK on ce-conform

  a.yaml                                   1 of 7
  total                                    1 of 7

disagrees: a.yaml, value
  1 + 1
  expected 3, saw 2

disagrees: a.yaml, type
  1 + 1
  expected "2", saw 2

disagrees: a.yaml, error
  1 / 0
  expected 0, saw 0 with the error math

disagrees: a.yaml, no error
  1 / 1
  expected 1 with the error math, saw 1

disagrees: a.yaml, other error
  1 / 0
  expected 0 with the error cast, saw 0 with the error math

disagrees: a.yaml, evil \\u{1b}[31m\\u{a}line
  1 \\u{202e}
  expected "\\u001b", saw false with the error parse
`);
  });

  test('are excluded where they contradict the text, and only as they are', () => {
    const exists = 'EXISTS specversion AND EXISTS id AND EXISTS type AND EXISTS SOURCE';
    write(
      'a.yaml',
      '  - {name: cast, expression: NOT 10, result: true, error: cast}',
      `  - {name: case, expression: ${exists}, result: true}`,
    );
    const excluded = tck(folder);
    expect(excluded.exit).toBe(0);
    expect(excluded.stdout).toBe(`the CESQL TCK on ce-conform

  a.yaml                                   0 of 2
  total                                    0 of 2

excluded (position A60): a.yaml, cast
  NOT 10
  expected true with the error cast, saw false
  section 3.7 makes the cast from Integer to Boolean a MUST, so 10 is true and NOT 10 is false, without an error

excluded (position A61): a.yaml, case
  ${exists}
  expected true, saw false with the error parse
  SOURCE is no identifier: section 2.2 has lower-case letters and digits only
`);
    write('a.yaml', '  - {name: cast, expression: NOT 10, result: true}');
    expect(tck(folder).exit).toBe(1);
  });
});

describe('what is no TCK', () => {
  test('is a folder without one', () => {
    expect(tck(folder)).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('has no file of the TCK'),
    });
    writeFileSync(join(folder, 'other.yaml'), 'tests: none\n');
    expect(tck(folder).exit).toBe(2);
    expect(tck(join(folder, 'missing')).stderr).toContain('ENOENT');
  });

  test.each([
    ['text that is no YAML', 'tests: [\n'],
    ['a test without an expression', 'tests:\n  - name: x\n'],
    ['a test that is none', 'tests:\n  - x\n'],
    ['a value that is no scalar', 'tests:\n  - {expression: x, result: [1]}\n'],
    ['an attribute that is no scalar', 'tests:\n  - {expression: x, eventOverrides: {a: [1]}, result: 1}\n'],
  ])('is %s: it is named, the others are run, and nothing is shown by it', (_, text) => {
    writeFileSync(join(folder, 'bad.yaml'), text);
    write('good.yaml', ...AGREEING);
    const { exit, stdout, stderr } = tck(folder);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^bad\.yaml cannot be read: ./);
    expect(stdout).toContain('good.yaml                                1 of 1');
  });

  test.each([[[]], [['a', 'b']], [['a', '--adapter']], [['a', '--what']]])('is the command line %j', (args) => {
    const { exit, stderr } = tck(...args);
    expect(exit).toBe(2);
    expect(stderr).toContain('usage: npm run tck -- DIR [--adapter -- ARGV…]');
  });
});

describe('an adapter', () => {
  /** A program that speaks the protocol, and answers each expression with what stands in a table. */
  function adapter(supports: readonly string[], answers: Readonly<Record<string, unknown>>): readonly string[] {
    const program = join(folder, 'adapter.mjs');
    const hello = { protocol: 1, name: 'tiny', version: '1.2.3', language: 'none', supports };
    writeFileSync(
      program,
      `import { createInterface } from 'node:readline';
       const answers = ${JSON.stringify(answers)};
       for await (const line of createInterface({ input: process.stdin })) {
         const { id, op, expression, event } = JSON.parse(line);
         const known = op === 'hello' ? ${JSON.stringify(hello)} : op === 'evaluate' ? answers[expression] : undefined;
         const own = known === 'event' ? { value: JSON.stringify(event.attributes), errors: [] } : known;
         console.log(JSON.stringify({ id, ...(own ?? { unsupported: true }) }));
       }`,
    );
    return ['--adapter', '--', process.execPath, program];
  }

  test('is asked each case over its event', () => {
    write(
      'a.yaml',
      ...AGREEING,
      '  - {name: parse, expression: "1 +", error: parse}',
      '  - {name: event, expression: id, event: {id: x, n: 5, b: true}, result: \'{"id":"x","n":5,"b":true}\'}',
      '  - {name: wrong, expression: 2 + 2, result: 4}',
      '  - {name: no value, expression: 3 + 3, result: 6, error: math}',
      '  - {name: unsupported, expression: 5 + 5, result: 10}',
    );
    const answers = {
      '1 + 1': { value: 2, errors: [] },
      '1 +': { errors: ['parse'] },
      id: 'event',
      '2 + 2': { value: '4', errors: [] },
      '3 + 3': { errors: ['math'] },
    };
    const { exit, stdout, stderr } = tck(folder, ...adapter(['evaluate:cesql'], answers));
    expect([exit, stderr]).toEqual([1, '']);
    expect(stdout).toBe(`the CESQL TCK on tiny 1.2.3

  a.yaml                                   3 of 6
  total                                    3 of 6

disagrees: a.yaml, wrong
  2 + 2
  expected 4, saw "4"

disagrees: a.yaml, no value
  3 + 3
  expected 6 with the error math, saw no value with the error math

disagrees: a.yaml, unsupported
  5 + 5
  expected 10, saw it answered unsupported
`);
  });

  test('has to evaluate CESQL, and to be there', () => {
    write('a.yaml', ...AGREEING);
    const other = tck(folder, ...adapter(['validate'], {}));
    expect(other).toMatchObject({ exit: 2, stdout: '' });
    expect(other.stderr).toContain('the adapter does not support evaluate:cesql');
    expect(tck(folder, '--adapter', '--', join(folder, 'nobody')).exit).toBe(2);
  });
});
