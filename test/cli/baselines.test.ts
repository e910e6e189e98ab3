// Baselines through the command line, against the reference with faults. The guide docs/baselines.md is run with the built one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run as runFromLibrary } from '../../src/index.js';
import { digestOfReport } from '../../src/report/digest.js';
import type { Report } from '../../src/report/types.js';
import { ceConform, ceConformHere } from './helpers/command-line.js';
import { diagnosticOf } from './helpers/diagnostic.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const FAULT = 'reference:?fault=http.dec.once/twice';
const ONLY = ['--only', 'http.dec.once', 'core.attr.minimal'];

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const write = (...entries: readonly string[]): void =>
  writeFileSync(join(folder, 'known.yaml'), `expected:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`);
const text = (): string => readFileSync(join(folder, 'known.yaml'), 'utf8');

const run = (target: string, ...more: readonly string[]) =>
  ceConformHere(['--target', target, ...ONLY, '-q', '--seed', 'e2e', ...more], folder);
const judge = (target: string = FAULT, ...more: readonly string[]) => run(target, '--baseline', 'known.yaml', ...more);

const KNOWN = '{ case: http.dec.once, reason: values are decoded twice }';

describe('the exit code', () => {
  test('is 1 for a failure that is not listed', async () => {
    write('{ case: http.dec.once/blank@http-binary, reason: known }');
    const { exit, stdout } = await judge();
    expect(exit).toBe(1);
    expect(stdout).toContain('  ✖ 4 new failures; --update-baseline lists them\n');
    expect(stdout).toMatch(/http\.dec\.once\/source@http-binary \(fingerprint [0-9a-f]{8}\)/);
    expect(stdout).toMatch(/\nExit {6}1: 4 new failures that known\.yaml does not list\.\n$/);
  });

  test('is 0 where all are listed, and the verdict is what it was', async () => {
    write(KNOWN);
    const { exit, stdout } = await judge();
    expect(exit).toBe(0);
    expect(stdout).toContain('\nVerdict   nonconformant: ');
    expect(stdout).toMatch(
      /\nExit {6}0: 5 known failures, none new, as known\.yaml says; the verdict stays as it is\.\n$/,
    );
    const { verdict, baseline } = JSON.parse((await judge(FAULT, '--json')).stdout) as Report;
    expect({ verdict, exit: baseline?.exit, known: baseline?.known.length }).toEqual({
      verdict: 'nonconformant',
      exit: 0,
      known: 5,
    });
  });

  test('is 5 where what is listed passes', async () => {
    write(KNOWN);
    const { exit, stdout } = await judge('reference:');
    expect(exit).toBe(5);
    expect(stdout).toMatch(/line 2: http\.dec\.once — all \d+ cases of it pass now/);
    expect(stdout).toContain('\nVerdict   conformant: ');
    expect(stdout).toMatch(/\nExit {6}5: no failure is new, but 1 entry of known\.yaml is stale\.\n$/);
  });

  test('is 5 where an entry has expired', async () => {
    write('{ case: http.dec.once, reason: known, expires: 2020-02-29 }');
    const { exit, stdout } = await judge();
    expect(exit).toBe(5);
    expect(stdout).toContain('line 2: http.dec.once — expired on 2020-02-29, and 5 cases of it still fail');
  });

  test('is 0 where an entry expires later', async () => {
    write('{ case: http.dec.once, reason: known, expires: 9999-12-31 }');
    expect((await judge()).exit).toBe(0);
  });

  test('is 5 for a slip, and the id that was meant is told', async () => {
    write(KNOWN, '{ case: http.dec.onec, reason: a slip }');
    const { exit, stdout } = await judge();
    expect(exit).toBe(5);
    expect(stdout).toContain('line 3: http.dec.onec — the suite has no such case; did you mean http.dec.once?');
  });

  test('is 1 for another failure of a case than the one that is listed', async () => {
    write(
      '{ case: http.dec.once/blank@http-binary, reason: known, fingerprint: "00000000" }',
      '{ case: "http.dec.once/{percent,encoded,source}*", reason: known }',
    );
    const { exit, stdout } = await judge();
    expect(exit).toBe(1);
    expect(stdout).toContain('1 new failure;');
    expect(stdout).toContain('the failure is another one');
  });

  test('is 0 for a flaky case, whether it fails or not', async () => {
    writeFileSync(join(folder, 'known.yaml'), 'flaky:\n  - { case: http.dec.once, reason: it depends }\n');
    for (const target of [FAULT, 'reference:']) expect(await judge(target)).toMatchObject({ exit: 0 });
  });

  test('is that of the verdict where nothing is listed', async () => {
    writeFileSync(join(folder, 'known.yaml'), '# nothing\n');
    expect((await judge('reference:')).exit).toBe(0);
    expect((await judge()).exit).toBe(1);
  });
});

