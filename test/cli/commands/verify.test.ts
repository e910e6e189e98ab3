import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../../src/cli/commands/verify.js';
import { digestOfReport, withDigest } from '../../../src/report/digest.js';
import type { Report } from '../../../src/report/types.js';
import { runReference } from '../../report/helpers/run-reference.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

let report: Report;
beforeAll(async () => {
  ({ report } = await runReference({ only: ['core.attr.minimal', 'core.attr.missing'] }));
});

let file: string;
beforeEach(() => {
  file = join(temporaryFolder(), 'report.json');
});

// Whoever alters a report can make its digest again.
const verified = (value: Report, json = false) => verifiedAsItIs(withDigest(value), json);

async function verifiedAsItIs(value: Report, json = false) {
  writeFileSync(file, JSON.stringify(value));
  const io = memoryIo();
  const exit = await verify(file, { json }, io);
  expect(io.stderr()).toBe('');
  return { exit, stdout: io.stdout() };
}

describe('a report that holds', () => {
  test('exit 0, with the verdict that was derived', async () => {
    const count = report.cases.length;
    expect(await verified(report)).toEqual({
      exit: 0,
      stdout: `${report.verdict}  from the evidence of ${count} of ${count} cases against reference\neverything in the report follows from its evidence\n`,
    });
  });

  test('as JSON', async () => {
    const { exit, stdout } = await verified(report, true);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      holds: true,
      reported: report.verdict,
      verdict: report.verdict,
      judged: report.cases.length,
      discrepancies: [],
    });
  });
});

