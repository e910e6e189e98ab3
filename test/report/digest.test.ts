import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/build.js';
import { bodyOf, digestOfReport, type ReportBody, withDigest } from '../../src/report/digest.js';
import type { Report } from '../../src/report/types.js';
import { loadSuite } from '../../suites/suite.js';
import { runAdapter, truly } from '../engine/helpers/adapter.js';
import { anyText } from './helpers/any-evidence.js';
import { caseOf, reportOf } from './text/helpers/reports.js';

// Its types promise a default export, which a module of CommonJS is itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string;

/** As anybody would make it from the file: read, drop the member, write canonically, hash. */
function digestOfText(text: string): string {
  const { digest: _, ...body } = JSON.parse(text);
  return `sha256:${createHash('sha256').update(canonicalize(body)).digest('hex')}`;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

const small = reportOf({
  cases: [caseOf('core.a/one', { expected: { b: 1, a: [1e21, 'é', null] } }), caseOf('core.b')],
});

describe('the digest', () => {
  test('is known for a known report', () => {
    expect(small.digest).toMatch(DIGEST);
    expect(small.digest).toBe(digestOfText(JSON.stringify(small)));
    expect(digestOfReport({} as Report)).toBe(`sha256:${createHash('sha256').update('{}').digest('hex')}`);
    expect(digestOfReport({ cases: [], a: [1, [2]], digest: 'x' } as unknown as Report)).toBe(
      `sha256:${createHash('sha256').update('{"a":[1,[2]],"cases":[]}').digest('hex')}`,
    );
  });

  test('is that of the file, whatever stands in it', () => {
    const anyReport = fc.dictionary(anyText, fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())), { maxKeys: 6 });
    fc.assert(
      fc.property(anyReport, (value) => {
        const sealed = withDigest({ schema: 'x', ...value } as unknown as ReportBody);
        const text = JSON.stringify(sealed, null, 2);
        expect(sealed.digest).toBe(digestOfText(text));
        expect(digestOfReport(JSON.parse(text))).toBe(sealed.digest);
      }),
      { numRuns: 50 },
    );
  });

  test('depends neither on the order of members nor on white space nor on a digest that is there', () => {
    const reversed = Object.fromEntries(Object.entries(small).toReversed()) as unknown as Report;
    const [one] = small.cases;
    const turned = Object.fromEntries(Object.entries(one ?? {}).toReversed());
    expect(digestOfReport(reversed)).toBe(small.digest);
    expect(digestOfReport({ ...small, cases: [turned, ...small.cases.slice(1)] } as unknown as Report)).toBe(
      small.digest,
    );
    expect(digestOfReport({ ...small, digest: 'another' } as Report)).toBe(small.digest);
  });

  test('depends on everything else', () => {
    const changes: readonly Partial<Report>[] = [
      { verdict: 'nonconformant' },
      { run: { ...small.run, durationMs: 1 } },
      { cases: small.cases.toReversed() },
      { cases: small.cases.slice(1) },
      { cases: [] },
      { tool: { ...small.tool, version: '1.2.4' } },
    ];
    const digests = [small, ...changes.map((change) => ({ ...small, ...change }))].map(digestOfReport);
    expect(new Set(digests).size).toBe(changes.length + 1);
  });

  test('of values that JSON cannot write is that of what is written for them', () => {
    const odd = reportOf({ cases: [caseOf('core.a', { actual: [Infinity, -0, { a: undefined }] as never })] });
    expect(odd.digest).toBe(digestOfText(JSON.stringify(odd)));
  });
});

describe('a report that is built', () => {
  const suite = loadSuite();

  async function built(onRedact: () => void = () => {}): Promise<Report> {
    const filter = { only: ['core.attr.minimal'], skip: [] };
    const result = await runAdapter(suite, truly(), { filter });
    return buildReport(suite, result, {
      tool: { name: 'ce-conform', version: '0' },
      target: { name: 'reference', kind: 'reference' },
      run: { seed: 'test', startedAt: '2026-01-02T03:04:05.678Z', durationMs: 1, node: 'v20', platform: 'test' },
      profiles: [],
      redact: (lines) => {
        onRedact();
        return lines;
      },
    });
  }

  test('has the digest of its file', async () => {
    const text = JSON.stringify(await built());
    expect(JSON.parse(text).digest).toBe(digestOfText(text));
  });

  test('makes neither evidence nor digest until somebody reads them', async () => {
    let made = 0;
    const report = await built(() => {
      made += 1;
    });
    withDigest(bodyOf(report));
    expect(made).toBe(0);
    expect(report.digest).toMatch(DIGEST);
    const once = made;
    expect(once).toBeGreaterThan(0);
    expect(report.digest).toBe(JSON.parse(JSON.stringify(report)).digest);
    expect(made).toBe(once);
  });

  test('stands by its schema and its digest first', async () => {
    const report = await built();
    expect(Object.keys(report).slice(0, 2)).toEqual(['schema', 'digest']);
    expect(Object.keys(bodyOf(report))).not.toContain('digest');
  });
});
