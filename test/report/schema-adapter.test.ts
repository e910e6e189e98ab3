// Reports of adapters follow the published schema, whatever an adapter answers, and every object there is closed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { toEvidenceReport } from '../../src/report/evidence.js';
import type { CaseReport, Report } from '../../src/report/types.js';
import { loadSuite } from '../../suites/suite.js';
import { runAdapter, truly, trulyBut } from '../engine/helpers/adapter.js';
import { anyEvidence } from './helpers/any-evidence.js';
import { adapterReport } from './helpers/run-adapter.js';

const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'report.schema.json'), 'utf8'));
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).addSchema(schema);

function errors(value: unknown): unknown {
  const validate = ajv.getSchema(schema.$id);
  if (validate === undefined) throw new Error('no schema');
  return validate(value) === true ? [] : validate.errors;
}

const suite = loadSuite();
const ONLY = ['core.attr.*', 'core.int.forward', 'core.id.empty', 'core.ext.many'];
let report: Report;
beforeAll(async () => {
  report = await adapterReport(suite, truly(), { only: ONLY });
});

/** The report with this evidence in one case. */
const withEvidence = (evidence: unknown): unknown => {
  const [first, ...others] = report.cases;
  return { ...report, cases: [{ ...first, evidence } as CaseReport, ...others.slice(0, 1)] };
};

describe('the report of an adapter', () => {
  test('follows the schema', () => {
    expect(errors(report)).toEqual([]);
    expect(report.target).toMatchObject({ kind: 'adapter', version: '1.2.3', language: 'typescript' });
  });

  test('follows it where everything fails', async () => {
    const answers: readonly unknown[] = [
      { unsupported: true },
      { events: {} },
      'panic\n',
      { rejected: { reason: '\ud800' } },
    ];
    let asked = 0;
    const poor = await adapterReport(
      suite,
      trulyBut(({ op }) => (op === 'hello' ? undefined : (answers[asked++ % answers.length] as object))),
      { only: ['core.attr.required', 'core.attr.minimal'], timeoutMs: 200 },
    );
    expect(errors(poor)).toEqual([]);
    const kinds = poor.cases.flatMap(({ evidence }) => evidence?.received.map(({ kind }) => kind) ?? []);
    expect(new Set(kinds)).toEqual(new Set(['unsupported', 'failure', 'rejected']));
  });

  test('follows it with any evidence, stderr and halves of surrogate pairs included', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const written = JSON.parse(JSON.stringify(toEvidenceReport(evidence, (lines) => lines)));
        expect(errors(withEvidence(written))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('has closed objects in its evidence', () => {
    fc.assert(
      fc.property(anyEvidence, fc.nat(), (evidence, pick) => {
        const written = JSON.parse(JSON.stringify(toEvidenceReport(evidence, (lines) => lines)));
        const places = objects(written);
        const place = places[pick % places.length] ?? [];
        expect(errors(withEvidence(withExtra(written, place))), place.join('/')).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('lets nothing through that is no evidence of an adapter', () => {
    const digest = '0'.repeat(64);
    const bad = [
      { digest, sent: [{ kind: 'events', mode: 'telepathy', events: [] }], received: [] },
      { digest, sent: [], received: [{ kind: 'rejected' }] },
      { digest, sent: [], received: [{ kind: 'valid', reason: 'x' }] },
      { digest, sent: [], received: [{ kind: 'events', events: [{ attributes: { a: null } }] }] },
      { digest, sent: [], received: [{ kind: 'events', events: [{ attributes: {}, data: { json: 1, text: '' } }] }] },
      { digest, sent: [], received: [{ kind: 'messages', messages: [{ headers: [['a']], body: { text: '' } }] }] },
      { digest, sent: [], received: [], stderr: 1 },
    ];
    for (const evidence of bad) expect(errors(withEvidence(evidence)), JSON.stringify(evidence)).not.toEqual([]);
  });
});

test('what a requirement asks of who validates is a must in the report, and in no other', async () => {
  const levelOf = async (supports: readonly string[]) =>
    (await adapterReport(suite, truly(), { only: ['core.id.empty'], supports })).requirements.find(
      ({ id }) => id === 'core.id.empty',
    );
  expect(await levelOf(['decode:http-binary', 'validate'])).toMatchObject({ level: 'must', outcome: 'verified' });
  expect(await levelOf(['decode:http-binary'])).not.toMatchObject({ level: 'must' });
});

test('equal runs of an adapter give equal reports', async () => {
  const [one, two] = [
    await adapterReport(suite, truly(), { only: ONLY }),
    await adapterReport(suite, truly(), { only: ONLY }),
  ];
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  const { results } = await runAdapter(suite, truly(), { filter: { only: ONLY, skip: [] }, concurrency: 1 });
  expect(results.map(({ judgement }) => judgement.status)).toEqual(one.cases.map(({ status }) => status));
});

/** Paths of all objects whose members are ours: not those of attributes and of JSON data. */
function objects(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const last = path.at(-1) ?? '';
  if (last === 'attributes' || last === 'json') return [];
  const inner = Object.entries(value).flatMap(([key, member]) => objects(member, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function withExtra(value: unknown, path: readonly string[]): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const place = path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  place['extra'] = 'member';
  return copy;
}
