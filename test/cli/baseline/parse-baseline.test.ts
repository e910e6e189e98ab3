import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_REASON } from '../../../src/cli/baseline/first-flaw.js';
import { parseBaseline } from '../../../src/cli/baseline/parse-baseline.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { LISTS } from '../../../src/report/baseline/types.js';
import { diagnosticOf } from '../helpers/diagnostic.js';

const entriesOf = (text: string) => parseBaseline(text, 'FILE').entries;

/** What is wrong with a text: the place, what was seen, what to do. */
async function wrong(text: string) {
  const { code, message, hint, exit } = await diagnosticOf(() => entriesOf(text));
  expect(exit).toBe(2);
  expect(message).not.toContain('\n');
  const [, line, seen] = /^failed to read FILE, line (\d+), column \d+: (.+)$/.exec(message) ?? [];
  return { code, line: Number(line), seen, hint };
}

const entry = (...more: readonly string[]): string =>
  ['expected:', '  - case: http.dec.once', '    reason: it is so', ...more.map((line) => `    ${line}`), ''].join('\n');

describe('entries', () => {
  test('have all that is said about them, and the line of their case', () => {
    const text = [
      '# known',
      'flaky:',
      '  - reason: the order of keys is free',
      '    case: core.*',
      'expected:',
      '  - case: http.dec.once/blank@http-binary',
      '    reason: >-',
      '      long,',
      '      and folded',
      '    ticket: https://issues.example/1',
      '    expires: 2027-02-28',
      '    fingerprint: "12345678"',
      '  - { case: "*@http-batch", reason: in one line }',
    ].join('\n');
    expect(entriesOf(text)).toEqual([
      { list: 'flaky', case: 'core.*', reason: 'the order of keys is free', line: 4 },
      {
        list: 'expected',
        case: 'http.dec.once/blank@http-binary',
        reason: 'long, and folded',
        ticket: 'https://issues.example/1',
        expires: '2027-02-28',
        fingerprint: '12345678',
        line: 6,
      },
      { list: 'expected', case: '*@http-batch', reason: 'in one line', line: 13 },
    ]);
  });

  test.each(['', '# nothing yet\n', '{}', 'expected:\nflaky: []\n'])('%j has none', (text) => {
    expect(entriesOf(text)).toEqual([]);
  });

  test('may be written with anchors and aliases', () => {
    const text =
      'expected:\n  - { case: a, reason: &why both }\n  - { case: b, reason: *why }\nflaky:\n  - &c { case: c, reason: x }\n';
    expect(entriesOf(text).map(({ reason, line }) => [reason, line])).toEqual([
      ['both', 2],
      ['both', 3],
      ['x', 5],
    ]);
  });

  test('of one case may differ in what they mean', () => {
    expect(entriesOf(`${entry('fingerprint: aaaaaaaa')}  - { case: http.dec.once, reason: x }\n`)).toHaveLength(2);
  });
});