describe('errors end with exit 2, before the target is asked', () => {
  test.each([
    ['expected:\n  - case: http.dec.once\n', 'line 2, column 5: entry 1 of expected has no reason ("http.dec.once")'],
    ['expected:\n  - { case: a, reason: b, expires: soon }\n', 'line 2, column 36: expires of entry 1'],
    [
      'expected:\n  - case: a\n    reason: b\n    owner: c\n',
      'line 4, column 5: entry 1 of expected has an unknown member',
    ],
    ['expected:\n  - &a { case: a, reason: b }\n  - *a\n', 'line 3, column 5: "a" is listed again'],
    [
      'expected:\n  - { case: "http.dec.*", reason: b }\nflaky:\n  - { case: http.dec.once, reason: b }\n',
      'line 4, column 13: "http.dec.once" is flaky, and line 2 says',
    ],
  ])('%j', async (written, words) => {
    writeFileSync(join(folder, 'known.yaml'), written);
    const { exit, stdout, stderr } = await judge('http://127.0.0.1:1/');
    expect(stderr).toContain(`error: failed to read known.yaml, ${words}`);
    expect(stderr).toContain('\n  hint: ');
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });

  test('a file that is not there, and an update without one', async () => {
    expect(await judge()).toMatchObject({ exit: 2, stderr: expect.stringContaining('--update-baseline') });
    expect(await run(FAULT, '--update-baseline')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('there is no --baseline'),
    });
  });
});

describe('--update-baseline', () => {
  test('goes round: written, refused without reasons, kept with them, emptied when all is well', async () => {
    const first = await judge(FAULT, '--update-baseline');
    expect(first).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining('known.yaml: 5 added, 0 kept, 0 removed\n'),
    });
    expect(first.stderr).toContain('5 entries have no reason yet');

    const refused = await judge();
    expect(refused).toMatchObject({ exit: 2, stdout: '' });
    expect(refused.stderr).toContain('line 4, column 11: the reason of "http.dec.once/');
    expect(refused.stderr).toContain('hint: write why it fails in place of WRITE WHY THIS FAILS');

    writeFileSync(join(folder, 'known.yaml'), text().replaceAll('WRITE WHY THIS FAILS', "it's known # since 2020"));
    const reasoned = text();
    expect((await judge()).exit).toBe(0);
    expect(await judge(FAULT, '--update-baseline')).toMatchObject({
      exit: 0,
      stderr: expect.stringMatching(/\nknown\.yaml: 0 added, 5 kept, 0 removed\n$/),
    });
    expect(text()).toBe(reasoned);

    const fixed = await judge('reference:', '--update-baseline');
    expect(fixed.exit).toBe(0);
    expect(fixed.stderr).toContain('known.yaml: 0 added, 0 kept, 5 removed\n');
    expect(fixed.stderr).toContain("its case passes now; its reason was: it's known");
    expect(parse(text())).toEqual({ expected: null });
    expect((await judge('reference:')).exit).toBe(0);
  });

  test('keeps comments, order, tickets and what did not run, and tells of what has expired', async () => {
    const kept = `# ours
expected:
  # until the next release
  - case: http.dec.once/blank@*
    reason: "quoted"   # and said
    ticket: T-1
    expires: 2020-01-01
  - case: http.dec.plus
    reason: not part of this run
`;
    const gone = '  - case: core.attr.minimal\n    reason: it was so\n';
    writeFileSync(join(folder, 'known.yaml'), kept + gone);
    const { exit, stderr } = await judge(FAULT, '--update-baseline', '--report', 'json=report.json');
    expect(exit).toBe(5);
    expect(text().startsWith(`${kept}\n  # `)).toBe(true);
    expect(text().match(/WRITE WHY THIS FAILS/g)).toHaveLength(4);
    expect(stderr).toContain('known.yaml: 4 added, 2 kept, 1 removed\n');
    expect(stderr).toContain(
      '  kept     http.dec.once/blank@*, though it expired on 2020-01-01, and 1 case of it still fails\n',
    );
    const updated = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
    expect(updated.digest).toBe(digestOfReport(updated));
    expect(updated.baseline).toMatchObject({ exit: 5, new: [], stale: [{ why: 'expired' }] });
  });

  test('writes nothing where the target cannot be judged', async () => {
    expect(await judge('http://127.0.0.1:1/', '--update-baseline')).toMatchObject({ exit: 3 });
    expect(existsSync(join(folder, 'known.yaml'))).toBe(false);
  });

  test('writes what the published schema allows', async () => {
    await judge(FAULT, '--update-baseline');
    const schema = JSON.parse((await ceConform(['schema', 'baseline'], folder)).stdout);
    const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    expect(isValid(parse(text())) || isValid.errors).toBe(true);
  });
});

