import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { CARRIERS } from '../../src/engine/carriers.js';
import { EXIT } from '../../src/engine/error.js';
import { STATUSES } from '../../src/engine/judgement.js';
import { packageRoot } from '../../src/engine/package-root.js';
import type { ByteString } from '../../src/event/byte-string.js';
import { faultNamed } from '../../src/reference/faults/index.js';
import { withBaseline } from '../../src/report/baseline/apply.js';
import { type Entry, LISTS, STALE_REASONS } from '../../src/report/baseline/types.js';
import { SUMMARY_KEYS } from '../../src/report/summary.js';
import { REPORT_SCHEMA, type ReceivedMessage, type Report, type SentMessage } from '../../src/report/types.js';
import { runReference } from './helpers/run-reference.js';

const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'report.schema.json'), 'utf8'));
// `strictTypes` would ask for a `type` beside every `enum`.
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).addSchema(schema);

function errors(value: unknown, fragment = ''): ValidateFunction['errors'] | readonly [] {
  const validate = ajv.getSchema(`${schema.$id}${fragment}`);
  if (validate === undefined) throw new Error(`no schema ${fragment}`);
  return validate(value) === true ? [] : validate.errors;
}

let report: Report;
beforeAll(async () => {
  ({ report } = await runReference());
});

describe('a real report', () => {
  test('of all cases is valid', () => {
    expect(report.cases.length).toBeGreaterThan(100);
    expect(errors(report)).toEqual([]);
  });

  test('of a run over the sink is valid', async () => {
    const run = await runReference({ only: ['core.attr.*'], sink: true });
    expect(run.report.cases.some(({ evidence }) => evidence?.received.some(({ kind }) => kind === 'arrived'))).toBe(
      true,
    );
    expect(errors(run.report)).toEqual([]);
  });
});

describe('a report with a baseline', () => {
  // One entry of each kind of outcome, a new failure and a flaky one.
  const listed = async (): Promise<Report> => {
    const { suite, report: broken } = await runReference({
      only: ['json.null.ext', 'core.attr.minimal', 'http.dec.once'],
      faults: [faultNamed('json.null.ext/refused'), faultNamed('http.dec.once/twice')],
    });
    const [known, flaky] = broken.cases.filter(({ status }) => status === 'fail').map(({ id }) => id);
    const entry = (list: Entry['list'], glob = '', line = 1): Entry => ({ list, case: glob, line, reason: 'it is so' });
    return withBaseline(
      broken,
      {
        file: 'known.yaml',
        entries: [
          { ...entry('expected', known), ticket: 'T-1' },
          entry('flaky', flaky),
          entry('expected', 'core.attr.minimal'),
          entry('expected', 'core.type.str'),
        ],
      },
      suite,
    );
  };

  test('is valid', async () => {
    const { baseline, ...rest } = await listed();
    expect(errors({ ...rest, baseline })).toEqual([]);
    for (const part of ['known', 'new', 'flaky', 'confirmed', 'stale', 'open'] as const)
      expect(baseline?.[part], part).not.toEqual([]);
  });

  test('has closed objects there too', async () => {
    const { baseline, ...rest } = await listed();
    const small = { ...rest, cases: [], findings: [], baseline };
    const places = objects(baseline, ['baseline']);
    expect(places.length).toBeGreaterThan(7);
    for (const path of places) expect(errors(withExtra(small, path)), path.join('/')).not.toEqual([]);
  });

  test('tells the cases of every open entry', async () => {
    const { baseline, ...rest } = await listed();
    if (baseline === undefined) throw new Error('no baseline');
    const of = (change: object) =>
      errors({ ...rest, baseline: { ...baseline, open: baseline.open.map((one) => ({ ...one, ...change })) } });
    expect(of({ cases: ['core.a/one@http-binary'] })).toEqual([]);
    expect(of({ cases: undefined })).not.toEqual([]);
    expect(of({ cases: [1] })).not.toEqual([]);
  });

  test('names the words of the types', () => {
    const { properties } = schema.properties.baseline;
    expect(properties.stale.items.properties.why.enum).toEqual(STALE_REASONS);
    expect(schema.$defs.entry.properties.list.enum).toEqual(LISTS);
    expect(properties.exit.enum).toEqual(Object.values(EXIT).filter((code) => code !== EXIT.usage));
  });
});

