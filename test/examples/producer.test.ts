// The example of docs/producers.md, from its start to the judgement of what it sent.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CapturedRun, captureProducer } from '../../src/cli/capture-producer.js';
import { packageRoot } from '../../src/engine/package-root.js';
import { capturedCases } from '../../suites/emission/captured-cases.js';
import { readEmitted } from '../../suites/emission/read-emitted.js';

const folder = join(packageRoot(), 'examples');

describe('examples/producer.mjs', () => {
  let run: CapturedRun;

  beforeAll(async () => {
    if (!existsSync(join(folder, 'node_modules', 'cloudevents'))) {
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
    }
    const argv = [process.execPath, join(folder, 'producer.mjs')];
    run = await captureProducer({ listen: { host: '127.0.0.1', port: 0 }, argv, count: 3, maxMs: 60_000 });
  });

  test('sends three events, in binary and in structured mode', () => {
    const emitted = run.messages.map((message) => readEmitted(message));
    expect(run.end).toBe('count');
    expect(emitted.map(({ mode }) => mode)).toEqual(['binary', 'structured', 'binary']);
    const events = emitted.flatMap(({ decoded }) => (decoded.kind === 'decoded' ? decoded.value : []));
    expect(events.map(({ attributes }) => attributes.get('id'))).toEqual([
      'order-1042-placed',
      'order-1042-paid',
      'order-1042-shipped',
    ]);
    for (const { attributes } of events) {
      expect(attributes.get('specversion')).toBe('1.0');
      expect(attributes.get('datacontenttype')).toMatch(/^application\/json/);
    }
  });

  test('is judged in both modes, and breaks nothing', () => {
    const { cases, kinds } = capturedCases(run.messages);
    expect(kinds).toEqual(['event', 'event', 'event']);
    expect(cases.filter(({ judgement }) => judgement.status === 'fail')).toEqual([]);
    expect(new Set(cases.map(({ carrier }) => carrier))).toContain('http-structured');
    expect(cases.filter(({ judgement }) => judgement.status === 'pass').length).toBeGreaterThan(0);
  });

  test('is short, and pinned to a version of the SDK without an address to load it from', () => {
    expect(readFileSync(join(folder, 'producer.mjs'), 'utf8').split('\n').length).toBeLessThanOrEqual(26);
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies).toEqual({
      cloudevents: '10.0.0',
    });
    expect(readFileSync(join(folder, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
