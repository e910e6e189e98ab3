import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { withDigest } from '../../../src/report/digest.js';
import { FORMATS } from '../../../src/report/render/renderers.js';
import { caseOf, evidenceOf, reportOf, requirementOf, responseOf, sentOf } from '../../report/text/helpers/reports.js';
import { ceConformHere } from '../helpers/command-line.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const REPORT = withDigest({
  ...reportOf({
    verdict: 'nonconformant',
    profiles: [
      {
        id: 'http-receiver',
        verdict: 'nonconformant',
        summary: reportOf().summary,
        requirements: { applicable: 1, verified: 0, failed: 1 },
      },
    ],
    requirements: [requirementOf('http.dec.once', { outcome: 'failed' })],
    findings: [
      {
        id: 'f-1',
        title: 'Decoded twice',
        requirements: ['http.dec.once'],
        cases: ['http.dec.once/blank@http-binary'],
      },
    ],
    cases: [
      caseOf('http.dec.once/blank@http-binary', {
        status: 'fail',
        expected: { subject: 'a%20b' },
        actual: { subject: 'a b' },
        evidence: evidenceOf([sentOf({ 'ce-subject': 'a%2520b' }, '{}')], [responseOf(200, {}, 'ok')]),
      }),
    ],
  }),
  suite: { digest: '0'.repeat(64), specVersion: '1.0.2' },
});

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'a.json'), JSON.stringify(REPORT));
});
const run = (...args: readonly string[]) => ceConformHere(['report', ...args], folder);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('the text of run is what it prints, with a command that starts from the report; exit code 0', async () => {
  const { exit, stdout, stderr } = await run('--from', 'a.json');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout).toContain('Verdict   nonconformant: 1 finding breaks 1 MUST requirement.\n');
  expect(stdout).toContain('ce-conform --target http://localhost:8080/events --only http.dec.once/blank@http-binary\n');
});

test('every format is printed, and is what is written to a file', async () => {
  const all = await run('--from', 'a.json', ...FORMATS.flatMap((format) => ['--report', `${format}=out/${format}`]));
  expect(all).toEqual({ exit: 0, stdout: '', stderr: '' });
  for (const format of FORMATS) {
    const { exit, stdout } = await run('--from', 'a.json', '--format', format);
    expect({ format, exit, stdout }).toEqual({ format, exit: 0, stdout: read(`out/${format}`) });
  }
  expect(JSON.parse(read('out/json'))).toEqual(REPORT);
});

test('-o takes the format from the ending, and --format before that', async () => {
  expect(await run('--from', 'a.json', '-o', 'x/report.xml')).toEqual({ exit: 0, stdout: '', stderr: '' });
  expect(read('x/report.xml')).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /);
  await run('--from', 'a.json', '-o', 'report.xml', '--format', 'tap');
  expect(read('report.xml')).toMatch(/^TAP version 14\n1\.\.1\n/);
  const more = await run('--from', 'a.json', '--json', '--report', 'sarif=b.sarif');
  expect(JSON.parse(more.stdout)).toEqual(REPORT);
  expect(JSON.parse(read('b.sarif'))).toMatchObject({ version: '2.1.0' });
});

describe('one usage error, and nothing written', () => {
  test.each<[string, readonly string[], string]>([
    ['nothing asked for', ['a.json'], 'nothing says what is to be made of the reports'],
    ['both', ['--from', 'a.json', '--merge', 'a.json'], '--merge joins reports, and --from renders one'],
    ['two reports', ['--from', 'a.json', 'b.json'], '--from takes one report, and "b.json" is another'],
    ['a format of --merge', ['--merge', 'a.json', '--format', 'tap'], '--merge has no other format than text'],
    ['an unknown format', ['--from', 'a.json', '--format', 'juint'], 'did you mean junit?'],
    [
      'an unknown format of a file',
      ['--from', 'a.json', '--report', 'word=a.doc'],
      `the formats are: ${FORMATS.join(', ')}`,
    ],
    ['no format', ['--from', 'a.json', '--report', 'a.xml'], 'it has not the form FORMAT=FILE'],
    ['no file', ['--from', 'a.json', '--report', 'tap=-'], 'a report goes to a file'],
    ['an ending that says nothing', ['--from', 'a.json', '-o', 'a.doc'], 'its ending does not say in which form'],
    ['one place for two', ['--from', 'a.json', '--report', 'tap=o/a', 'junit=./o/a'], 'two reports would go to ./o/a'],
    [
      'the place of the report itself',
      ['--from', 'a.json', '--report', 'tap=a.json'],
      'it would take the place of the report that it is made of',
    ],
    ['a folder', ['--from', 'a.json', '--report', 'tap=.'], 'it is a folder'],
    ['no such report', ['--from', 'none.json'], 'failed to read the report: '],
    ['a report of the fuzzer', ['--from', 'fuzz.json'], 'ce-conform report --merge FILE'],
    ['a truncated one', ['--from', 'half.json'], 'it is no JSON'],
    ['one that was edited', ['--from', 'edited.json'], '/verdict must be equal to one of the allowed values'],
  ])('%s', async (_, args, why) => {
    writeFileSync(join(folder, 'fuzz.json'), '{"schema":"ce-conform/fuzz/1"}');
    writeFileSync(join(folder, 'half.json'), JSON.stringify(REPORT).slice(0, 500));
    writeFileSync(join(folder, 'edited.json'), JSON.stringify({ ...REPORT, verdict: 'fine' }));
    const { exit, stdout, stderr } = await run(...args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(why);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(JSON.parse(read('a.json'))).toEqual(REPORT);
  });
});

test('a value that is nested deeper than JSON can be written is one error, in whatever format', async () => {
  const depth = 200_000;
  const deep = JSON.stringify(REPORT).replace(
    '"status":',
    `"actual":${'['.repeat(depth)}${']'.repeat(depth)},"status":`,
  );
  writeFileSync(join(folder, 'deep.json'), deep.replace('"actual":{"subject":"a b"},', ''));
  for (const format of ['text', 'json', 'html'])
    expect(await run('--from', 'deep.json', '--format', format)).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: failed to read deep\.json: .*levels/),
    });
});
