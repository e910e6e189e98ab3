// The steps of the Action, as action.yml has them, in a workspace of their own: what a job is told, what is kept, and whether it fails.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import type { Report } from '../../src/report/types.js';
import { type ActionRun, runAction } from './helpers/run-action.js';

const root = packageRoot();
const FAULTY = 'reference:?fault=http.dec.once/twice';
const KNOWN = 'expected:\n  - case: http.dec.once/blank\n    reason: the router decodes twice\n';

let place: string;
let workspace: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'ce-conform-action-'));
  workspace = join(place, 'work space');
  mkdirSync(workspace);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const run = (inputs: Readonly<Record<string, string>>): Promise<ActionRun> =>
  runAction(root, { workspace, runner: join(place, 'runner'), inputs: { package: root, ...inputs } });
const uploadOf = ({ steps }: ActionRun) => steps.find(({ uses }) => uses !== undefined);
const kept = (ran: ActionRun): readonly string[] => readdirSync(uploadOf(ran)?.with?.['path'] ?? '').sort();
const annotations = ({ log }: ActionRun): readonly string[] =>
  log.split('\n').filter((line) => /^::(?:error|warning)/.test(line));
const reportIn = (file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report;
/** What every run without a report tells. */
const NOTHING = {
  verdict: 'none',
  passed: '0',
  failed: '0',
  undecided: '0',
  'must-applicable': '0',
  'must-verified': '0',
  'must-failed': '0',
  report: '',
  badge: '',
  'badge-endpoint': '',
};

describe('a run with a report', () => {
  test('of a conformant target passes; lists are a word a line, and files are those of the working directory', async () => {
    mkdirSync(join(workspace, 'sub dir'));
    const ran = await run({
      target: 'reference:',
      profiles: 'http-receiver',
      only: 'http.dec.once/blank\n\n  http.dec.plus  \r\n',
      skip: 'http.dec.plus/type*',
      formats: 'json=again/it.json\njson=again/ce-conform.json',
      'working-directory': 'sub dir',
    });
    const file = join(workspace, 'sub dir', 'ce-conform.json');
    expect({ conclusion: ran.conclusion, outputs: ran.outputs, annotations: annotations(ran) }).toEqual({
      conclusion: 'success',
      outputs: {
        ...NOTHING,
        verdict: 'conformant',
        'exit-code': '0',
        passed: '8',
        'must-applicable': '5',
        'must-verified': '5',
        report: file,
      },
      annotations: [],
    });
    expect(reportIn(file)).toMatchObject({
      profiles: [{ id: 'http-receiver' }],
      selection: { only: ['http.dec.once/blank', 'http.dec.plus'], skip: ['http.dec.plus/type*'] },
    });
    expect(uploadOf(ran)).toMatchObject({
      uses: 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02',
      with: { name: 'ce-conform', 'if-no-files-found': 'error' },
    });
    // The second of one name stands beside the first.
    const names = kept(ran).map((name) => name.replace(/^[0-9a-f]{32}-/, 'digest-'));
    expect(names.toSorted()).toEqual(['ce-conform.json', 'digest-ce-conform.json', 'it.json']);
  });

  test('of a target with a fault fails, with all that a good one has: a summary, reports, annotations, and badges that are not green', async () => {
    const ran = await run({
      target: FAULTY,
      only: 'http.dec.once/blank',
      report: 'out/r.json',
      formats: 'github=annotations.txt\njunit=junit.xml',
      badge: 'badge.svg',
      'badge-endpoint': 'badge.json',
      artifact: 'mine',
    });
    const read = (name: string): string => readFileSync(join(workspace, name), 'utf8');
    expect(ran.steps.map(({ name, conclusion, exit }) => [name, conclusion, exit])).toEqual([
      ['Judge', 'success', 0],
      ['Keep the reports', 'success', undefined],
      ['Decide', 'failure', 1],
    ]);
    expect([ran.conclusion, ran.outputs]).toEqual([
      'failure',
      {
        verdict: 'nonconformant',
        'exit-code': '1',
        passed: '2',
        failed: '1',
        undecided: '0',
        'must-applicable': '3',
        'must-verified': '2',
        'must-failed': '1',
        report: join(workspace, 'out', 'r.json'),
        badge: join(workspace, 'badge.svg'),
        'badge-endpoint': join(workspace, 'badge.json'),
      },
    ]);
    expect(ran.summary).toContain('nonconformant');
    expect(uploadOf(ran)?.with?.['name']).toBe('mine');
    expect(kept(ran)).toEqual(['annotations.txt', 'badge.json', 'badge.svg', 'junit.xml', 'r.json']);
    // What the tool made for the runner to read is read, beside our own word.
    expect(annotations(ran)).toEqual([
      ...read('annotations.txt').trimEnd().split('\n'),
      '::error title=ce-conform::nonconformant: a MUST requirement does not hold, and no baseline lists the failure',
    ]);
    const { color, ceConform } = JSON.parse(read('badge.json')) as {
      readonly color: string;
      readonly ceConform: { readonly requirements: object };
    };
    expect(color).toBe('red');
    // The Action and the badge count alike.
    expect(ceConform.requirements).toEqual({ applicable: 3, verified: 2, failed: 1 });
  });

  test('whose failures are known passes, and its verdict stays', async () => {
    writeFileSync(join(workspace, 'known.yaml'), KNOWN);
    const ran = await run({ target: FAULTY, only: 'http.dec.once/blank', baseline: 'known.yaml', artifact: '' });
    expect(ran.conclusion).toBe('success');
    expect(ran.outputs).toMatchObject({ verdict: 'nonconformant', 'exit-code': '0', failed: '1' });
    expect(ran.steps.map(({ conclusion }) => conclusion)).toEqual(['success', 'skipped', 'success']);
  });

  test('with a stale entry fails', async () => {
    writeFileSync(join(workspace, 'known.yaml'), KNOWN);
    const ran = await run({ target: 'reference:', only: 'http.dec.once/blank', baseline: 'known.yaml' });
    expect(ran.conclusion).toBe('failure');
    expect(ran.outputs).toMatchObject({ verdict: 'conformant', 'exit-code': '5' });
    expect(annotations(ran)).toEqual([
      '::error title=ce-conform::no failure is new, but entries of the baseline are stale',
    ]);
  });

  test('of a target that shows nothing passes where that is allowed, with a warning', async () => {
    const server = createServer((request, response) => void request.resume().on('end', () => response.end()));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const inputs = {
      target: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      only: 'http.dec.once/blank',
    };
    const allowed = await run({ ...inputs, 'allow-inconclusive': 'true' });
    expect([allowed.conclusion, allowed.outputs['verdict'], allowed.outputs['exit-code']]).toEqual([
      'success',
      'inconclusive',
      '3',
    ]);
    expect(kept(allowed)).toEqual(['ce-conform.json']);
    expect(annotations(allowed)).toEqual([expect.stringMatching(/^::warning .*inconclusive/)]);
  });
});

describe('a run without a report', () => {
  test('of a target that cannot be reached fails, whatever is allowed, and an earlier report is not taken for its own', async () => {
    writeFileSync(join(workspace, 'ce-conform.json'), '{"verdict":"conformant"}');
    const ran = await run({ target: 'http://127.0.0.1:1/', 'allow-inconclusive': 'true' });
    expect(ran.conclusion).toBe('failure');
    expect(ran.outputs).toEqual({ ...NOTHING, 'exit-code': '3' });
    expect(ran.steps.map(({ conclusion }) => conclusion)).toEqual(['success', 'skipped', 'failure']);
    expect(existsSync(join(workspace, 'ce-conform.json'))).toBe(false);
  });

  test('what an input holds is never code, and no line of the log is a command of somebody else', async () => {
    const evil = `$(touch pwned) \`touch pwned\` "'; touch pwned; #\n::error::evil\n\${{ github.token }}`;
    const ran = await run({ target: evil, claims: evil, baseline: '--insecure', only: evil, skip: '*', config: '-x' });
    expect(ran.conclusion).toBe('failure');
    expect(ran.outputs).toEqual({ ...NOTHING, 'exit-code': '2' });
    expect(readdirSync(workspace)).toEqual([]);
    expect(unguarded(ran.log).filter((line) => /^\s*::/.test(line))).toEqual([
      '::error title=ce-conform::an input, the configuration or the baseline cannot be used; the log says why',
    ]);
  });

  test.each([
    [{ version: '1.0.0 --registry=http://127.0.0.1:1/', package: '' }, 'the input version is no version'],
    [{ package: 'nowhere.tgz' }, 'the input package names no file and no folder'],
    [{ report: 'a\nverdict=conformant' }, 'the input report has more than one line'],
    [{ badge: 'a\rb' }, 'the input badge has more than one line'],
    [{ adapter: '["node", 1]' }, 'an adapter is a JSON array of texts that are not empty'],
    [{ adapter: '[node adapter.js]' }, 'it begins as a JSON array, and is none'],
  ])('%j is refused before anything is started', async (inputs, message) => {
    const ran = await run(inputs);
    expect(ran.log).toContain(message);
    expect([ran.conclusion, ran.outputs]).toEqual(['failure', { ...NOTHING, 'exit-code': '2' }]);
    expect(ran.steps.map(({ exit }) => exit)).toEqual([2, undefined, 2]);
  });
});

/** An adapter that tells what it was started with, and tries what it can with the log and the files of the runner. */
const ADAPTER = `
import { writeFileSync } from 'node:fs';
import { serveAdapter } from ${JSON.stringify(join(root, 'dist', 'src', 'reference', 'adapter', 'serve-adapter.js'))};
import { answerAs } from ${JSON.stringify(join(root, 'dist', 'src', 'reference', 'adapter', 'answer.js'))};
const files = Object.keys(process.env).filter((name) => /^GITHUB_(OUTPUT|ENV|PATH|STATE)$/.test(name));
writeFileSync('seen.json', JSON.stringify({ argv: process.argv.slice(2), files }));
process.stderr.write('::error::evil\\n  ::add-mask::0\\n');
await serveAdapter(process.stdin, process.stdout, (request) => answerAs(request, '1', []));
`;

test('an adapter gets its words as they stand, and can tell the runner nothing', async () => {
  writeFileSync(join(workspace, 'adapter.mjs'), ADAPTER);
  const words = ['$(touch pwned)', '"; rm -rf *', `\${{ inputs.target }}`, '*', '--insecure', "it's"];
  const ran = await run({
    adapter: ['node', 'adapter.mjs', ...words].join('\n'),
    only: 'http.dec.once/blank@http-binary',
  });
  expect([ran.conclusion, ran.outputs['verdict']]).toEqual(['success', 'conformant']);
  expect(JSON.parse(readFileSync(join(workspace, 'seen.json'), 'utf8'))).toEqual({ argv: words, files: [] });
  expect(unguarded(ran.log).filter((line) => /^\s*::/.test(line))).toEqual([]);
  expect(existsSync(join(workspace, 'pwned'))).toBe(false);
});

/** The lines of a log in which a runner looks for commands. */
function unguarded(log: string): readonly string[] {
  let guard: string | undefined;
  return log.split('\n').filter((line) => {
    const isOwn = guard === undefined;
    const [, word] = /^::stop-commands::([0-9a-f]{32})$/.exec(line) ?? [];
    if (guard === undefined && word !== undefined) {
      guard = word;
      return false;
    }
    if (line === `::${guard}::`) guard = undefined;
    return isOwn;
  });
}
