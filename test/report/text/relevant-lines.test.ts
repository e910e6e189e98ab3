import { describe, expect, test } from 'vitest';
import { describeReceived, namesIn, relevantLines } from '../../../src/report/text/relevant-lines.js';
import type { CaseReport } from '../../../src/report/types.js';
import { caseOf, responseOf, sentOf } from './helpers/reports.js';

const about = (expected: CaseReport['expected'], actual: CaseReport['actual']): CaseReport =>
  caseOf('a.b/c@http-binary', {
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  });

const binary = sentOf(
  { 'ce-id': '1', 'CE-Subject': 'a%20b', 'ce-type': 'x', 'content-type': 'text/plain', 'Content-Length': '5' },
  'hello',
);
const structured = sentOf(
  { 'content-type': 'application/cloudevents+json', 'x-other': '1' },
  `{"id":"1","source":"${'s'.repeat(80)}","subject":"a b","data":{"x":1}}`,
);

describe('names', () => {
  test('are the attributes that the outcome speaks of', () => {
    expect([...namesIn(about({ subject: 'a' }, { subject: 'b', time: 'c' }))]).toEqual(['subject', 'time']);
    expect([...namesIn(about([{ attributes: { id: '1' }, data: { text: 'x' } }], 'no event'))]).toEqual(['id', 'data']);
    expect([...namesIn(about('accepted', 'refused with 400'))]).toEqual([]);
    expect([...namesIn(about(undefined, undefined))]).toEqual([]);
  });
});

describe('of a message in binary mode', () => {
  test('the header of the attribute in question matters, and the content type', () => {
    expect(relevantLines(binary, about({ subject: 'a b' }, { subject: 'a%20b' }), 60)).toEqual([
      'CE-Subject: a%20b',
      'content-type: text/plain',
    ]);
  });

  test('the body matters where the data is in question', () => {
    expect(relevantLines(binary, about({ data: { text: 'x' } }, { data: null }), 60)).toEqual([
      'content-type: text/plain',
      'hello',
    ]);
  });

  test('everything but the headers of the connection matters where nothing is named', () => {
    expect(relevantLines(binary, about('accepted', 'refused with 400'), 60)).toEqual([
      'ce-id: 1',
      'CE-Subject: a%20b',
      'ce-type: x',
      'content-type: text/plain',
      'hello',
    ]);
  });

  test('an attribute without a header is looked for in all of it', () => {
    expect(relevantLines(binary, about({ time: 'x' }, { time: null }), 60)).toContain('CE-Subject: a%20b');
  });

  test('many headers are counted, not told', () => {
    const many = sentOf(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`ce-ext${index}`, 'x'])), '');
    const lines = relevantLines(many, about('accepted', 'refused'), 60);
    expect(lines).toContain('ce-ext7: x');
    expect(lines.slice(-2)).toEqual(['(22 more header lines)', 'nothing']);
  });
});

describe('of a message in structured mode', () => {
  test('the body is shown from shortly before the member in question', () => {
    const lines = relevantLines(structured, about({ subject: 'a b' }, { subject: 'x' }), 60);
    expect(lines.at(-1)).toBe('…ssssssssss","subject":"a b","data":{"x":1}}');
  });

  test('data may be called data_base64', () => {
    const sent = sentOf(
      { 'content-type': 'application/cloudevents+json' },
      `{"datacontenttype":"${'x'.repeat(80)}","data_base64":"AQ=="}`,
    );
    expect(relevantLines(sent, about({ data: { base64: 'AQ==' } }, { data: null }), 40).at(-1)).toBe(
      '…xxxxxxxxxx","data_base64":"AQ=="}',
    );
  });

  test('of a batch the event that is missed is looked for, by its id', () => {
    const sent = sentOf(
      { 'content-type': 'application/cloudevents-batch+json' },
      `[{"id":"t-1","data":1},{"id":"${'t'.repeat(40)}","data":2}]`,
    );
    const missed = about({ event: { attributes: { id: 't'.repeat(40) } } }, { event: null });
    expect(relevantLines(sent, missed, 50).at(-1)).toMatch(/^…":1},{"id":"t{20}/);
  });

  test('more of the body is shown where nothing says what to look for', () => {
    const lines = relevantLines(structured, about('accepted', 'refused with 400'), 40);
    expect(lines.slice(0, 2)).toEqual(['content-type: application/cloudevents+j…', 'x-other: 1']);
    expect(lines.slice(2).join('')).toContain('"subject":"a b"');
  });
});

test('what came back is described by where it came from', () => {
  expect(describeReceived(responseOf(200, {}, ''), 60)).toBe('200 OK');
  expect(describeReceived({ ...responseOf(200, {}, ''), reason: '', truncated: true } as never, 60)).toBe(
    '200 (body cut)',
  );
  expect(describeReceived({ kind: 'failure', code: 'reset', message: 'the peer reset' }, 60)).toBe(
    'no answer: the peer reset',
  );
  expect(
    describeReceived({ kind: 'arrived', method: 'POST', path: '/\u001b', headers: [], body: { text: '' } }, 60),
  ).toBe('at the sink: POST /\\u{1b}');
});

test('nothing of a message is longer than the line, or harms it', () => {
  const hostile = sentOf({ [`x${'\u202e'.repeat(90)}`]: '\u001b[2J'.repeat(50), 'ce-a': 'ok' }, '\u009b'.repeat(500));
  for (const line of relevantLines(hostile, about('accepted', 'refused'), 50)) {
    expect(line).toMatch(/^[^\p{Cc}\p{Cf}]{1,50}$/u);
  }
});
