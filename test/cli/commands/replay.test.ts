import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import type { Trial } from '../../../src/fuzz/trial.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { type Served, type ServeOptions, serveReference } from '../../../src/reference/serve.js';
import type { FindingFile } from '../../../src/report/fuzz/finding-file.js';
import { event, violation, writing } from '../../fuzz/helpers/trials.js';
import { findingFile, LEAP_SECOND, writeFindingFile } from '../fuzz/helpers/finding.js';
import { ceConformHere } from '../helpers/command-line.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const FAULTS = [faultNamed('core.type.time/leap-second')];

async function serve(options: ServeOptions = {}): Promise<Served> {
  const served = await serveReference(options);
  onTestFinished(() => served.close());
  return served;
}

const targetOf = ({ url }: Served): FindingFile['target'] => ({ name: url.host, kind: 'http', url: url.href });

test('a finding from the run that finds it to the one that finds it fixed', async () => {
  const folder = temporaryFolder();
  const served = await serveReference({ faults: FAULTS });
  const { port } = served.url;
  const fuzz = [
    ...['fuzz', '--target', served.url.href, '--runs', '70', '--seed', 's'],
    ...['--claims', 'http-structured', '--quiet'],
  ];
  const found = await ceConformHere(fuzz, folder);
  expect(found.exit).toBe(1);
  const [name = '', ...others] = readdirSync(join(folder, '.ce-conform'));
  expect(others).toEqual([]);
  const path = join('.ce-conform', name);
  expect(found.stdout).toContain(`saved      ${path}`);
  const file = (): FindingFile => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const first = file();
  expect(first.finding).toMatchObject({ class: 'refused', requirement: 'core.type.time', path: { seed: 's' } });

  // Its line shows it without this program.
  const [line] = first.lines;
  const { stdout: answer } = await promisify(execFile)('bash', ['-c', line && 'line' in line ? line.line : 'false']);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).toContain('time is malformed');

  expect(await ceConformHere(['replay', '--quiet'], folder)).toEqual({
    exit: 1,
    stdout: `still failing (3 of 3 times): ${first.finding.title}  ${path}\n`,
    stderr: '',
  });

  // It is tried first the next time, and still where and how it was met.
  const again = await ceConformHere([...fuzz.with(4, '1'), '--seed', 'another'], folder);
  expect(again.exit).toBe(1);
  expect(readdirSync(join(folder, '.ce-conform'))).toEqual([name]);
  expect(file().finding).toMatchObject({ path: first.finding.path, after: first.finding.after });

  await served.close();
  const gone = await ceConformHere(['replay', '--quiet'], folder);
  expect(gone.exit).toBe(3);
  expect(gone.stdout).toMatch(/^unreachable: .*ECONNREFUSED/);

  await serve({ port: Number(port) });
  expect(await ceConformHere(['replay', path, '--json'], folder)).toMatchObject({
    exit: 0,
    stdout: `${JSON.stringify([{ file: path, id: first.finding.id, outcome: 'fixed' }], null, 2)}\n`,
  });
  expect(existsSync(join(folder, path))).toBe(true);
  const fixed = await ceConformHere(fuzz, folder);
  expect(fixed.exit).toBe(0);
  expect(fixed.stdout).toContain(`1 saved finding no longer fails: ${first.finding.id}\n`);
  expect(existsSync(join(folder, path))).toBe(false);
});

describe('a finding is not called fixed', () => {
  const replayed = async (trial: Trial, changes: Partial<FindingFile['finding']>, ...args: readonly string[]) => {
    const folder = temporaryFolder();
    writeFindingFile(folder, findingFile(changes, trial));
    const { exit, stdout } = await ceConformHere(['replay', '--quiet', ...args], folder);
    return { exit, stdout: stdout.replace(/: A valid .*: time is malformed/, '').trimEnd() };
  };
  const path = '.ce-conform/refused-0123456789.json';

  test('where the target lets nobody in', async () => {
    const { url } = await serve({
      mishap: (response) => {
        response.writeHead(401).end();
        return true;
      },
    });
    expect(await replayed(LEAP_SECOND, {}, '--target', url.href, '--claims', 'http-structured')).toEqual({
      exit: 3,
      stdout: `unreachable: no answer was about the event  ${path}`,
    });
  });

  test('where the target takes no such message, or does not show what it made of it', async () => {
    const { url } = await serve();
    const target = ['--target', url.href];
    expect(await replayed(LEAP_SECOND, {}, ...target, '--claims', 'http-binary')).toEqual({
      exit: 3,
      stdout: `unreachable: the target takes no http-structured  ${path}`,
    });
    expect(await replayed(LEAP_SECOND, { class: 'altered' }, ...target, '--observe', 'status')).toEqual({
      exit: 3,
      stdout: `unreachable: what the target makes of an event is not visible  ${path.replace('refused', 'altered')}`,
    });
  });

  test('where only who claims to validate has to refuse it: it was claimed when it was found', async () => {
    const { url } = await serve({ faults: [faultNamed('json.read.b64-bad/taken')] });
    const trial = violation('json.read.b64-bad', { kind: 'members', set: [['data_base64', '"###"']] });
    const changes = { class: 'let-through', requirement: 'json.read.b64-bad', title: 'taken' } as const;
    expect(await replayed(trial, changes, '--target', url.href)).toEqual({
      exit: 1,
      stdout: 'still failing (3 of 3 times): taken  .ce-conform/let-through-0123456789.json',
    });
  });

  test('for one that takes the target with it, and those behind it', async () => {
    const served = await serve({
      mishap: (response) => {
        const isHit = response.req.headers['x-hit'] !== undefined;
        if (isHit) served.close();
        if (isHit) response.req.socket.destroy();
        return isHit;
      },
    });
    const hit: Trial = {
      kind: 'mutation',
      event: event(),
      writing: writing('http-structured'),
      mutation: { steps: [{ kind: 'new-lines', name: 'x-hit', value: '1', count: 1 }], delivery: {} },
    };
    const folder = temporaryFolder();
    writeFindingFile(folder, findingFile({ class: 'dropped', title: 'It closes' }, hit));
    writeFindingFile(folder, findingFile());
    const args = ['replay', '--quiet', '--json', '--target', served.url.href, '--claims', 'http-structured'];
    const { exit, stdout } = await ceConformHere(args, folder);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: '.ce-conform/dropped-0123456789.json', outcome: 'failing' },
      { file: path, outcome: 'unreachable' },
    ]);
  });
});

