// A real vitest in a project of its own: what becomes of a run in the suite of a user.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/types.js';
import { type ConformanceOptions, conformance } from '../../src/vitest.js';
import { type TestTold, type VitestProject, type VitestRun, vitestProject } from './helpers/vitest-project.js';

const FAULTY = 'reference:?fault=http.dec.once/twice';

/** Every way in which a run can end, each in a group of its own. */
const GROUPS = `
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { conformance } from 'ce-conform/vitest';

const only = ['http.dec.once/*'];
const adapter = ['node', 'node_modules/ce-conform/dist/src/cli/bin.js', 'reference', '--adapter'];

// A receiver that says yes to everything has shown nothing.
let url;
const receiver = createServer((request, response) => {
  request.resume().on('end', () => response.end());
});
beforeAll(async () => {
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = new URL('http://127.0.0.1:' + receiver.address().port + '/');
});
afterAll(() => { receiver.closeAllConnections(); receiver.close(); });

conformance({ name: 'good', target: 'reference:', only: ['http.dec.*'] });
conformance({ name: 'faulty', target: '${FAULTY}', only, onReport: (report) => writeFileSync('report.json', JSON.stringify(report)) });
conformance({ name: 'known', target: '${FAULTY}', only, baseline: 'known.yaml' });
conformance({ name: 'stale', target: 'reference:', only, baseline: 'known.yaml' });
conformance({ name: 'nothing shown', target: () => url, only });
conformance({ name: 'nothing shown, allowed', target: async () => url, only, allowInconclusive: true });
conformance({ name: 'behind an adapter', adapter, only: ['http.dec.once/*', 'core.attr.minimal/ordinary@kafka-binary'] });
conformance({ name: 'unreachable', target: () => 'http://127.0.0.1:1/', only, timeout: 500 });
conformance({ name: 'another binding', target: () => 'kafka://127.0.0.1:1/in?reply=out', only });
`;

const FILES = {
  'groups.test.js': GROUPS,
  'unmatched.test.js': `import { conformance } from 'ce-conform/vitest';\nconformance({ target: 'reference:', only: ['http.dec.onse*'] });\n`,
  'known.yaml': 'expected:\n  - case: http.dec.once\n    reason: the router decodes twice\n',
};

let project: VitestProject;
let all: VitestRun;
beforeAll(async () => {
  project = vitestProject(FILES);
  all = await project.run();
});
afterAll(() => project.remove());

const testsOf = (run: VitestRun, file: string): readonly TestTold[] =>
  run.files.find(({ name }) => name === join(project.folder, file))?.assertionResults ?? [];
const group = (name: string, run = all): readonly TestTold[] =>
  testsOf(run, 'groups.test.js').filter(({ ancestorTitles }) => ancestorTitles[0] === name);
