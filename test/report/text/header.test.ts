import { describe, expect, test } from 'vitest';
import { header } from '../../../src/report/text/header.js';
import type { Report } from '../../../src/report/types.js';
import { reportOf, viewOf } from './helpers/reports.js';

const linesOf = (target: Partial<Report['target']>): readonly string[] =>
  header(viewOf(reportOf({ target }))).map((line) => line.trimEnd());

const ADAPTER = {
  name: 'cloudevents',
  version: '10.0.0',
  kind: 'adapter',
  observation: 'adapter',
  tasks: ['decode', 'encode', 'forward'],
} as const;

describe('claims', () => {
  test('of a receiver are told with the probe of each message form', () => {
    expect(linesOf({}).filter((line) => line.includes('probe'))).toEqual([
      '  claims     http-batch      not claimed; a probe was refused with 415',
      '             http-binary     claimed; a probe was accepted with 200',
      '             http-structured claimed; a probe was accepted with 200',
    ]);
  });

  test('of an adapter are told with the probe of each', () => {
    const probes = { 'decode:http-binary': 'accepted', 'encode:http-binary': 'refused', validate: 'accepted' };
    const claims = ['decode:http-binary', 'validate'];
    expect(linesOf({ ...ADAPTER, probes, claims }).filter((line) => line.includes('probe'))).toEqual([
      '  claims     decode:http-binary claimed; a probe was accepted',
      '             encode:http-binary not claimed; a probe was refused',
      '             validate           claimed; a probe was accepted',
    ]);
  });

  test('that were not probed are told too', () => {
    expect(
      linesOf({ claims: ['decode:http-binary', 'validate'], probes: {} }).filter((line) => line.includes('probe')),
    ).toEqual([
      '  claims     http-binary claimed; a probe was not sent',
      '             validate    claimed; a probe was not sent',
    ]);
  });
});

describe('what is seen over a broker', () => {
  const seen = (target: Partial<Report['target']>): string | undefined =>
    linesOf(target).find((line) => line.startsWith('  seen '));

  test('is told as what it is: nobody answers, nobody calls', () => {
    const bindings = ['kafka'] as const;
    expect(seen({ observation: 'sink', bindings })).toBe('  seen       the events that come to the reply topic');
    expect(seen({ observation: 'capture', tasks: ['capture'], bindings: ['mqtt3'] })).toBe(
      '  seen       the messages that came to the topic',
    );
    expect(seen({ observation: 'sink', tasks: ['relay'], bindings })).toContain('as they come out of the topic');
  });

  test('is not said of HTTP, nor of an SDK that has both', () => {
    expect(seen({ observation: 'sink' })).toContain('arrive at the listener of the harness');
    expect(seen({ ...ADAPTER, bindings: ['kafka'] })).toContain('the adapter answers with');
  });
});

describe('what an adapter says of itself', () => {
  test('moves no cursor and hides nothing', () => {
    const evil = 'x\u001b[2J\u202e\u0007\r\n';
    const lines = linesOf({
      ...ADAPTER,
      name: evil,
      notes: [evil],
      claims: [evil],
      probes: { [evil]: evil },
    });
    expect(lines.join('\n')).toContain('x\\u{1b}[2J\\u{202e}\\u{7}\\u{d}\\u{a}');
    for (const line of lines) expect(line).toMatch(/^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]*$/u);
  });

  test('is seen by events and messages', () => {
    expect(linesOf(ADAPTER).join('\n')).toContain('the events, messages and values that the adapter answers with');
  });
});
