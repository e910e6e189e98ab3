import { describe, expect, test } from 'vitest';
import { mergeFuzz } from '../../../src/report/fuzz/merge-fuzz.js';
import { renderFuzz } from '../../../src/report/fuzz/render-fuzz.js';
import type { FuzzReport } from '../../../src/report/fuzz/types.js';
import { findingOf, partOf } from './helpers/fuzz-report.js';

const text = (report: FuzzReport, files: ReadonlyMap<string, string> = new Map()): string =>
  renderFuzz(report, {
    colors: false,
    columns: 100,
    requirements: new Map([['core.type.str', { rule: 'A String is kept as it is' }]]),
    files,
  });

test('a run that found nothing, as a whole', () => {
  expect(text(partOf(0, 1))).toBe(`ce-conform fuzz: target.test
seed      night
sent      100 messages of 50 trials in 10.0 s (10 a second, 16 at a time)
answers   90 accepted, 8 refused, 1 undecided, 1 unanswered
seen      the event in each answer
cells     1 of 2 requirements by message form were reached

Nothing found in 100 messages.
`);
});

test('a finding, as a whole', () => {
  const evidence = {
    digest: 'ab'.repeat(32),
    sent: [{ method: 'POST', via: 'client', headers: [['ce-subject', { text: 'a' }]], body: { text: '' } }],
    received: [
      { kind: 'response', status: 200, reason: 'OK', headers: [['ce-subject', { text: 'b' }]], body: { text: '' } },
    ],
  } as const;
  const report = partOf(1, 4, { findings: [findingOf({ evidence: [evidence] })] });
  expect(text(report, new Map([['0123456789', '.ce-conform/altered-0123456789.json']]))).toContain(`
seed      night, part 2 of 4
`);
  expect(text(report, new Map([['0123456789', '.ce-conform/altered-0123456789.json']]))).toContain(`
Findings

  1. Subject has another value (2 times)
     breaks     core.type.str (MUST): A String is kept as it is
     over       http-structured
     again      every time
     because    subject has another value
     expected   {"subject":"a"}
     actual     {"subject":"b"}
     sent       ce-subject: a
     received   200 OK
                ce-subject: b
     found      after 12 messages; 200 bytes shrunk to 100
     saved      .ce-conform/altered-0123456789.json

1 finding. ce-conform replay tries each again; --export-fixture makes a vector of one.
`);
});

describe('what is about robustness stands apart', () => {
  const robust = findingOf({ class: 'hang', title: 'It does not answer in time' });

  test('and breaks no rule', () => {
    const both = text(partOf(0, 1, { findings: [robust, findingOf({ id: 'aaaaaaaaaa' })] }));
    expect(both.indexOf('Findings\n')).toBeLessThan(both.indexOf('Robustness (no rule asks for it)\n'));
    expect(both.indexOf('Subject has another value')).toBeLessThan(both.indexOf('It does not answer in time'));
  });

  test.each<[string, Partial<typeof robust>, string]>([
    [
      'what comes by chance',
      { flaky: true, again: { hits: 2, of: 15 } },
      'flaky, and of no input in particular: 2 of 15 times when tried again',
    ],
    ['what could not be tried again', { flaky: true, again: { hits: 0, of: 0 } }, 'it could not be tried again'],
    [
      'what needs others',
      { beside: 3, again: { hits: 6, of: 8 } },
      'only beside 3 other messages on the way: 6 of 8 rounds',
    ],
  ])('%s says so', (_, changes, words) => {
    expect(text(partOf(0, 1, { findings: [{ ...robust, ...changes }] }))).toContain(words);
  });
});

test('what was sent with another length, or cut off, is said where the bytes do not show it', () => {
  const delivery = { cutAt: 500, lengthDelta: -1, framing: 'chunked', pieces: 7 };
  const trial = { kind: 'mutation', event: {}, writing: {}, mutation: { steps: [], delivery } };
  expect(text(partOf(0, 1, { findings: [findingOf({ class: 'hang', trial })] }))).toContain(
    'delivered  in chunks; in segments of 7 bytes; its length is said to be 1 byte less; the\n                connection closed after 50 % of it\n',
  );
});

test('of many findings the first are told, and what is beyond is counted', () => {
  const findings = Array.from({ length: 25 }, (_, index) => findingOf({ id: String(index).padStart(10, '0') }));
  const many = text(partOf(0, 1, { findings, more: 3, fixed: ['aaaaaaaaaa'] }));
  expect(many).toContain('  20. Subject');
  expect(many).not.toContain('  21. Subject');
  expect(many).toContain('  and 5 more, in the JSON report\n');
  expect(many).toContain('3 more causes beyond those told\n');
  expect(many).toContain('1 saved finding no longer fails: aaaaaaaaaa\n');
});

test('of many missing parts some are named, as --shard counts them', () => {
  const one = mergeFuzz([{ file: 'a.json', report: partOf(0, 1000) }]);
  expect(text(one)).toContain('parts     1 of 1000; missing: 2, 3, 4,');
  expect(text(one)).toContain('and 979 more\n');
});

test('a bare status says how far nothing was found', () => {
  expect(text(partOf(0, 1, { run: { observation: 'status' } }))).toContain(
    'Nothing found in 100 messages, as far as a status shows.',
  );
});

test('nothing of a target or of a file does anything to a terminal', () => {
  const evil = '\u001b]0;owned\u0007\u202e\n';
  const bytes = { headers: [[evil, { text: evil }]], body: { text: evil } } as const;
  const hostile = findingOf({
    title: evil,
    message: evil,
    expected: { [evil]: evil },
    actual: evil,
    path: { seed: evil, index: 0, aim: evil },
    evidence: [
      {
        digest: 'ab'.repeat(32),
        sent: [
          { method: evil, via: 'client', ...bytes },
          { kind: 'expression', expression: evil, event: { attributes: { [evil]: evil } } },
        ],
        received: [
          { kind: 'response', status: 200, reason: evil, ...bytes },
          { kind: 'failure', code: 'thrown', message: evil },
          { kind: 'events', events: [{ attributes: { [evil]: evil }, data: { text: evil } }] },
          { kind: 'value', value: evil, errors: [evil] },
        ],
      },
    ],
  });
  const report = partOf(0, 1, {
    target: { name: evil, kind: 'http', url: evil },
    run: { seed: evil, stopped: evil },
    findings: [hostile, findingOf({ id: 'aaaaaaaaaa', class: 'hang', title: evil })],
  });
  const shown = text(report, new Map([['0123456789', evil]]));
  expect(shown).toContain('owned');
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  expect(shown).not.toContain('owned\n');
});
