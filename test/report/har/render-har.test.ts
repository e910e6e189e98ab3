import { expect, test } from 'vitest';
import { renderHar } from '../../../src/report/har/render-har.js';
import type { Report } from '../../../src/report/types.js';
import { loadRegistry } from '../../../suites/registry.js';
import { type HarEntry, readHar } from '../render/helpers/read-json.js';
import { caseOf, evidenceOf, reportOf, responseOf, sentOf } from '../text/helpers/reports.js';

const context = { registry: loadRegistry(), rerun: { target: '', flags: [], tail: [] } };
const harOf = (report: Report): { readonly comment: string; readonly entries: readonly HarEntry[] } =>
  readHar(renderHar(report, context));
const withEvidence = (evidence: ReturnType<typeof evidenceOf>, target: Partial<Report['target']> = {}): Report =>
  reportOf({ target, cases: [caseOf('a.b/c@http-binary', { evidence })] });

test('a request with its response, at the URL of the target, with the times that nobody knows', () => {
  const sent = sentOf({ Authorization: '[redacted]', 'Content-Type': 'application/json' }, '{"a":1}');
  const { entries } = harOf(withEvidence(evidenceOf([sent], [responseOf(200, { Location: '/there' }, 'ok')])));
  expect(entries).toMatchObject([
    {
      startedDateTime: '2026-01-01T00:00:00.000Z',
      time: 0,
      request: {
        method: 'POST',
        url: 'http://localhost:8080/events',
        httpVersion: 'HTTP/1.1',
        headers: [
          { name: 'Authorization', value: '[redacted]' },
          { name: 'Content-Type', value: 'application/json' },
        ],
        postData: { mimeType: 'application/json', text: '{"a":1}' },
        bodySize: 7,
      },
      response: {
        status: 200,
        statusText: 'OK',
        redirectURL: '/there',
        content: { size: 2, mimeType: 'x-unknown', text: 'ok' },
      },
      timings: { send: 0, wait: 0, receive: 0, dns: -1, connect: -1 },
      comment: 'a.b/c@http-binary: pass; answered',
    },
  ]);
});

test('bytes that are no text are base64, either way', () => {
  const bytes = { base64: '/wA=' };
  const sent = { ...sentOf({}, ''), body: bytes };
  const response = { kind: 'response', status: 200, reason: '', headers: [['X', bytes]], body: bytes } as const;
  const [entry] = harOf(withEvidence(evidenceOf([sent], [response]))).entries;
  expect(entry?.request.postData).toMatchObject({ text: '/wA=', _encoding: 'base64' });
  expect(entry?.response).toMatchObject({
    headers: [{ name: 'X', value: '\u00ff\u0000' }],
    content: { text: '/wA=', encoding: 'base64', size: 2 },
  });
});

test('a request without an answer, and one behind another question: each has its own reply', () => {
  const filter = { kind: 'filter', expression: 'true' } as const;
  const evidence = evidenceOf(
    [filter, sentOf({ A: '1' }, ''), sentOf({ A: '2' }, '')],
    [{ kind: 'set' }, responseOf(200, {}, ''), { kind: 'failure', code: 'timeout', message: 'no answer in 5 s' }],
  );
  expect(harOf(withEvidence(evidence)).entries).toMatchObject([
    { response: { status: 200 }, comment: 'a.b/c@http-binary: pass; answered' },
    { response: { status: 0, bodySize: -1 }, comment: 'a.b/c@http-binary: pass; no answer: no answer in 5 s' },
  ]);
});

test('what arrived names no other host than one that cannot exist, whatever its path', () => {
  const arrived = (path: string) =>
    ({ kind: 'arrived', method: 'POST', path, headers: [], body: { text: '' } }) as const;
  const evidence = evidenceOf([], ['/in?a=1', '//evil.example/x', 'http://evil.example/', '\ud800 \n'].map(arrived));
  const { entries } = harOf(withEvidence(evidence));
  expect(entries.map(({ request }) => request.url)).toEqual([
    'http://sink.invalid/in?a=1',
    'http://sink.invalid/evil.example/x',
    'http://sink.invalid/http://evil.example/',
    'http://sink.invalid/%EF%BF%BD%20%0A',
  ]);
  expect(entries[0]?.request).toMatchObject({ queryString: [{ name: 'a', value: '1' }], httpVersion: 'unknown' });
});

test('messages of a broker are not in it, which it says', () => {
  const kafka = { binding: 'kafka', headers: [], body: { text: 'x' } } as const;
  const { entries, comment } = harOf(withEvidence(evidenceOf([kafka], [{ kind: 'arrived', ...kafka }])));
  expect(entries).toEqual([]);
  expect(comment).toContain('No message went over HTTP. HTTP alone: messages over brokers');
});
