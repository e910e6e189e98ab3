import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BadgeFlags, badge } from '../../../src/cli/commands/badge.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import type { Badge } from '../../../src/report/badge/types.js';
import { withDigest } from '../../../src/report/digest.js';
import type { Report } from '../../../src/report/types.js';
import { runReference } from '../../report/helpers/run-reference.js';
import { ceConformHere } from '../helpers/command-line.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const ONLY = ['core.attr.minimal', 'http.dec.once'];

/** A run of everything; one of a part; one of a part that fails. */
let whole: Report;
let part: Report;
let bad: Report;
beforeAll(async () => {
  ({ report: whole } = await runReference());
  ({ report: part } = await runReference({ only: ONLY }));
  ({ report: bad } = await runReference({ only: ONLY, faults: [faultNamed('http.dec.once/twice')] }));
});

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'badge.schema.json'), 'utf8')),
);

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const at = (name: string): string => join(folder, name);

const DAY_MS = 86_400_000;
/** The day after the runs. */
const NOW = Date.parse('2026-01-03T03:04:05.678Z');

async function made(report: Report, flags: BadgeFlags = {}, now: number = NOW) {
  writeFileSync(at('report.json'), JSON.stringify(report));
  const io = memoryIo();
  const exit = await badge(at('report.json'), flags, io, now);
  expect(io.stderr()).toBe('');
  return { exit, stdout: io.stdout() };
}

async function endpointOf(report: Report, flags: BadgeFlags = {}): Promise<Badge> {
  const { exit, stdout } = await made(report, { ...flags, json: true });
  expect(exit).toBe(0);
  return JSON.parse(stdout);
}

const refused = (report: Report, flags: BadgeFlags = {}, now: number = NOW) =>
  diagnosticOf(() => made(report, { output: at('badge.svg'), endpoint: at('badge.json'), ...flags }, now));

describe('the badge of a whole run that is conformant', () => {
  test('is green in both forms, and follows its schema', async () => {
    const { exit, stdout } = await made(whole, { output: at('out/badge.svg'), endpoint: at('out/badge.json') });
    const words = 'CloudEvents 1.0.2, 2 profiles | 55/55 MUST (brightgreen)';
    expect({ exit, stdout }).toEqual({
      exit: 0,
      stdout: `${at('out/badge.svg')}: ${words}\n${at('out/badge.json')}: ${words}\n`,
    });
    const endpoint: Badge = JSON.parse(readFileSync(at('out/badge.json'), 'utf8'));
    expect(endpoint).toEqual({
      schemaVersion: 1,
      label: 'CloudEvents 1.0.2, 2 profiles',
      message: '55/55 MUST',
      color: 'brightgreen',
      ceConform: {
        schema: 'ce-conform/badge/1',
        report: whole.digest,
        profiles: ['http-acceptance', 'http-receiver'],
        verdict: 'conformant',
        requirements: { applicable: 55, verified: 55, failed: 0 },
        harnessErrors: 0,
        suite: whole.suite,
        tool: { name: 'ce-conform', version: '0.0.0' },
        target: { name: 'reference' },
        startedAt: '2026-01-02T03:04:05.678Z',
      },
    });
    expect(validate(endpoint), JSON.stringify(validate.errors)).toBe(true);
    expect(readFileSync(at('out/badge.svg'), 'utf8')).toContain('fill="#4b0"');
  });
});

