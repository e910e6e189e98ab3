// The first real subject: what the suite says of the npm package `cloudevents`, and nothing beyond it. A finding that
// appears or goes shows here first, and is read against the text before docs/findings.md is changed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conform } from '../../src/cli/conform.js';
import { packageRoot } from '../../src/engine/package-root.js';
import type { Report } from '../../src/report/types.js';

const folder = join(packageRoot(), 'adapters', 'javascript');
const page = readFileSync(join(packageRoot(), 'docs', 'findings.md'), 'utf8');

describe('the npm package cloudevents 10.0.0, behind adapters/javascript', () => {
  let receiver: ChildProcess;
  let report: Report;

  beforeAll(async () => {
    if (!existsSync(join(folder, 'node_modules', 'cloudevents'))) {
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
    }
    receiver = spawn(process.execPath, ['receiver.js'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(receiver.stdout ?? receiver, 'data')) as [Buffer];
    const url = /http:\/\/\S+/.exec(line.toString('utf8'))?.[0];
    report = await conform({ target: url ?? '', seed: 'findings' });
  });

  afterAll(async () => {
    receiver.kill();
    await once(receiver, 'exit');
  });

  test('is the version that docs/findings.md speaks of', () => {
    const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', 'cloudevents', 'package.json'), 'utf8'));
    expect(page).toContain(`\n## npm cloudevents ${version}\n`);
  });

  test('is nonconformant, seen by its replies', () => {
    expect(report.target.observation).toBe('reply');
    expect(report.verdict).toBe('nonconformant');
  });

  test('breaks these MUST requirements, and no other', () => {
    const failed = report.requirements.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    expect(failed.toSorted()).toEqual([
      'http.bin.body',
      'http.dec.pct',
      'http.dec.quoted',
      'http.mode.structured',
      'json.env.syntax',
    ]);
  });

  test('warns of these, and of no other', () => {
    const warned = report.cases.filter(({ status }) => status === 'warn').map(({ requirement }) => requirement);
    expect([...new Set(warned)].toSorted()).toEqual([
      'core.ext.many',
      'core.ext.unknown',
      'core.type.time',
      'http.bin.body',
      'http.mode.batch',
      'http.mode.structured',
      'json.data.any',
      'json.data.null',
    ]);
  });

  test('gives every failure its evidence, what was expected and what came out', () => {
    const failures = report.cases.filter(({ status }) => status === 'fail');
    expect(failures.length).toBeGreaterThan(0);
    for (const { id, expected, actual, evidence } of failures) {
      expect({ id, expected, actual }).toEqual({ id, expected: expect.anything(), actual: expect.anything() });
      expect(evidence?.sent.length).toBeGreaterThan(0);
      expect(evidence?.received.length).toBeGreaterThan(0);
    }
  });

  test('is not blamed for one cause many times: what rests on percent-decoding is blocked', () => {
    const blocked = report.cases.filter(({ status }) => status === 'blocked');
    expect(blocked.map(({ requirement }) => requirement)).toContain('http.dec.once');
    expect(report.findings.filter(({ requirements }) => requirements.includes('http.dec.pct'))).toHaveLength(1);
  });

  test('breaks and warns of nothing that docs/findings.md does not tell', () => {
    const section = page.split(/^## /m).find((part) => part.startsWith('npm cloudevents ')) ?? '';
    const told: readonly string[] = section.match(/[a-z]+(?:\.[a-z0-9-]+){2}/g) ?? [];
    const seen = report.cases.filter(({ status }) => status === 'fail' || status === 'warn');
    expect(seen.map(({ requirement }) => requirement).filter((id) => !told.includes(id))).toEqual([]);
  });
});
