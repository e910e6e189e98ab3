import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { buildMatrix } from '../../../src/report/matrix/build-matrix.js';
import { excerptOf } from '../../../src/report/matrix/excerpt.js';
import { loadRegistry, resolveId } from '../../../suites/registry.js';
import { runReference } from '../helpers/run-reference.js';
import { excerpt, excerptNamed, hostileReport } from './helpers/excerpts.js';

const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'matrix.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
const outcomes = (matrix: ReturnType<typeof buildMatrix>) =>
  matrix.requirements.map(({ id, cells }) => [id, ...cells.map(({ outcome }) => outcome)]);

describe('rows', () => {
  test('stand by disagreement, and in the order of the suite where that is equal', () => {
    const a = excerptNamed('a', {
      'http.dec.pct': 'failed',
      'http.dec.once': 'verified',
      'core.attr.minimal': 'verified',
      'core.type.str': 'failed',
      'json.env.syntax': 'failed',
      'core.id.opaque': 'open',
    });
    const b = excerptNamed('b', {
      'json.env.syntax': 'failed',
      'http.dec.pct': 'verified',
      'core.type.str': 'verified',
      'core.attr.minimal': 'verified',
      'http.dec.once': 'warned',
      'core.id.opaque': 'observed',
    });
    expect(outcomes(buildMatrix([b, a]))).toEqual([
      ['core.type.str', 'failed', 'verified'],
      ['http.dec.pct', 'failed', 'verified'],
      ['json.env.syntax', 'failed', 'failed'],
      ['http.dec.once', 'verified', 'warned'],
      ['core.attr.minimal', 'verified', 'verified'],
      ['core.id.opaque', 'open', 'observed'],
    ]);
  });

  test('are those that any report has; where a report has none, the cell is absent', () => {
    const matrix = buildMatrix([excerptNamed('a', { 'core.attr.minimal': 'verified' }), excerptNamed('b', {})]);
    expect(outcomes(matrix)).toEqual([['core.attr.minimal', 'verified', 'absent']]);
    expect(matrix.requirements[0]?.cells[1]).toEqual({ outcome: 'absent', counts: {}, findings: [] });
  });

  test('tell rule, section and link of what the registry knows', () => {
    const [row] = buildMatrix([excerptNamed('a', { 'http.dec.once': 'verified' })]).requirements;
    expect(row).toMatchObject({
      rule: loadRegistry().requirements.get('http.dec.once')?.rule,
      href: expect.stringMatching(
        /^https:\/\/github\.com\/cloudevents\/spec\/blob\/ce%40v1\.0\.2\/cloudevents\/bindings\//,
      ),
      document: 'http',
      section: '3.1. A Section',
    });
  });

  test('of another version are linked there', () => {
    const [row] = buildMatrix([
      excerptNamed('a', { 'http.dec.once': 'verified' }, { suite: { digest: 'a', specVersion: 'main' } }),
    ]).requirements;
    expect(row?.href).toMatch(/\/blob\/main\//);
  });

  test('of unknown requirements come behind the known ones, without link or rule', () => {
    const { requirements } = buildMatrix([
      excerptNamed('a', { 'xml.z.z': 'verified', 'xml.a.a': 'verified', 'http.dec.once': 'verified' }),
    ]);
    expect(requirements.map(({ id }) => id)).toEqual(['http.dec.once', 'xml.a.a', 'xml.z.z']);
    expect(requirements[1]).not.toHaveProperty('href');
    expect(requirements[1]).not.toHaveProperty('rule');
  });
});

describe('the whole', () => {
  test('is the same in whatever order the reports are named', () => {
    const reports = [
      excerptNamed('b', { 'http.dec.once': 'failed', 'core.attr.minimal': 'verified' }),
      excerptNamed('a', { 'core.attr.minimal': 'failed', 'xml.a.a': 'open' }),
      excerptNamed('c', { 'xml.b.b': 'verified' }),
    ];
    const expected = JSON.stringify(buildMatrix(reports));
    expect(JSON.stringify(buildMatrix(reports.toReversed()))).toBe(expected);
  });

  test('names each suite once', () => {
    const suite = (digest: string) => ({ suite: { digest, specVersion: '1.0.2' } });
    const reports = [excerpt(suite('x')), excerpt(suite('y')), excerpt(suite('x'))];
    expect(buildMatrix(reports).suites).toEqual([suite('x').suite, suite('y').suite]);
  });

  test('names documents in the order of the registry, then foreign ones', () => {
    const reports = [
      excerptNamed('a', { 'xml.a.a': 'open', 'http.dec.once': 'failed', 'core.attr.minimal': 'verified' }),
    ];
    expect(buildMatrix(reports).documents).toEqual([
      { id: 'core', title: 'CloudEvents core specification' },
      { id: 'http', title: 'HTTP protocol binding' },
      { id: 'xml', title: 'xml' },
    ]);
  });

  test('of hostile reports keeps to its schema', () => {
    const matrix = buildMatrix([excerptOf(hostileReport(), 'x', () => undefined)]);
    expect(validate(matrix), JSON.stringify(validate.errors)).toBe(true);
  });
});

test('of real runs: the reference and one with a fault disagree on what the fault breaks', async () => {
  const only = ['http.dec.once', 'core.attr.minimal'];
  const registry = loadRegistry();
  const runs = [
    await runReference({ only }),
    await runReference({ only, faults: [faultNamed('http.dec.once/twice')] }),
  ];
  const excerpts = runs.map(({ report }, index) =>
    excerptOf({ ...report, target: { ...report.target, name: `run ${index}` } }, `${index}.json`, (id) =>
      resolveId(id, registry),
    ),
  );
  const matrix = buildMatrix(excerpts);
  expect(validate(matrix), JSON.stringify(validate.errors)).toBe(true);
  expect(matrix.requirements[0]).toMatchObject({ id: 'http.dec.once', agreement: 'differ', disagreement: 1 });
  expect(matrix.requirements[0]?.cells[1]?.findings[0]?.example).toMatch(/^http\.dec\.once\//);
  expect(matrix.requirements.map(({ agreement }) => agreement)).toContain('agree');
  expect(matrix.subjects.map(({ verdict }) => verdict)).toEqual(['conformant', 'nonconformant']);
});
