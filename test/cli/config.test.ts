import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/cli/config.js';
import type { RunSettings } from '../../src/cli/options.js';
import { CARRIERS } from '../../src/engine/carriers.js';
import { packageRoot } from '../../src/engine/package-root.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'given.yaml');
});

const read = (text: string): Promise<RunSettings> => {
  writeFileSync(file, text);
  return readConfig(file);
};

/** What is wrong with a text, the path of the file left out. */
async function wrong(text: string): Promise<{ readonly message: string; readonly hint: string }> {
  const { message, hint, exit, code } = await diagnosticOf(() => read(text));
  expect(exit).toBe(2);
  expect(code).toMatch(/^config\./);
  expect(message).toContain(file);
  return { message: message.replace(file, 'FILE'), hint: hint ?? '' };
}

describe('settings', () => {
  const every = {
    target: 'http://localhost:8080/in',
    adapter: ['node', 'adapter.js'],
    listen: ':0',
    program: ['node', 'producer.mjs'],
    apply: ['./set-filter.sh', '{expression}'],
    count: 3,
    for: '30s',
    observe: 'sink',
    sinkPort: 0,
    sinkHost: '0.0.0.0',
    claims: ['http-binary', 'decode:http-batch'],
    profile: ['http-receiver'],
    only: ['http.dec.*'],
    skip: ['*@http-batch'],
    spec: 'main',
    seed: '42',
    concurrency: 1,
    timeout: 100,
    maxTime: 60,
    header: ['Authorization: Bearer x'],
    ca: 'ca.pem',
    insecure: false,
    with: ['kafka', 'mqtt'],
    kafkaImage: 'apache/kafka:4.1.0',
    mqttImage: 'eclipse-mosquitto:2',
    image: 'example/target:1',
    imagePort: 8080,
    showSecrets: true,
    report: ['json=report.json'],
    baseline: 'known.yaml',
  } as const satisfies { readonly [Name in keyof Required<RunSettings>]: RunSettings[Name] };

  test('are all there are, in YAML or in JSON, which is YAML', async () => {
    expect(await read(JSON.stringify(every))).toEqual(every);
    const lines = Object.entries(every).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    expect(await read(`# all of them\n${lines.join('\n')}\n`)).toEqual(every);
  });

  test('are those of the schema, and claims those of the engine', () => {
    const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'config.schema.json'), 'utf8'));
    expect(Object.keys(schema.properties)).toEqual(Object.keys(every));
    const claims = [
      ...CARRIERS,
      ...CARRIERS.flatMap((carrier) => [`decode:${carrier}`, `encode:${carrier}`]),
      'validation',
      'validate',
      'filter:cesql',
    ];
    expect(schema.properties.claims.items.enum.toSorted()).toEqual(claims.toSorted());
  });

  test.each(['', '\n', '# nothing yet\n', '---\n', '{}'])('%j sets nothing', async (text) => {
    expect(await read(text)).toEqual({});
  });

  test('may be written once and used twice, and begin with a byte order mark', async () => {
    expect(await read('\ufeffonly: &some [a, b]\nskip: *some\n')).toEqual({ only: ['a', 'b'], skip: ['a', 'b'] });
  });
});

describe('the file', () => {
  const before = process.cwd();
  afterEach(() => process.chdir(before));

  test('is found by itself in the working directory, and may be missing there', async () => {
    process.chdir(folder);
    expect(await readConfig(undefined)).toEqual({});
    writeFileSync('ce-conform.yaml', 'seed: found\n');
    expect(await readConfig(undefined)).toEqual({ seed: 'found' });
  });

  test('that is found by itself is named in its errors', async () => {
    process.chdir(folder);
    writeFileSync('ce-conform.yaml', 'timeout: soon\n');
    expect((await diagnosticOf(() => readConfig(undefined))).message).toBe(
      'failed to read ce-conform.yaml, line 1, column 10: timeout is "soon"',
    );
    mkdirSync(join(folder, 'inner', 'ce-conform.yaml'), { recursive: true });
    process.chdir('inner');
    expect((await diagnosticOf(() => readConfig(undefined))).message).toContain('ce-conform.yaml: it is a folder');
  });

  test('that is given must be there', async () => {
    expect(await diagnosticOf(() => readConfig(file))).toMatchObject({
      code: 'config.unreadable',
      message: `failed to read ${file}: there is no such file`,
      hint: 'give a readable YAML file as --config',
      exit: 2,
    });
  });

  test('must be a file', async () => {
    expect((await diagnosticOf(() => readConfig(folder))).message).toBe(`failed to read ${folder}: it is a folder`);
  });

  test('must be readable: a link to itself is not, not even for root', async () => {
    symlinkSync(file, file);
    const diagnostic = await diagnosticOf(() => readConfig(file));
    expect(diagnostic).toMatchObject({ code: 'config.unreadable', exit: 2 });
    expect(diagnostic.message).toContain(`failed to read ${file}: `);
  });

  test('must be UTF-8', async () => {
    writeFileSync(file, Buffer.from([0x73, 0xff]));
    expect(await diagnosticOf(() => readConfig(file))).toMatchObject({ code: 'config.encoding', exit: 2 });
  });

  test('must not be endless', async () => {
    writeFileSync(file, '#'.repeat(1024 * 1024 + 1));
    expect((await diagnosticOf(() => readConfig(file))).message).toContain('more than 1048576 bytes');
  });
});