test('a report with a baseline is verified, and one that says other than its cases is not', async () => {
  write(KNOWN, '{ case: core.attr.minimal, reason: it was so }');
  expect((await judge(FAULT, '--report', 'json=report.json')).exit).toBe(5);
  expect(await ceConform(['verify', 'report.json'], folder)).toMatchObject({ exit: 0 });
  const path = join(folder, 'report.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"exit": 5', '"exit": 0'));
  expect(await ceConform(['verify', 'report.json'], folder)).toMatchObject({
    exit: 1,
    stdout: expect.stringContaining('what is said of the baseline does not follow from the cases'),
  });
});

test('the configuration may name it, and the flag wins', async () => {
  write(KNOWN);
  writeFileSync(join(folder, 'empty.yaml'), '');
  writeFileSync(join(folder, 'ce-conform.yaml'), 'baseline: known.yaml\n');
  expect((await run(FAULT)).exit).toBe(0);
  expect((await run(FAULT, '--baseline', 'empty.yaml')).exit).toBe(1);
  writeFileSync(join(folder, 'known.yaml'), '');
  expect((await run(FAULT, '--update-baseline')).exit).toBe(0);
  expect(text()).toContain('http.dec.once/blank@http-binary');
});

test('a producer that is listened to is weighed as well', async () => {
  const event = { specversion: '1.0', id: '', source: '/s', type: 't' };
  const headers = { 'content-type': 'application/cloudevents+json' };
  writeFileSync(
    join(folder, 'producer.mjs'),
    `await fetch(process.env.K_SINK, ${JSON.stringify({ method: 'POST', headers, body: JSON.stringify(event) })});`,
  );
  const listen = (...more: readonly string[]) =>
    ceConformHere(['--listen', ':0', '--count', '1', '-q', ...more, '--', process.execPath, 'producer.mjs'], folder);
  write('{ case: core.id.nonempty, reason: ids are given by the broker }');
  expect((await listen()).exit).toBe(1);
  expect(await listen('--baseline', 'known.yaml')).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining('\nExit      0: 1 known failure, none new'),
  });
  writeFileSync(join(folder, 'known.yaml'), '');
  expect((await listen('--baseline', 'known.yaml', '--update-baseline')).exit).toBe(0);
  expect(text()).toContain('- case: core.id.nonempty/captured@http-structured\n');
});

describe('the library', () => {
  const settings = { target: FAULT, only: ['http.dec.once'], seed: 'library' };

  test('weighs by it, too', async () => {
    write(KNOWN);
    const report = await runFromLibrary({ ...settings, baseline: join(folder, 'known.yaml') });
    expect(report).toMatchObject({ verdict: 'nonconformant', baseline: { file: 'known.yaml', exit: 0, new: [] } });
  });

  test('rejects for one that cannot be read', async () => {
    const baseline = join(folder, 'none.yaml');
    expect(await diagnosticOf(() => runFromLibrary({ ...settings, baseline }))).toMatchObject({
      code: 'baseline.unreadable',
      exit: 2,
    });
  });
});