const cases = (name: string): readonly TestTold[] => group(name).filter(({ title }) => title !== 'verdict');
const verdict = (name: string): TestTold | undefined => group(name).find(({ title }) => title === 'verdict');
/** Tests by what became of them and what became of their cases. */
function tally(tests: readonly TestTold[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, meta } of tests) {
    const key = `${status}: ${meta.ceConform?.status ?? 'untold'}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const failuresOf = (tests: readonly TestTold[]): readonly string[] => tests.flatMap((one) => one.failureMessages);
/** A failure without the place where it is told. */
const said = (told: TestTold | undefined): string => (told?.failureMessages[0] ?? '').replace(/\n {4}at [\s\S]*$/, '');

describe('a run as tests', () => {
  test('of a conformant target: what passed passes, what was recorded alone is skipped, and so is nothing else', () => {
    expect(tally(cases('good'))).toEqual({ 'passed: pass': 98, 'skipped: observed': 33 });
    expect(verdict('good')?.status).toBe('passed');
  });

  test('of a target with a fault: a failed test for each failed case, and the verdict', () => {
    expect(tally(cases('faulty'))).toEqual({ 'passed: pass': 3, 'failed: fail': 5 });
    expect(said(verdict('faulty'))).toBe('ConformanceError: nonconformant: 2 findings break 1 MUST requirement.');
    const report = JSON.parse(readFileSync(join(project.folder, 'report.json'), 'utf8')) as Report;
    const statuses = Object.fromEntries(report.cases.map(({ id, status }) => [id, status]));
    expect(
      Object.fromEntries(cases('faulty').map(({ meta: { ceConform } }) => [ceConform?.case, ceConform?.status])),
    ).toEqual(statuses);
  });

  test('a failure tells rule, values, bytes and the line that runs it again, at the place of the call', () => {
    const failed = cases('faulty').find(({ title }) => title.startsWith('http.dec.once/encoded-utf8@http-binary: '));
    const message = failed?.failureMessages[0] ?? '';
    expect(message.split('\n')).toEqual([
      'ConformanceError: http.dec.once/encoded-utf8@http-binary: subject has another value',
      '',
      'Exactly one round (MUST, http 3.1.3.2. HTTP Header Values)',
      '',
      '  ce-subject: %25C3%25A9 is %C3%A9',
      '  expected  {"subject":"%C3%A9"}',
      '  actual    {"subject":"é"}',
      '  because   subject has another value',
      '  sent      Content-Type: application/json',
      '            ce-subject: %25C3%25A9',
      '  received  200 OK',
      '            Content-Type: application/cloudevents+json',
      expect.stringContaining('"subject":"é"'),
      `  rerun     ce-conform --target '${FAULTY}' --only http.dec.once/encoded-utf8@http-binary`,
      expect.stringMatching(/^ {4}at .*groups\.test\.js:\d+:1$/),
    ]);
    expect(all.screen).toContain('-   "subject": "%C3%A9",\n+   "subject": "é",');
  });

  test('a known failure is skipped with its reason, and fails nothing', () => {
    expect(tally(cases('known'))).toEqual({ 'passed: pass': 3, 'skipped: fail': 5 });
    expect(verdict('known')?.status).toBe('passed');
    expect(all.screen).toContain('[known failure (known.yaml, line 2): the router decodes twice]');
  });

  test('a stale entry fails the verdict, though every case passes', () => {
    expect(tally(cases('stale'))).toEqual({ 'passed: pass': 8 });
    expect(said(verdict('stale'))).toBe(
      'ConformanceError: no failure is new, but 1 entry of known.yaml is stale. (The verdict is conformant.)\n' +
        '  line 2: http.dec.once: all 6 cases of it pass now',
    );
  });

  test('a target that shows nothing passes no test, and the verdict fails unless that is allowed', () => {
    expect(tally(cases('nothing shown'))).toEqual({ 'skipped: inconclusive': 8 });
    expect(said(verdict('nothing shown'))).toMatch(/^ConformanceError: inconclusive: in http-acceptance, /);
    expect(tally(group('nothing shown, allowed'))).toEqual({ 'skipped: inconclusive': 8, 'skipped: untold': 1 });
  });

  test('behind an adapter every binding can be asked for', () => {
    expect(tally(cases('behind an adapter'))).toEqual({ 'passed: pass': 9 });
    expect(verdict('behind an adapter')?.status).toBe('passed');
  });
});

describe('what cannot be run fails the file', () => {
  test.each([
    ['unreachable', 'failed to reach 127.0.0.1:1: '],
    ['another binding', 'failed to start: the tests are about http, and the target is reached over kafka'],
  ])('%s', (name, message) => {
    expect(new Set(group(name).map(({ status }) => status))).toEqual(new Set(['skipped']));
    expect(all.screen).toMatch(new RegExp(`FAIL {2}groups\\.test\\.js > ${name}\n.*${message}`));
  });

  test('a glob that matches nothing', () => {
    const file = all.files.find(({ name }) => name.endsWith('unmatched.test.js'));
    expect(file?.status).toBe('failed');
    expect(file?.message).toMatch(/^failed to select cases: "http\.dec\.onse\*" matches none of \d+\n {2}hint: /);
    expect([all.exit, all.success]).toEqual([1, false]);
  });

  test('nothing to judge, or more than one thing', () => {
    const call =
      (options: ConformanceOptions): (() => void) =>
      () =>
        conformance(options);
    expect(call({ only: ['http.dec.once'] })).toThrow(
      'failed to start: nothing says what is judged\n  hint: give one of',
    );
    expect(call({ target: 'reference:', listen: ':0' })).toThrow(
      'failed to start: more than one thing is to be judged',
    );
    expect(call({ adapter: ['true'], claims: ['telepathy'] })).toThrow('failed to read the claims: saw "telepathy"');
  });
});

test('one test by its name drives the target, and no other group is run', async () => {
  const one = await project.run('-t', 'faulty http.dec.once http.dec.once/source@http-binary', 'groups');
  const ran = testsOf(one, 'groups.test.js').filter(({ status }) => status !== 'skipped');
  expect(ran.map(({ ancestorTitles, status, meta }) => [ancestorTitles[0], status, meta.ceConform?.case])).toEqual([
    ['faulty', 'failed', 'http.dec.once/source@http-binary'],
  ]);
  expect(failuresOf(ran)).toHaveLength(1);
  expect([one.exit, one.success]).toEqual([1, false]);
});