describe('an error names line and column', () => {
  test.each([
    ['timeout: soon', 1, 10, 'timeout is "soon"', 'timeout takes a whole number from 1 to 3600000'],
    ['seed: a\ntimeout: 0', 2, 10, 'timeout is 0', 'timeout takes a whole number from 1 to 3600000'],
    ['concurrency: 1.5', 1, 14, 'concurrency is 1.5', 'concurrency takes a whole number from 1 to 1024'],
    ['maxTime: .nan', 1, 10, 'maxTime is NaN', 'maxTime takes a whole number from 1 to 86400'],
    ['\n\nobserve:  body', 3, 11, 'observe is "body"', 'observe takes any of auto, status, reply, sink'],
    ['spec: 1.0', 1, 7, 'spec is 1', 'spec takes any of 1.0.2, main'],
    ['insecure: "yes"', 1, 11, 'insecure is "yes"', 'insecure takes true or false'],
    ['seed: 42', 1, 7, 'seed is 42', 'seed takes text; quote what YAML would read otherwise'],
    ['seed: ""', 1, 7, 'seed is empty', 'seed takes text; quote what YAML would read otherwise'],
    ['target:', 1, 8, 'target is nothing', 'target takes text; quote what YAML would read otherwise'],
    ['only: http.*', 1, 7, 'only is "http.*"', 'only takes a list: [one, another]'],
    ['claims: []', 1, 9, 'claims is an empty list', 'claims takes at least one entry'],
    [
      'only:\n  - a\n  - [b]',
      3,
      5,
      'entry 2 of only is a list',
      'entry 2 of only takes text; quote what YAML would read otherwise',
    ],
    [
      'report: [junit]',
      1,
      10,
      'entry 1 of report is "junit"',
      'entry 1 of report takes the form FORMAT=FILE, such as json=report.json',
    ],
  ])('%j', async (text, line, column, message, hint) => {
    expect(await wrong(text)).toEqual({
      message: `failed to read FILE, line ${line}, column ${column}: ${message}`,
      hint,
    });
  });

  test('of a claim that there is none of', async () => {
    const { message, hint } = await wrong('claims:\n  - http-binary\n  - pigeon-binary\n');
    expect(message).toBe('failed to read FILE, line 3, column 5: entry 2 of claims is "pigeon-binary"');
    expect(hint).toContain('any of http-binary, http-structured');
  });

  test('of an unknown setting, with the one that was meant', async () => {
    expect(await wrong('seed: a\ntimout: 5\n')).toEqual({
      message: 'failed to read FILE, line 2, column 1: there is no setting "timout"',
      hint: 'did you mean timeout?',
    });
    expect((await wrong('sink-port: 0')).hint).toBe('did you mean sinkPort?');
    expect((await wrong('show_secrets: true')).hint).toBe('did you mean showSecrets?');
    expect((await wrong('colour: red')).hint).toContain('the settings are target, adapter, listen, program');
    expect((await wrong('__proto__: {seed: a}')).message).toContain('there is no setting "__proto__"');
  });

  test('of the first one, and counts the others', async () => {
    const { message } = await wrong('wrong: 1\nseed: 1\nspec: 2\n');
    expect(message).toBe('failed to read FILE, line 1, column 1: there is no setting "wrong" (and 2 more below)');
  });

  test.each([
    ['- target', 1, 1, 'it holds a list'],
    ['# just\ntext', 2, 1, 'it holds text'],
    ['5', 1, 1, 'it holds a number'],
  ])('of what is no mapping: %j', async (text, line, column, message) => {
    expect(await wrong(text)).toEqual({
      message: `failed to read FILE, line ${line}, column ${column}: ${message}`,
      hint: 'write settings, each as `name: value`',
    });
  });

  test.each([
    ['seed: a\nseed: b\n', 2, 'Map keys must be unique'],
    ['seed: "a\n', 2, 'Missing closing "quote'],
    ['only: [a\n', 2, 'Flow sequence'],
    ['seed: a\n\ttimeout: 5\n', 2, 'Tabs'],
    ['seed: !secret a\n', 1, 'Unresolved tag'],
  ])('of the syntax: %j', async (text, line, message) => {
    const problem = await wrong(text);
    expect(problem.message).toContain(`line ${line}, column `);
    expect(problem.message).toContain(message);
    expect(problem.message).not.toContain('\n');
  });

  test('of a second document', async () => {
    const { message, hint } = await wrong('seed: a\n---\nseed: b\n');
    expect(message).toMatch(/line [23], column 1: a second document begins$/);
    expect(hint).toContain('---');
  });

  test('of an alias to nothing, and of aliases that explode', async () => {
    expect((await wrong('seed: *gone\n')).message).toContain('gone');
    const levels = Array.from(
      { length: 9 },
      (_, level) => `k${level}: &a${level} [${`${level === 0 ? 'x' : `*a${level - 1}`},`.repeat(9)}]`,
    );
    const started = performance.now();
    expect((await wrong(levels.join('\n'))).message).toContain('alias');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('a header is never repeated in a message: it may be secret', async () => {
  for (const text of ['header: [Bearer hunter2]', 'header: Bearer hunter2', 'header: [{hunter2: 1}]']) {
    const { message, hint } = await wrong(text);
    expect(message).toContain('header');
    expect(`${message} ${hint}`).not.toContain('hunter2');
  }
});
