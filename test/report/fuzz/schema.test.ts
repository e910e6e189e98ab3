import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CARRIERS } from '../../../src/engine/carriers.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { aimsOf } from '../../../src/fuzz/aims.js';
import { fromTrialJson, toTrialJson } from '../../../src/fuzz/trial-json.js';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { serveReference } from '../../../src/reference/serve.js';
import { FINDING_SCHEMA, type FindingFile } from '../../../src/report/fuzz/finding-file.js';
import { CONFORMANCE, FUZZ_SCHEMA, type FuzzReport, ROBUSTNESS } from '../../../src/report/fuzz/types.js';
import { ceConformHere } from '../../cli/helpers/command-line.js';

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(join(packageRoot(), 'schemas', `${name}.schema.json`), 'utf8'));
const schemas = { fuzz: schemaOf('fuzz'), finding: schemaOf('finding'), report: schemaOf('report') };
// `strictTypes` would ask for a `type` beside every `enum`.
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
ajv.addSchema([schemas.fuzz, schemas.finding]);

function errors(name: 'fuzz' | 'finding', value: unknown, fragment = ''): unknown {
  const validate = ajv.getSchema(`${schemas[name].$id}${fragment}`);
  if (validate === undefined) throw new Error(`no schema ${fragment}`);
  return validate(value) === true ? [] : validate.errors;
}

let [report, file]: [FuzzReport | undefined, FindingFile | undefined] = [undefined, undefined];
const folder = mkdtempSync(join(tmpdir(), 'ce-conform-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const served = await serveReference({ faults: [faultNamed('core.type.time/leap-second')] });
  const args = ['--runs', '70', '--seed', 's', '--claims', 'http-structured', '--json'];
  const { stdout } = await ceConformHere(['fuzz', '--target', served.url.href, ...args], folder);
  await served.close();
  report = JSON.parse(stdout);
  const [name = ''] = readdirSync(join(folder, '.ce-conform'));
  file = JSON.parse(readFileSync(join(folder, '.ce-conform', name), 'utf8'));
});

test('what a run against a faulty target writes is valid: the report and the file of the finding', () => {
  expect(errors('fuzz', report)).toEqual([]);
  expect(report?.findings).toHaveLength(1);
  expect(errors('finding', file)).toEqual([]);
  expect(file?.finding).toMatchObject({ id: report?.findings[0]?.id, evidence: report?.findings[0]?.evidence });
  expect(file?.lines).toHaveLength(1);
});

test('what a run writes that finds nothing is valid', async () => {
  const args = ['fuzz', '--target', 'reference:', '--runs', '40', '--seed', 's', '--no-save', '--json'];
  const { exit, stdout } = await ceConformHere(args, folder);
  expect(exit).toBe(0);
  expect(errors('fuzz', JSON.parse(stdout))).toEqual([]);
});

test('every object is closed', () => {
  for (const [name, value] of [
    ['fuzz', { ...report, cells: { ...report?.cells, list: report?.cells.list.slice(0, 1) } }],
    ['finding', file],
  ] as const) {
    const places = objects(value);
    expect(places.length).toBeGreaterThan(15);
    for (const path of places) expect(errors(name, withExtra(value, path)), path.join('/')).not.toEqual([]);
  }
});

test('every trial that can be drawn is a trial of the schema, and comes back as it was', () => {
  const aims = aimsOf({ decodes: CARRIERS, encodes: ['http-batch', 'kafka-binary'], evaluates: true });
  for (const [index, { arbitrary, name }] of aims.entries()) {
    for (const trial of fc.sample(arbitrary, { numRuns: 2, seed: index })) {
      const written = toTrialJson(trial);
      expect(errors('finding', written, '#/$defs/trial'), name).toEqual([]);
      expect(toTrialJson(fromTrialJson(written)), name).toEqual(written);
    }
  }
});

describe('what is not as it is written is refused', () => {
  test.each<[string, object]>([
    ['a class', { class: 'annoying' }],
    ['an id', { id: '../0123456' }],
    ['a way', { ways: ['http-pigeon'] }],
    ['no way', { ways: [] }],
    ['a count', { count: 0 }],
    ['a requirement', { requirement: '<b>' }],
    ['a trial', { trial: { kind: 'events', events: [], writings: [] } }],
    ['a step', { trial: { kind: 'mutation', event: { attributes: {} }, writing: {}, mutation: {} } }],
    ['flaky', { flaky: false }],
  ])('%s', (_, change) => {
    expect(errors('finding', { ...file, finding: { ...file?.finding, ...change } })).not.toEqual([]);
    expect(errors('fuzz', { ...report, findings: [{ ...report?.findings[0], ...change }] })).not.toEqual([]);
  });
});

describe('one thing is described once', () => {
  test('in both schemas, and as in that of reports', () => {
    const shared = Object.keys(schemas.finding.$defs);
    for (const name of shared) expect(schemas.fuzz.$defs[name], name).toEqual(schemas.finding.$defs[name]);
    const ofReport = shared.filter((name) => name in schemas.report.$defs);
    expect(ofReport).toEqual(expect.arrayContaining(['sent', 'received', 'wireEvent', 'bytes', 'digest', 'level']));
    for (const name of ofReport) expect(schemas.finding.$defs[name], name).toEqual(schemas.report.$defs[name]);
    expect(schemas.finding.$defs.evidence).toEqual(schemas.report.$defs.case.properties.evidence);
  });

  test('and with the words of the types', () => {
    expect(schemas.fuzz.properties.schema.const).toBe(FUZZ_SCHEMA);
    expect(schemas.finding.properties.schema.const).toBe(FINDING_SCHEMA);
    expect(schemas.finding.$defs.finding.properties.class.enum).toEqual([...CONFORMANCE, ...ROBUSTNESS]);
    expect(schemas.finding.$defs.carrier.enum).toEqual(CARRIERS);
    expect(schemas.fuzz.$defs.observation.enum).toEqual(schemas.report.properties.target.properties.observation.enum);
  });
});

/** Paths of all objects, but those that may hold anything. */
function objects(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (['expected', 'actual', 'kinds', 'attributes'].includes(path.at(-1) ?? '')) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => objects(member, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function withExtra(value: unknown, path: readonly string[]): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const place = path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  place['extra'] = 'member';
  return copy;
}
