import { expect, test } from 'vitest';
import { rerunFlags, rerunTarget } from '../../src/cli/rerun-flags.js';

test('the flags that decide what a case does are repeated', () => {
  expect(
    rerunFlags({
      observe: 'sink',
      sinkPort: 0,
      sinkHost: '0.0.0.0',
      claims: ['http-binary', 'http-structured'],
      spec: 'main',
      timeout: 100,
      ca: 'ca.pem',
      insecure: true,
      config: 'other.yaml',
    }),
  ).toEqual(
    '--observe sink --sink-port 0 --sink-host 0.0.0.0 --claims http-binary,http-structured --spec main --timeout 100 --ca ca.pem --config other.yaml --insecure'.split(
      ' ',
    ),
  );
});

test('the others are not: the selection, the reports and the looks of this run', () => {
  expect(
    rerunFlags({
      target: 'http://x/',
      only: ['a'],
      skip: ['b'],
      seed: 's',
      report: ['json=x'],
      json: true,
      quiet: true,
    }),
  ).toEqual([]);
});

test('the value of a header is never printed', () => {
  expect(rerunFlags({ header: ['Authorization: Bearer abc:def', 'X-Plain:1'] })).toEqual([
    '--header',
    'Authorization: …',
    '--header',
    'X-Plain: …',
  ]);
});

test('the target is printed without its secrets, and left out where the command line has none', () => {
  expect(rerunTarget({ target: 'http://user:pass@host/in?api_key=abc&x=1' })).toBe(
    'http://[redacted]@host/in?api_key=[redacted]&x=1',
  );
  expect(rerunTarget({ target: 'reference:?fault=a/b' })).toBe('reference:?fault=a/b');
  expect(rerunTarget({})).toBe('');
});
