import { describe, expect, test } from 'vitest';
import { caseDetail } from '../../../src/report/text/case-detail.js';
import { createStyle } from '../../../src/report/text/style.js';
import type { CaseReport } from '../../../src/report/types.js';
import { caseOf, evidenceOf, responseOf, sentOf } from './helpers/reports.js';

type Evidence = NonNullable<CaseReport['evidence']>;

const AGAIN = { report: {}, target: '', flags: [], tail: ['--adapter', '--', 'node', 'adapter.js'] };
const linesOf = (item: CaseReport, width = 100): readonly string[] =>
  caseDetail(item, AGAIN, createStyle(false, width), '');
const detail = (evidence: Evidence, rest: Partial<CaseReport> = {}): string =>
  linesOf(caseOf('core.a/b@http-binary', { status: 'fail', evidence, ...rest })).join('\n');

const event = (attributes: Readonly<Record<string, string>>) => ({ attributes });
const EVIL = '\u001b]8;;http://evil.test\u0007\u202e\u0000\r\nsent      all is well';
const isHarmless = (text: string): void => {
  for (const line of text.split('\n')) expect(line).toMatch(/^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]*$/u);
};

describe('what was asked', () => {
  test('to be written is told with its mode and its events', () => {
    const told = { kind: 'events' as const, mode: 'batch' as const, events: [event({ id: '1' }), event({ id: '2' })] };
    expect(detail(evidenceOf([told], [{ kind: 'unsupported' }]))).toContain(
      [
        '  sent      to be written in batch mode:',
        '            {"id":"1"}',
        '            {"id":"2"}',
        '  received  unsupported',
      ].join('\n'),
    );
  });

  test('to be validated is told as both events', () => {
    const asked = {
      kind: 'events' as const,
      mode: 'validate' as const,
      events: [event({ id: '1' }), event({ id: '' })],
    };
    const text = detail(evidenceOf([asked], [{ kind: 'valid' }, { kind: 'valid' }]), {
      expected: 'invalid',
      actual: 'valid',
    });
    expect(text).toContain(
      'sent      to be validated, one after the other:\n            {"id":"1"}\n            {"id":""}',
    );
    expect(text).toContain('received  valid\n            valid');
    expect(text).toContain('expected  invalid\n  actual    valid');
  });

  test('can be run again behind the same command line', () => {
    expect(detail(evidenceOf([], []))).toContain(
      'rerun     ce-conform --only core.a/b@http-binary --adapter -- node adapter.js',
    );
  });
});

describe('what came', () => {
  test.each<[string, Evidence['received'][number], readonly string[]]>([
    ['a rejection', { kind: 'rejected', reason: 'no id' }, ['rejected: no id']],
    ['an event that was not written', { kind: 'unwritten', reason: 'no' }, ['decoded, but not written: no']],
    ['an invalid event', { kind: 'invalid', reason: 'empty' }, ['invalid: empty']],
    [
      'a failure',
      { kind: 'failure', code: 'timeout', message: 'no reply within 5 ms' },
      ['no answer: no reply within 5 ms'],
    ],
    ['no event', { kind: 'events', events: [] }, ['0 events']],
    ['one event', { kind: 'events', events: [event({ id: '1' })] }, ['1 event', '{"id":"1"}']],
    ['an answer', responseOf(200, { 'ce-id': '1' }, 'x'), ['200 OK', 'ce-id: 1', 'x']],
    [
      'messages',
      { kind: 'messages', messages: [{ headers: [['ce-id', { text: '1' }]], body: { base64: '/w==' } }] },
      ['1 message', 'ce-id: 1'],
    ],
  ])('is told: %s', (_, received, lines) => {
    const text = detail(evidenceOf([sentOf({}, 'x')], [received]));
    for (const line of lines) expect(text).toContain(line);
  });

  test('of an event is what the finding is about', () => {
    const received = {
      kind: 'events' as const,
      events: [{ ...event({ id: '1', subject: 'b', time: 't' }), data: { text: 'x' } }],
    };
    const text = detail(evidenceOf([], [received]), { expected: { subject: 'a' }, actual: { subject: 'b' } });
    expect(text).toContain('received  1 event\n            {"subject":"b"}\n');
    expect(detail(evidenceOf([], [received]), { expected: { data: 'y' }, actual: { data: 'x' } })).toContain(
      '            {"data":{"text":"x"}}\n',
    );
  });

  test('in great number is counted', () => {
    const many = Array.from({ length: 9 }, (_, index) => event({ id: `${index}` }));
    const text = detail(
      evidenceOf([{ kind: 'events', mode: 'batch', events: many }], [{ kind: 'events', events: many }]),
    );
    expect(text.match(/\(6 more events\)/g)).toHaveLength(2);
    const more = detail(evidenceOf([], Array(5).fill({ kind: 'valid' })));
    expect(more).toContain('(3 more messages)');
  });

  test('on stderr is told by its last lines', () => {
    const stderr = `${Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n')}\n\n`;
    const text = detail({ ...evidenceOf([], [{ kind: 'failure', code: 'closed', message: 'it ended' }]), stderr });
    expect(text).not.toContain('line 13');
    expect(text).toContain(
      [
        'received  no answer: it ended',
        ...[14, 15, 16, 17, 18, 19].map((line) => `            stderr: line ${line}`),
      ].join('\n'),
    );
  });
});

describe('whatever a program writes', () => {
  const everywhere: Evidence = {
    ...evidenceOf(
      [{ kind: 'events', mode: 'validate', events: [event({ [EVIL]: EVIL })] }],
      [
        { kind: 'events', events: [{ attributes: { [EVIL]: EVIL }, data: { json: { [EVIL]: EVIL } } }] },
        { kind: 'messages', messages: [{ headers: [[EVIL, { text: EVIL }]], body: { text: EVIL } }] },
      ],
    ),
    stderr: EVIL,
  };

  test('is harmless on a terminal', () => {
    const text = detail(everywhere, { message: EVIL, expected: EVIL, actual: { [EVIL]: EVIL }, title: EVIL });
    isHarmless(text);
    expect(text).toContain('\\u{1b}]8;;http://evil.test\\u{7}\\u{202e}\\u{0}');
  });

  test.each<Evidence['received'][number]>([
    { kind: 'rejected', reason: EVIL },
    { kind: 'invalid', reason: EVIL },
    { kind: 'unwritten', reason: EVIL },
    { kind: 'failure', code: 'protocol', message: EVIL },
  ])('is harmless as a reason: $kind', (received) => {
    isHarmless(detail(evidenceOf([], [received])));
  });

  test('cannot look like a line of ours', () => {
    const stderr = `x\nexpected  conformant\n`;
    const lines = detail({ ...evidenceOf([], []), stderr }).split('\n');
    expect(lines.filter((line) => line.trimStart().startsWith('expected'))).toEqual([]);
    expect(lines).toContain('            stderr: expected  conformant');
  });

  test('does not flood it', () => {
    const huge = 'x'.repeat(1_000_000);
    const evidence: Evidence = {
      ...evidenceOf(
        [{ kind: 'events', mode: 'binary', events: [event({ id: huge })] }],
        [{ kind: 'rejected', reason: huge }],
      ),
      stderr: huge,
    };
    expect(detail(evidence).length).toBeLessThan(3_000);
  });
});