describe('a badge', () => {
  test('of a part of the suite is blue and says so, and shields gives it no other colour', async () => {
    const endpoint = await endpointOf(part);
    expect(endpoint).toMatchObject({
      message: expect.stringMatching(/^3\/3 MUST, only \d+ of \d+ cases$/),
      color: 'blue',
      isError: true,
      ceConform: { verdict: 'conformant', part: { cases: part.cases.length } },
    });
    expect(validate(endpoint)).toBe(true);
  });

  test('of a failed run is red, and making it is no failure', async () => {
    const endpoint = await endpointOf(bad);
    expect(endpoint).toMatchObject({
      message: expect.stringMatching(/^2\/3 MUST, 1 failed, only/),
      color: 'red',
      isError: true,
      ceConform: { verdict: 'nonconformant', requirements: { failed: 1 } },
    });
    expect(validate(endpoint)).toBe(true);
  });

  test('of a profile speaks of that one', async () => {
    const endpoint = await endpointOf(part, { profile: 'http-acceptance' });
    expect(endpoint).toMatchObject({
      label: 'CloudEvents 1.0.2 http-acceptance',
      message: expect.stringMatching(/^1\/1 MUST, /),
      ceConform: { profile: 'http-acceptance', profiles: ['http-acceptance', 'http-receiver'] },
    });
    expect(await refused(part, { profile: 'http-producer' })).toMatchObject({ code: 'badge.profile', exit: 2 });
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test('goes to standard output where no file is named: an SVG with an accessible title first', async () => {
    const { stdout } = await made(part);
    const [{ svg, ':@': attributes }] = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      preserveOrder: true,
    }).parse(stdout);
    const title = 'CloudEvents 1.0.2, 2 profiles: 3/3 MUST, only';
    expect(attributes).toMatchObject({ role: 'img', 'aria-label': expect.stringContaining(title) });
    expect(svg[0].title[0]['#text']).toContain(title);
    expect(svg.at(-1)).toHaveProperty('metadata');
    expect(stdout).not.toMatch(/<script|\son\w+=|href/);
  });

  test('of the run and of each profile, in both forms, by --all', async () => {
    const { stdout } = await made(part, { all: at('badges') });
    const names = ['http-acceptance', 'http-receiver', 'run'].flatMap((name) => [`${name}.json`, `${name}.svg`]);
    expect(readdirSync(at('badges'))).toEqual(names);
    expect(stdout.trimEnd().split('\n')).toHaveLength(names.length);
    for (const name of names) expect((await made(part, { verify: at(`badges/${name}`) })).exit).toBe(0);
  });

  test('is the same for the same report', async () => {
    expect(await made(part)).toEqual(await made(part));
  });
});

