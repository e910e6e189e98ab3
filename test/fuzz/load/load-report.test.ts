import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import { type AboutLoad, loadReport } from '../../../src/fuzz/load/load-report.js';
import type { LoadResult } from '../../../src/fuzz/load/types.js';
import { serveReference } from '../../../src/reference/serve.js';
import { openTarget } from '../../engine/helpers/drive.js';
import { load, resultOf } from './helpers/load.js';

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(join(packageRoot(), 'schemas/load.schema.json'), 'utf8')),
);
const isValid = (value: unknown): boolean => {
  const valid = validate(JSON.parse(JSON.stringify(value)));
  expect(validate.errors).toBeNull();
  return valid;
};

const ABOUT: AboutLoad = {
  tool: { name: 'ce-conform', version: '0.0.0' },
  target: { name: 'target.test', kind: 'http', url: 'http://target.test/' },
  run: {
    seed: 'test',
    observation: 'reply',
    carriers: ['http-binary'],
    timeoutMs: 5000,
    startedAt: '2020-01-01T00:00:00.000Z',
    node: 'v20.19.0',
    platform: 'linux x64',
  },
};

describe('the schema knows', () => {
  test('a real result', async () => {
    const served = await serveReference();
    onTestFinished(() => served.close());
    expect(isValid(loadReport(await load({ target: openTarget(served.url) }), ABOUT))).toBe(true);
  });

  const summary = { p50: 1, p90: 1, p99: 1, p999: 1, max: 1 };
  test.each<[string, Partial<LoadResult>]>([
    [
      'every kind of trouble',
      {
        unanswered: { timeout: 1, thrown: 2 },
        examples: {
          refused: { carrier: 'http-batch', status: 500, text: 'x' },
          undecided: { carrier: 'http-batch', status: 429, text: 'x' },
          unanswered: { carrier: 'mqtt3-structured', text: 'x' },
        },
        faults: { count: 1, example: 'x' },
        arrivalMs: summary,
        stopped: 'the run was interrupted',
      },
    ],
    [
      'what came out otherwise',
      {
        altered: {
          count: 1,
          example: {
            kind: 'different',
            carrier: 'kafka-binary',
            id: 'x',
            differences: [{ kind: 'changed', name: 'flag', expected: true, actual: { deep: [null] } }],
          },
        },
      },
    ],
    [
      'what cannot be read',
      { altered: { count: 1, example: { kind: 'unreadable', carrier: 'kafka-binary', id: 'x', reason: 'x' } } },
    ],
  ])('%s', (_, more) => {
    expect(isValid(loadReport(resultOf(more), ABOUT))).toBe(true);
  });

  test('that nothing else belongs there', () => {
    expect(validate({ ...loadReport(resultOf(), ABOUT), more: 1 })).toBe(false);
    const { seed: _, ...run } = ABOUT.run;
    expect(validate({ ...loadReport(resultOf(), ABOUT), run })).toBe(false);
  });
});

test('the exit code is in it, and why it is not 0', () => {
  expect(loadReport(resultOf(), ABOUT)).toMatchObject({ schema: 'ce-conform/load/1', exit: 0 });
  expect(loadReport(resultOf(), ABOUT)).not.toHaveProperty('problem');
  expect(loadReport(resultOf({ refused: 1 }), ABOUT)).toMatchObject({
    exit: 1,
    problem: 'of 15000 valid events, 1 refused',
  });
});
