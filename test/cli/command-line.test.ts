// The built command line, end to end: what a user types, what comes out on which stream, and the exit code.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import type { Report } from '../../src/report/types.js';
import { ceConform, ceConformHere, startCeConform } from './helpers/command-line.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const run = (...args: readonly string[]) => ceConform(args, folder);
const REFERENCE = ['--target', 'reference:', '--only', 'core.attr.*', '--seed', 'e2e', '-q'];

describe('usage errors end with exit 2, on stderr alone, with what to do', () => {
  test.each([
    ['an unknown flag', ['--tarket', 'reference:'], /unknown option '--tarket'[\s\S]*--target/],
    ['an unknown flag of a command', ['list', '--jsn'], /unknown option '--jsn'[\s\S]*--json/],
    ['an unknown command', ['lits'], /there is no command "lits"\n {2}hint: did you mean list/],
    ['a missing argument', ['explain'], /missing required argument 'id'/],
    ['a number that is none', ['--target', 'reference:', '--timeout', 'soon'], /whole number from 1 to 3600000/],
    ['a number beyond the range', ['--target', 'reference:', '-c', '0'], /whole number from 1 to 1024/],
    [
      'a choice that there is none of',
      ['--target', 'reference:', '--observe', 'mind'],
      /Allowed choices are auto, status, reply, sink/,
    ],
    ['a specification that there is none of', ['coverage', '--spec', '2.0'], /Allowed choices are 1\.0\.2, main/],
    ['no target', [], /there is no --target[\s\S]*use http:\/\/HOST/],
    ['a target that is no URL', ['--target', 'localhost'], /"localhost" is no URL/],
    ['a target of another scheme', ['--target', 'ftp://x/'], /saw the scheme "ftp"/],
    [
      'an unknown fault',
      ['--target', 'reference:?fault=no.such/fault'],
      /there is none named "no\.such\/fault"[\s\S]*--list-faults/,
    ],
    [
      'a filter that matches nothing',
      ['--target', 'reference:', '--only', 'nothing.*'],
      /"nothing\.\*" matches none of \d+/,
    ],
    ['a filter of a list that matches nothing', ['list', '--only', 'nothing.*'], /"nothing\.\*" matches none of \d+/],
    ['an unknown claim', ['--target', 'reference:', '--claims', 'pigeon'], /saw "pigeon"[\s\S]*http-binary/],
    ['a header line that is none', ['--target', 'reference:', '-H', 'hunter2'], /it has not the form "Name: value"/],
    [
      'an unknown profile',
      [...REFERENCE, '--profile', 'http-diviner'],
      /none named "http-diviner"[\s\S]*http-receiver/,
    ],
    ['a report without a format', [...REFERENCE, '--report', 'file'], /it has not the form FORMAT=FILE/],
    ['a report of another format', [...REFERENCE, '--report', 'pdf=file'], /there is no format "pdf"/],
    ['a report in place of a folder', [...REFERENCE, '--report', 'json=.'], /failed to prepare the report \./],
    ['a configuration that is not there', ['--config', 'none.yaml'], /none\.yaml: there is no such file/],
    ['an unknown id', ['explain', 'http.dec.onec'], /did you mean http\.dec\.once\?/],
    ['an unknown schema', ['schema', 'repotr'], /did you mean report\?/],
    ['a report that is not there', ['verify', 'none.json'], /failed to read the report/],
  ])('%s', async (_, args, words) => {
    const { exit, stdout, stderr } = await ceConformHere(args, folder);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });

  test('a header value is not repeated', async () => {
    expect((await run('--target', 'reference:', '-H', 'hunter2')).stderr).not.toContain('hunter2');
  });

  test('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    try {
      const { exit, stdout, stderr } = await run('reference', '--port', port);
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toBe(
        `error: failed to listen at 127.0.0.1, port ${port}: the port is in use\n  hint: choose another --port, or 0 for a free one\n`,
      );
    } finally {
      other.close();
    }
  });
});

describe('the configuration', () => {
  const write = (text: string): void => writeFileSync(join(folder, 'ce-conform.yaml'), text);

  test('is found by itself, and holds all that a run needs', async () => {
    write('target: "reference:"\nonly: ["core.attr.minimal"]\nseed: configured\nreport: [json=out/report.json]\n');
    const { exit } = await run('-q');
    const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as Report;
    expect(exit).toBe(0);
    expect(report.run.seed).toBe('configured');
    expect(new Set(report.cases.map(({ requirement }) => requirement))).toEqual(new Set(['core.attr.minimal']));
  });

  test('gives way to flags', async () => {
    write('target: http://127.0.0.1:1/\nonly: [core.attr.minimal]\nseed: configured\n');
    const { exit, stdout } = await run('--target', 'reference:', '--seed', 'flag', '--json');
    expect(exit).toBe(0);
    expect((JSON.parse(stdout) as Report).run.seed).toBe('flag');
  });

  test.each([
    ['an unknown setting', 'target: "reference:"\ntimout: 5\n', 'line 2, column 1: there is no setting "timout"'],
    ['a wrong value', 'timeout: soon\n', 'line 1, column 10: timeout is "soon"'],
    ['broken YAML', 'only: [a\n', 'line 2, column 1: '],
    ['two documents', 'seed: a\n---\nseed: b\n', 'a second document begins'],
  ])('with %s is a usage error', async (_, text, words) => {
    write(text);
    const { exit, stdout, stderr } = await run();
    expect(stderr).toContain('error: failed to read ce-conform.yaml, ');
    expect(stderr).toContain(words);
    expect(stderr).toContain('\n  hint: ');
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });

  test('that is a folder is a usage error', async () => {
    mkdirSync(join(folder, 'ce-conform.yaml'));
    expect(await run()).toMatchObject({ exit: 2, stderr: expect.stringContaining('it is a folder') });
  });
});