describe('another target than its own', () => {
  test('leaves the file of a finding where it is, though nothing fails there', async () => {
    const [own, other] = [await serve({ faults: FAULTS }), await serve()];
    const folder = temporaryFolder();
    const path = writeFindingFile(folder, findingFile({}, LEAP_SECOND, targetOf(own)));
    const { exit, stdout } = await ceConformHere(
      ['fuzz', '--target', other.url.href, '--runs', '1', '--claims', 'http-structured', '--quiet'],
      folder,
    );
    expect(exit).toBe(0);
    expect(stdout).not.toContain('no longer fails');
    expect(existsSync(path)).toBe(true);
  });

  test('has to be named for a finding of the reference, which has no address', async () => {
    const folder = temporaryFolder();
    writeFindingFile(folder, findingFile({}, LEAP_SECOND, { name: 'reference', kind: 'reference' }));
    const { exit, stderr } = await ceConformHere(['replay', '--quiet'], folder);
    expect(exit).toBe(2);
    expect(stderr).toContain('it was found on reference, which has no address');
    expect((await ceConformHere(['replay', '--quiet', '--target', 'reference:'], folder)).exit).toBe(0);
  });
});

describe('--export-fixture', () => {
  test('writes vectors', async () => {
    const folder = temporaryFolder();
    writeFindingFile(folder, findingFile({ requirement: 'core.type.time' }));
    expect(await ceConformHere(['replay', '--export-fixture', 'a/out.yaml'], folder)).toEqual({
      exit: 0,
      stdout: '',
      stderr: 'written: a/out.yaml\n',
    });
    expect(parse(readFileSync(join(folder, 'a', 'out.yaml'), 'utf8'))).toMatchObject({
      document: 'core',
      vectors: [{ requirement: 'core.type.time', event: { set: { time: '2016-12-31T23:59:60Z' } } }],
    });
  });

  test('of one finding, and of none that a vector cannot say', async () => {
    const folder = temporaryFolder();
    writeFindingFile(folder, findingFile({ flaky: true }));
    const by = await ceConformHere(['replay', '--export-fixture', 'out.yaml'], folder);
    expect(by).toMatchObject({ exit: 2, stdout: '' });
    expect(by.stderr).toContain('it does not show every time');
    writeFindingFile(folder, findingFile({ class: 'hang' }));
    const two = await ceConformHere(['replay', '--export-fixture', 'out.yaml'], folder);
    expect(two.stderr).toContain('failed to export a vector: there are 2 findings');
    expect(existsSync(join(folder, 'out.yaml'))).toBe(false);
  });
});

test('where there is no finding, or a file that is none, that is a usage error', async () => {
  const folder = temporaryFolder();
  const none = await ceConformHere(['replay'], folder);
  expect(none).toMatchObject({ exit: 2, stdout: '' });
  expect(none.stderr).toContain('there is no finding in .ce-conform');
  writeFileSync(join(folder, 'x.json'), '{');
  const broken = await ceConformHere(['replay', 'x.json'], folder);
  expect(broken).toMatchObject({ exit: 2, stdout: '' });
  expect(broken.stderr.split('\n')).toHaveLength(3);
});

test('nothing in a file does anything to a terminal', async () => {
  const { url } = await serve();
  const folder = temporaryFolder();
  writeFindingFile(folder, findingFile({ title: '\u001b]0;owned\u0007\u202e' }));
  const { stdout } = await ceConformHere(['replay', '--quiet', '--target', url.href], folder);
  expect(stdout).toContain('fixed: \\u{1b}]0;owned\\u{7}\\u{202e}');
});