describe('every object is closed', () => {
  test('so no member can be added anywhere in a report', () => {
    const [one] = report.cases.filter(({ evidence }) => evidence !== undefined);
    const small = {
      ...report,
      cases: [one],
      requirements: report.requirements.slice(0, 1),
      profiles: report.profiles.slice(0, 1),
    };
    expect(errors(small)).toEqual([]);
    const places = objects(small);
    expect(places.length).toBeGreaterThan(20);
    for (const path of places) expect(errors(withExtra(small, path)), path.join('/')).not.toEqual([]);
  });
});

/** Paths of all objects, but those that may hold anything. */
function objects(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const last = path.at(-1) ?? '';
  if (['expected', 'actual', 'probes'].includes(last)) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => objects(member, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function withExtra(value: unknown, path: readonly string[]): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const place = path.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  place['extra'] = 'member';
  return copy;
}

describe('lists of words are those of the types', () => {
  test('schema, statuses and summary', () => {
    expect(schema.properties.schema.const).toBe(REPORT_SCHEMA);
    expect(schema.$defs.case.properties.status.enum).toEqual(STATUSES);
    expect(schema.$defs.summary.required).toEqual(STATUSES.map((status) => SUMMARY_KEYS[status]));
    expect(Object.keys(schema.$defs.summary.properties)).toEqual(schema.$defs.summary.required);
  });

  test('claims of every carrier', () => {
    const claims = CARRIERS.map((carrier) => `decode:${carrier}`);
    expect(errors({ ...report, target: { ...report.target, claims } })).toEqual([]);
  });
});

describe('bytes', () => {
  test.each<ByteString>([{ text: '' }, { text: 'é' }, { base64: '' }, { base64: '/w==' }, { base64: 'AAAA' }])(
    '%j',
    (value) => {
      expect(errors(value, '#/$defs/bytes')).toEqual([]);
    },
  );

  test.each([{}, 'text', { text: 1 }, { base64: '/w' }, { base64: '-_8=' }, { text: '', base64: '' }])(
    'not %j',
    (value) => {
      expect(errors(value, '#/$defs/bytes')).not.toEqual([]);
    },
  );
});

describe('messages', () => {
  const sent: SentMessage = {
    method: 'POST',
    via: 'raw',
    framing: 'none',
    pieces: 1,
    headers: [['a', { text: 'b' }]],
    body: { text: '' },
  };
  const received: readonly ReceivedMessage[] = [
    { kind: 'response', status: 200, reason: '', headers: [], body: { text: '' }, truncated: true },
    { kind: 'failure', code: 'not-http', message: 'no HTTP' },
    { kind: 'arrived', method: 'POST', path: '/', headers: [], body: { base64: '/w==' } },
  ];

  test('sent', () => {
    expect(errors(sent, '#/$defs/sent')).toEqual([]);
    expect(errors({ ...sent, via: 'pigeon' }, '#/$defs/sent')).not.toEqual([]);
    expect(errors({ ...sent, headers: [['a', { text: 'b' }, 'c']] }, '#/$defs/sent')).not.toEqual([]);
    expect(errors({ ...sent, headers: [['a', 'b']] }, '#/$defs/sent')).not.toEqual([]);
  });

  test.each(received.map((message) => [message.kind, message] as const))('received: %s', (_, message) => {
    expect(errors(message, '#/$defs/received')).toEqual([]);
    expect(errors({ ...message, kind: 'rumour' }, '#/$defs/received')).not.toEqual([]);
    expect(errors({ ...message, extra: 1 }, '#/$defs/received')).not.toEqual([]);
  });
});