describe('a run and its report', () => {
  test('the report on stdout is that in the file, follows the schema, and is verified', async () => {
    const { exit, stdout } = await run(...REFERENCE, '--json', '--report', 'json=report.json');
    expect(exit).toBe(0);
    expect(stdout).toBe(readFileSync(join(folder, 'report.json'), 'utf8'));
    const { stdout: schema } = await run('schema', 'report');
    const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile(JSON.parse(schema));
    expect(isValid(JSON.parse(stdout)) || isValid.errors).toBe(true);
    expect(await run('verify', 'report.json')).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^conformant {2}/),
    });
  });

  test('two runs of one seed give equal bytes but for the run block and the digest over it', async () => {
    const reports = await Promise.all([run(...REFERENCE, '--json'), run(...REFERENCE, '--json')]);
    const [one, two] = reports.map(({ stdout }) =>
      JSON.stringify({ ...(JSON.parse(stdout) as Report), run: undefined, digest: undefined }),
    );
    expect(one).toBe(two);
  });

  test('verify finds a changed byte, and refuses another suite', async () => {
    await run(...REFERENCE, '--report', 'json=report.json');
    const path = join(folder, 'report.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"reason": "OK"', '"reason": "KO"'));
    const altered = await run('verify', 'report.json');
    expect(altered).toMatchObject({ exit: 1, stderr: '' });
    expect(altered.stdout).toContain('  the report was edited, or cut, since it was written: its digest is another\n');
    expect(altered.stdout).toContain('the evidence was altered');
    const { digest } = (JSON.parse(text) as Report).suite;
    writeFileSync(path, text.replace(digest, '0'.repeat(64)));
    expect(await run('verify', 'report.json')).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('its suite is 000000000000'),
    });
  });

  test('an unreachable target is exit 3', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => closed.close(resolve));
    const { exit, stdout, stderr } = await run('--target', `http://127.0.0.1:${port}/`);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain(`failed to reach 127.0.0.1:${port}`);
  });

  test('a fault is exit 1', async () => {
    const { faults } = JSON.parse((await run('reference', '--list-faults', '--json')).stdout);
    const { name, requirement } = faults.find((fault: { readonly name: string }) =>
      fault.name.startsWith('http.dec.once/'),
    );
    const { exit, stdout } = await run('--target', `reference:?fault=${name}`, '--only', `${requirement}`, '-q');
    expect(exit).toBe(1);
    expect(stdout).toContain('nonconformant');
  });
});

describe('reading commands', () => {
  test.each([
    ['list', ['list', '--json'], ['requirements']],
    ['list --cases', ['list', '--cases', '--json'], ['cases']],
    ['explain', ['explain', 'core.attr.minimal', '--json'], ['kind', 'id', 'requirement', 'seed', 'cases']],
    [
      'explain a position',
      ['explain', 'A31', '--json'],
      ['kind', 'id', 'documents', 'problem', 'position', 'requirements'],
    ],
    ['coverage', ['coverage', '--json'], ['spec', 'documents', 'totals', 'strays']],
    ['reference --list-faults', ['reference', '--list-faults', '--json'], ['faults']],
  ])('%s prints one JSON value and nothing else', async (_, args, keys) => {
    const { exit, stdout, stderr } = await run(...args);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(Object.keys(JSON.parse(stdout))).toEqual(keys);
  });

  test('work in any folder, and as text', async () => {
    for (const args of [['list'], ['list', '--cases'], ['explain', 'http.dec.once'], ['coverage'], ['schema']]) {
      const { exit, stdout } = await run(...args);
      expect(exit, args.join(' ')).toBe(0);
      expect(stdout.length).toBeGreaterThan(100);
    }
  });

  test('schema prints what is published', async () => {
    const published = readFileSync(join(packageRoot(), 'schemas', 'config.schema.json'), 'utf8');
    expect((await run('schema', 'config')).stdout).toBe(published);
  });
});

describe('reference', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('serves until %s', async (signal) => {
    const child = startCeConform(['reference', '--json'], folder);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    let stderr = '';
    child.stderr?.on('data', (data) => {
      stderr += String(data);
    });
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))));
    const { url } = JSON.parse(line) as { readonly url: string };
    const { exit, stdout } = await run('--target', url, '--only', 'core.attr.minimal', '-q');
    expect(stdout).toContain('conformant');
    expect(exit).toBe(0);
    child.kill(signal);
    expect(await ended).toBe(0);
    // No run was interrupted, and there is no report.
    expect(stderr).not.toContain('interrupted');
  });
});