describe('a report that does not hold', () => {
  const [first] = ['core.attr.minimal/plain@http-binary'];
  const changed = (change: (one: Report['cases'][number]) => object): Report => ({
    ...report,
    cases: report.cases.map((one) => (one.id === first ? { ...one, ...change(one) } : one)),
  });

  test('exit 1 for one changed byte of evidence', async () => {
    const altered = changed(({ evidence }) => ({
      evidence: JSON.parse(JSON.stringify(evidence).replace('"status":200', '"status":201')),
    }));
    const { exit, stdout } = await verified(altered);
    expect(exit).toBe(1);
    expect(stdout).toContain('one place does not follow from the evidence:\n');
    expect(stdout).toContain(`  ${first}: the evidence was altered: its digest is another\n`);
  });

  test('exit 1 where its digest is all that does not fit, in both forms', async () => {
    const later = { ...report, run: { ...report.run, startedAt: '2030-01-01T00:00:00.000Z' } };
    const { exit, stdout } = await verifiedAsItIs(later);
    expect(exit).toBe(1);
    expect(stdout).toContain(
      'one place does not follow from the evidence:\n  the report was edited, or cut, since it was written: its digest is another\n',
    );
    expect(JSON.parse((await verifiedAsItIs(later, true)).stdout)).toMatchObject({
      holds: false,
      discrepancies: [{ kind: 'digest', reported: report.digest, derived: digestOfReport(later) }],
    });
  });

  test('exit 1 where it was edited, with everything that does not follow beside the digest', async () => {
    const claimed = changed(() => ({ status: 'fail' }));
    const { discrepancies } = JSON.parse((await verifiedAsItIs(claimed, true)).stdout);
    expect(discrepancies.map(({ kind }: { kind: string }) => kind).slice(0, 2)).toEqual(['digest', 'status']);
  });

  test('exit 1 for a status that differs, in both forms', async () => {
    const claimed = changed(() => ({ status: 'fail' }));
    const { exit, stdout } = await verified(claimed);
    expect(exit).toBe(1);
    expect(stdout).toContain(`  ${first}: reported fail, derived pass\n`);
    expect(JSON.parse((await verified(claimed, true)).stdout)).toMatchObject({
      holds: false,
      discrepancies: [{ kind: 'status', id: first, reported: 'fail', derived: 'pass' }],
    });
  });

  test('exit 1 for another verdict', async () => {
    const { exit, stdout } = await verified({ ...report, verdict: 'nonconformant' });
    expect(exit).toBe(1);
    expect(stdout).toContain(`  the verdict: reported nonconformant, derived ${report.verdict}\n`);
  });

  test('every kind of discrepancy has its sentence', async () => {
    const [one] = report.cases;
    if (one === undefined) throw new Error('no case');
    const claimed = changed(() => ({ title: 'another' }));
    const { stdout } = await verified({
      ...claimed,
      findings: [{ id: 'x', title: 'x', requirements: ['x'], cases: ['x'] }],
      summary: { ...report.summary, fail: 7 },
      requirements: [],
      selection: { only: ['core.attr.*'], skip: [], cases: 1, of: 1 },
      profiles: report.profiles.map((profile) => ({ ...profile, verdict: 'nonconformant' })),
      cases: [...claimed.cases, one, { ...one, id: 'no.such/case@x' }],
    });
    for (const sentence of [
      `${first}: the status follows, but what is said about it does not`,
      'core.attr.duplicate/id@http-binary: the case was asked for, and is not in the report',
      'no.such/case@x: the suite has no such case',
      `${one.id}: the case is in the report more than once`,
      'the verdict of http-acceptance: reported nonconformant, derived',
      'the summary does not follow from the cases',
      'the selection does not follow from the cases',
      'the profiles do not follow from the cases',
      'the requirements do not follow from the cases',
      'the findings do not follow from the cases',
    ]) {
      expect(stdout).toContain(`  ${sentence}`);
    }
    const { stdout: other } = await verified({ ...report, run: { ...report.run, seed: 'another' } });
    expect(other).toContain(`  ${first}: the bytes sent are not those of this case and seed\n`);
  });

  test('beyond a hundred they are counted', async () => {
    const { selection: _, ...whole } = report;
    const { stdout } = await verified(whole);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(103);
    expect(lines.at(-1)).toMatch(/^ {2}and \d+ more; --json lists them all$/);
    const { discrepancies } = JSON.parse((await verified(whole, true)).stdout);
    expect(lines.at(-1)).toContain(`and ${discrepancies.length - 100} more`);
  });

  test('nothing of a report reaches the terminal as a control', async () => {
    const evil = '\u001b]0;owned\u0007\u202e';
    const [one] = report.cases;
    if (one === undefined) throw new Error('no case');
    const { exit, stdout } = await verified({
      ...report,
      target: { ...report.target, name: evil },
      cases: [...report.cases, { ...one, id: evil }],
    });
    expect(exit).toBe(1);
    expect(stdout).toContain('\\u{1b}]0;owned\\u{7}\\u{202e}');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('a usage error', () => {
  test('for a report of another suite, naming both digests and the version that wrote it', async () => {
    const digest = 'ab'.repeat(32);
    const foreign = { ...report, suite: { ...report.suite, digest }, tool: { name: 'ce-conform', version: '9.8.7' } };
    expect(await diagnosticOf(() => verified(foreign))).toEqual({
      code: 'report.suite',
      message: `failed to verify ${file}: its suite is abababababab, the one here is ${report.suite.digest.slice(0, 12)}`,
      hint: 'use the version that wrote it: ce-conform 9.8.7',
      exit: 2,
    });
  });

  test('for a file that is not there, and for a folder', async () => {
    mkdirSync(file);
    for (const path of [join(file, 'none.json'), file]) {
      const { code, exit, message } = await diagnosticOf(() => verify(path, {}, memoryIo()));
      expect({ code, exit }).toEqual({ code: 'report.unreadable', exit: 2 });
      expect(message).toContain('failed to read the report');
    }
  });

  test('for what is no report', async () => {
    for (const [text, code] of [
      ['no JSON', 'report.json'],
      ['{}', 'report.schema'],
      ['{"schema":"ce-conform/report/1"}', 'report.invalid'],
    ] as const) {
      writeFileSync(file, text);
      expect(await diagnosticOf(() => verify(file, {}, memoryIo()))).toMatchObject({ code, exit: 2 });
    }
  });

  test('for a profile that there is none of', async () => {
    const [profile] = report.profiles;
    if (profile === undefined) throw new Error('no profile');
    const strange = { ...report, profiles: [{ ...profile, id: 'http-diviner' }] };
    expect(await diagnosticOf(() => verified(strange))).toMatchObject({ code: 'profile.unknown', exit: 2 });
  });
});