describe('what breaks the schema is told with line, what was seen and what to do', () => {
  test.each([
    ['expected:\n  - case: a\n', 2, 'entry 1 of expected has no reason ("a")', 'add reason: a sentence: why'],
    ['flaky:\n  - reason: x\n', 2, 'entry 1 of flaky has no case', 'add case: one id or glob'],
    [entry().replace('it is so', ''), 3, 'reason of entry 1 of expected is nothing', 'reason takes a sentence'],
    [entry().replace('it is so', '"  "'), 3, 'reason of entry 1 of expected is "  "', 'reason takes a sentence'],
    [entry().replace('http.dec.once', '"a b"'), 2, 'case of entry 1 of expected is "a b"', 'without blanks'],
    [entry('ticket: 42'), 4, 'ticket of entry 1 of expected is 42', 'quote a number'],
    [entry('expires: 2027'), 4, 'expires of entry 1 of expected is 2027', 'a day, as in 2027-01-31'],
    [entry('expires: soon'), 4, 'expires of entry 1 of expected is "soon"', 'a day, as in 2027-01-31'],
    [entry('fingerprint: 12345678'), 4, 'fingerprint of entry 1 of expected is 12345678', 'quote them'],
    [entry('fingerprint: XYZ'), 4, 'fingerprint of entry 1 of expected is "XYZ"', 'eight hexadecimal digits'],
    [entry('reson: x'), 4, 'entry 1 of expected has an unknown member "reson"', 'did you mean reason?'],
    [entry('owner: me'), 4, 'entry 1 of expected has an unknown member "owner"', 'an entry has case, reason, ticket'],
    ['expectd: []\n', 1, 'there is no list "expectd"', 'did you mean expected?'],
    ['flaky: []\nknown: []\n', 2, 'there is no list "known"', 'the lists are expected and flaky'],
    ['expected: http.dec.once\n', 1, 'expected is "http.dec.once"', 'expected takes a list of entries'],
    ['expected:\n  case: a\n', 2, 'expected is a mapping', 'each with a dash'],
    ['flaky:\n  - http.dec.once\n', 2, 'entry 1 of flaky is "http.dec.once"', 'write case: and reason:'],
    ['- case: a\n', 1, 'it holds a list', 'write the lists expected: and flaky:'],
    ['just text\n', 1, 'it holds text', 'write the lists expected: and flaky:'],
  ])('%j', async (text, line, seen, hint) => {
    const problem = await wrong(text);
    expect(problem).toMatchObject({ code: 'baseline.invalid', line, seen, hint: expect.stringContaining(hint) });
  });

  test('and others are counted', async () => {
    expect((await wrong('expected:\n  - case: a\n  - case: b\n')).seen).toContain('(and 1 more below)');
  });
});

describe('the syntax', () => {
  test.each([
    ['expected:\n  - case: *@http-batch\n    reason: x\n', 'baseline.alias', 2, 'quote text that begins with *'],
    [entry().replace('it is so', 'bug: it is so'), 'baseline.syntax', 3, 'a reason that holds a colon'],
    [entry('reason: again'), 'baseline.syntax', 4, 'correct the YAML there'],
    [`${entry()}---\n${entry()}`, 'baseline.documents', 4, 'keep one document'],
  ])('of %j', async (text, code, line, hint) => {
    const problem = await wrong(text);
    expect(problem).toMatchObject({ code, hint: expect.stringContaining(hint) });
    expect(Math.abs(problem.line - line)).toBeLessThanOrEqual(1);
  });
});

describe('what no schema says', () => {
  test('a reason that was never written', async () => {
    const text = entry().replace('it is so', NO_REASON);
    expect(await wrong(text)).toEqual({
      code: 'baseline.reason',
      line: 2,
      seen: 'the reason of "http.dec.once" is still to be written',
      hint: `write why it fails in place of ${NO_REASON}`,
    });
    expect(parseBaseline(text, 'FILE', { mayLackReasons: true }).entries).toHaveLength(1);
  });

  test('a day that there is not', async () => {
    expect(await wrong(entry('expires: 2027-02-29'))).toMatchObject({
      code: 'baseline.expires',
      line: 2,
      seen: 'expires of "http.dec.once" is "2027-02-29", and there is no such day',
    });
  });

  test('an entry that stands there already', async () => {
    expect(await wrong(`${entry()}flaky:\n  - { case: http.dec.once, reason: x }\n`)).toMatchObject({
      code: 'baseline.repeated',
      line: 5,
      seen: '"http.dec.once" is listed again',
      hint: 'it stands in line 2, as expected already: keep one of them',
    });
  });
});

test('an error can be raised at an entry afterwards', () => {
  const parsed = parseBaseline(entry(), 'FILE');
  const [one] = parsed.entries;
  if (one === undefined) throw new Error('no entry');
  expect(parsed.failAt(one, 'odd', { message: 'it is odd', hint: 'even it' }).diagnostic).toEqual({
    code: 'baseline.odd',
    message: 'failed to read FILE, line 2, column 11: it is odd',
    hint: 'even it',
    exit: 2,
  });
});

test('the lists of the schema are those of the types', () => {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'baseline.schema.json'), 'utf8'));
  expect(Object.keys(schema.properties)).toEqual(LISTS);
});