describe('no badge is made', () => {
  const claimed = (): Report => {
    const { selection: _, ...rest } = bad;
    const cases = rest.cases.map((one) => (one.status === 'fail' ? { ...one, status: 'pass' as const } : one));
    const profiles = rest.profiles.map((one) => ({ ...one, verdict: 'conformant' as const }));
    return { ...rest, verdict: 'conformant', cases, profiles, findings: [] };
  };

  test('of a report that was edited', async () => {
    expect(await refused(claimed())).toMatchObject({ code: 'report.digest', exit: 2 });
  });

  test('of one whose digest was made again: it is judged again', async () => {
    const diagnostic = await refused(withDigest(claimed()));
    expect(diagnostic).toMatchObject({ code: 'report.unproved', exit: 2, hint: '`ce-conform verify` names each' });
    expect(diagnostic.message).toMatch(/report\.json: \d+ places in it do not follow from its evidence$/);
  });

  test('of a report of another suite', async () => {
    const suite = { ...part.suite, digest: 'ab'.repeat(32) };
    expect(await refused(withDigest({ ...part, suite }))).toMatchObject({ code: 'report.suite', exit: 2 });
  });

  test.each([
    ['is too old', { now: NOW + 90 * DAY_MS }, 'report.expired', '91 days ago|allowed is 90 days'],
    [
      'is older than is allowed',
      { now: NOW, maxAge: '12h' },
      'report.expired',
      'one day ago|allowed is less than a day',
    ],
    ['is of the future', { now: NOW - 2 * DAY_MS }, 'report.future', 'in the future'],
  ])('of a report that %s', async (_, { now, ...flags }, code, words) => {
    const { exit, message, code: found } = await refused(part, flags, now);
    expect({ exit, found }).toEqual({ exit: 2, found: code });
    for (const word of words.split('|')) expect(message).toContain(word);
  });

  test('of a report without a readable time', async () => {
    const run = { ...part.run, startedAt: '2026-99-99T00:00:00.000Z' };
    expect(await refused(withDigest({ ...part, run }))).toMatchObject({
      code: 'report.time',
      message: expect.stringContaining('its run began at "2026-99-99T00:00:00.000Z", which is no time'),
    });
  });

  test('of a span that is none', async () => {
    expect(await refused(part, { maxAge: '90' })).toMatchObject({ code: 'duration.syntax', exit: 2 });
  });

  test('and nothing is written', async () => {
    await refused(withDigest(claimed()));
    await refused(part, {}, NOW + 400 * DAY_MS);
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test('where both all badges and one are asked for', async () => {
    const { exit, stderr } = await ceConformHere(['badge', 'report.json', '--all', 'x', '-o', 'y.svg'], folder);
    expect(exit).toBe(2);
    expect(stderr).toContain("option '--all <folder>' cannot be used with option '-o, --output <file>'");
    expect(existsSync(at('x'))).toBe(false);
  });
});

describe('a hostile target', () => {
  const evil = `</metadata><script>alert(1)</script>\u202e\u001b[2J"'&${'x'.repeat(100_000)}`;
  const named = (): Report => withDigest({ ...part, target: { ...part.target, name: evil, version: evil } });

  test('is inert in both forms, cut, and its badge can be verified', async () => {
    const report = named();
    await made(report, { output: at('badge.svg'), endpoint: at('badge.json') });
    const [svg, json] = [readFileSync(at('badge.svg'), 'utf8'), readFileSync(at('badge.json'), 'utf8')];
    for (const text of [svg, json]) {
      expect(text.length).toBeLessThan(6000);
      expect(text).not.toMatch(/[\u202e\u001b]/);
    }
    expect(svg).not.toContain('<script');
    expect(new XMLParser().parse(svg).svg.metadata).toContain('\\\\u{202e}');
    for (const file of ['badge.svg', 'badge.json'])
      expect(await made(report, { verify: at(file) })).toMatchObject({ exit: 0 });
  });
});

describe('--verify', () => {
  async function verified(text: string, report: Report = part, json = false) {
    writeFileSync(at('badge'), text);
    const { exit, stdout } = await made(report, { verify: at('badge'), json });
    return { exit, stdout };
  }
  const notThat = (...lines: readonly string[]): string =>
    ['the badge is not that of this report:', ...lines.map((line) => `  ${line}`), ''].join('\n');

  test('finds every member that was changed', async () => {
    const endpoint = await endpointOf(bad);
    const { ceConform, ...face } = endpoint;
    const changes: readonly (readonly [string, object])[] = [
      ...Object.keys(face).map((name) => [name, { ...endpoint, [name]: 'another' }] as const),
      ...Object.keys(ceConform)
        .filter((name) => name !== 'schema')
        .map((name) => [`ceConform.${name}`, { ...endpoint, ceConform: { ...ceConform, [name]: 'another' } }] as const),
    ];
    expect(changes.length).toBeGreaterThan(12);
    for (const [member, change] of changes) {
      const { exit, stdout } = await verified(JSON.stringify(change), bad);
      expect({ exit, member, stdout }).toMatchObject({ exit: 1, stdout: expect.stringContaining(`\n  ${member}: `) });
      expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    }
  });

  test('finds a red badge that was painted green', async () => {
    const { isError: _, ...endpoint } = await endpointOf(bad);
    const green = JSON.stringify({ ...endpoint, color: 'brightgreen', message: '3/3 MUST' });
    const { exit, stdout } = await verified(green, bad);
    expect(exit).toBe(1);
    expect(stdout).toContain('  color: the badge says "brightgreen", the report gives "red"\n');
    expect(stdout).toContain('  isError: the badge says nothing, the report gives true\n');
    expect(JSON.parse((await verified(green, bad, true)).stdout)).toMatchObject({
      matches: false,
      discrepancies: [],
      differences: [{ member: 'message' }, { member: 'color' }, { member: 'isError', report: true }],
    });
  });

  test('finds members that were added', async () => {
    const text = JSON.stringify({ ...(await endpointOf(part)), style: 'plastic' });
    expect(await verified(text)).toEqual({
      exit: 1,
      stdout: notThat('style: the badge says "plastic", the report gives nothing'),
    });
  });

  test('finds the badge of another run, and of a profile that the report does not decide', async () => {
    const other = await verified(JSON.stringify(await endpointOf(part)), bad);
    expect(other.exit).toBe(1);
    expect(other.stdout).toContain(
      `ceConform.report: the badge says "${part.digest}", the report gives "${bad.digest}"`,
    );
    const strange = { ...(await endpointOf(part)), ceConform: { schema: 'ce-conform/badge/1', profile: 'validation' } };
    expect(await verified(JSON.stringify(strange))).toEqual({
      exit: 1,
      stdout: notThat('ceConform.profile: the badge says "validation", the report gives nothing'),
    });
  });

  test('finds a picture that was changed, and metadata that was', async () => {
    const { stdout: svg } = await made(bad);
    const fill = /fill="#dd4343"/;
    expect(svg).toMatch(fill);
    expect(await verified(svg.replace(fill, 'fill="#4b0"'), bad)).toEqual({
      exit: 1,
      stdout: notThat('the picture: its metadata fits, but what it shows is not what the report gives'),
    });
    const { exit, stdout } = await verified(svg.replace('&quot;red&quot;', '&quot;blue&quot;'), bad);
    expect(exit).toBe(1);
    expect(stdout).toContain('  color: the badge says "blue", the report gives "red"\n');
  });

  test('refuses a badge whose report was changed, with its digest made again or not', async () => {
    const text = JSON.stringify(await endpointOf(bad));
    const edited = { ...bad, verdict: 'conformant' as const };
    const first = await verified(text, edited);
    expect(first.exit).toBe(1);
    expect(first.stdout).toMatch(
      /^the badge proves nothing; `ce-conform verify` says more of its report:\n {2}the report was edited, or cut, since it was written: its digest is another\n {2}1 place in the report does not follow from its evidence\n$/,
    );
    const again = await verified(text, withDigest(edited));
    expect(again.exit).toBe(1);
    expect(again.stdout).not.toContain('was edited');
    expect(again.stdout).toContain('  1 place in the report does not follow from its evidence\n');
    expect(JSON.parse((await verified(text, edited, true)).stdout)).toMatchObject({
      matches: false,
      discrepancies: [{ kind: 'digest' }, { kind: 'verdict' }],
    });
    // What follows from no evidence, such as the time of the run, is still another report.
    const later = withDigest({ ...bad, run: { ...bad.run, durationMs: 2 } });
    expect((await verified(text, later)).stdout).toMatch(
      /^the badge is not that of this report:\n {2}ceConform\.report: /,
    );
  });

  test('refuses a report that has expired, or is of another suite', async () => {
    writeFileSync(at('badge'), JSON.stringify(await endpointOf(part)));
    const flags = { verify: at('badge') };
    expect(await diagnosticOf(() => made(part, flags, NOW + 400 * DAY_MS))).toMatchObject({ code: 'report.expired' });
    expect((await made(part, { ...flags, maxAge: '500d' }, NOW + 400 * DAY_MS)).exit).toBe(0);
    const foreign = withDigest({ ...part, suite: { ...part.suite, digest: 'ab'.repeat(32) } });
    expect(await diagnosticOf(() => made(foreign, flags))).toMatchObject({ code: 'report.suite', exit: 2 });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a badge of another tool', '{"schemaVersion":1,"label":"a","message":"b"}'],
    ['another version', '{"ceConform":{"schema":"ce-conform/badge/2"}}'],
    ['a profile that is no text', '{"ceConform":{"schema":"ce-conform/badge/1","profile":{}}}'],
    ['another picture', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['metadata of something else', '<svg><metadata>x</metadata></svg>'],
  ])('is a usage error for what is no badge: %s', async (_, text) => {
    const { code, exit, message } = await diagnosticOf(() => verified(text));
    expect({ code, exit }).toEqual({ code: 'badge.none', exit: 2 });
    expect(message).toContain(`failed to read ${at('badge')}: it is no badge of ce-conform: `);
  });

  test('is a usage error for a badge that is not there, and for one of a gigabyte', async () => {
    expect(await diagnosticOf(() => made(part, { verify: at('none') }))).toMatchObject({ code: 'badge.unreadable' });
    writeFileSync(at('badge'), '{}');
    truncateSync(at('badge'), 1024 ** 3);
    expect(await diagnosticOf(() => made(part, { verify: at('badge') }))).toMatchObject({
      code: 'badge.unreadable',
      message: expect.stringContaining('it has 1073741824 bytes'),
    });
  });

  test('lets nothing of a badge reach the terminal, and does not print it all', async () => {
    const endpoint = await endpointOf(part);
    const evil = '\u001b]0;owned\u0007\u202e';
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${evil}${index}`, evil.repeat(100)]));
    const { exit, stdout } = await verified(JSON.stringify({ ...endpoint, label: evil.repeat(1000), ...many }));
    expect(exit).toBe(1);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(stdout.length).toBeLessThan(6000);
    expect(stdout).toContain('  and 31 more; --json lists them all\n');
  });
});
