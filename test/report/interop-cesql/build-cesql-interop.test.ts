import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import { cesqlSummaryLine } from '../../../src/report/interop-cesql/cesql-summary-line.js';
import { aboutText, answererText, answerText, visible, whoText } from '../../../src/report/interop-cesql/shown.js';
import { INTEROP_CESQL_SCHEMA } from '../../../src/report/interop-cesql/types.js';
import { hostileResult, noDifferences, someDifferences } from './helpers/results.js';

const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'interop-cesql.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
const errors = (value: unknown) => (validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors);

describe('a result', () => {
  it('says of each cause what the text does, with its section', () => {
    const [division, ...others] = someDifferences().causes;
    expect(division).toMatchObject({
      verdict: 'settled',
      construct: '/ of an Integer and an Integer',
      how: 'no-error',
      what: 'no math error',
      subjects: [
        { id: 'one', expressions: 1 },
        { id: 'two', expressions: 1 },
      ],
      requirement: { id: 'cesql.op.div-zero', link: expect.stringMatching(/cesql%40v1\.0\.0.*#34-operators$/) },
      positions: [],
    });
    expect(others.map(({ verdict, positions }) => [verdict, positions.map(({ id }) => id).join()])).toEqual([
      ['settled', ''],
      ['settled', ''],
      ['open', 'A65'],
    ]);
  });

  it('has what everybody makes of the example: ours in each mode that was compared, and who was asked', () => {
    const [division] = someDifferences().causes;
    expect(division?.example).toEqual({
      expression: '5 / 0',
      event: { attributes: expect.objectContaining({ id: '1' }) },
      answers: [
        { id: 'reference', mode: 'complete', value: 0, errors: ['math'] },
        { id: 'reference', mode: 'operator', value: 0, errors: ['math'] },
        { id: 'one', value: 0, errors: [] },
        { id: 'two', failure: 'exit code 7' },
      ],
      from: '5 / 0 = 1',
    });
  });
});

describe('the schema', () => {
  test.each([
    ['a result with differences', someDifferences],
    ['one without', noDifferences],
    ['one with all that may be absent', hostileResult],
  ])('describes %s', (_, result) => {
    expect(errors(result())).toEqual([]);
  });

  test('closes every object', () => {
    const plain = JSON.parse(JSON.stringify(hostileResult()));
    const paths = (
      value: unknown,
      path: readonly (string | number)[] = [],
    ): readonly (readonly (string | number)[])[] => {
      if (typeof value !== 'object' || value === null || path.at(-1) === 'attributes') return [];
      const inner = Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]));
      return Array.isArray(value) ? inner : [path, ...inner];
    };
    expect(paths(plain).length).toBeGreaterThan(20);
    for (const path of paths(plain)) {
      const copy = structuredClone(plain);
      path.reduce((at, key) => at[key], copy).extra = 'member';
      expect(errors(copy), path.join('/')).not.toEqual([]);
    }
  });

  test('has the name of the type', () => {
    expect(schema.properties.schema.const).toBe(INTEROP_CESQL_SCHEMA);
  });
});

describe('in words', () => {
  it.each([
    [{ id: 'a', value: 0, errors: ['math', 'math', 'cast'] }, '0, math and cast error'],
    [{ id: 'a', value: 'a\u00a0b', errors: [] }, '"a\\u{a0}b"'],
    [{ id: 'a', errors: ['parse'] }, 'no value, parse error'],
    [{ id: 'a', value: null, errors: [] }, 'null'],
    [{ id: 'a', failure: 'exit  code' }, 'exit \\u{20}code'],
  ])('an answer %j is %s', (answer, expected) => {
    expect(answerText(answer)).toBe(expected);
  });

  it('a long value is cut', () => {
    expect(answerText({ id: 'a', value: 'x'.repeat(200), errors: [] })).toBe(`"${'x'.repeat(79)}…`);
  });

  it('white space is seen, but for single blanks', () => {
    expect(visible(' a  b\tc\n')).toBe('\\u{20}a \\u{20}b\\u{9}c\\u{a}');
  });

  it('who answers is told with the mode of ours', () => {
    expect(answererText({ id: 'reference', mode: 'complete' })).toBe('reference (complete)');
    expect(answererText({ id: 'go' })).toBe('go');
  });

  it('an event is what the expression names of it', () => {
    const example = {
      expression: "subject = 'id' AND number > 1",
      event: { attributes: { id: '1', subject: 's', num: 3 } },
      answers: [],
      from: '',
    };
    expect(aboutText(example)).toBe('id = "1", subject = "s"');
  });

  it('the whole is a sentence', () => {
    expect(cesqlSummaryLine(someDifferences())).toBe(
      '2 engines and the reference, 10 generated expressions: 3 differences in what the text settles, 1 in what it leaves open.',
    );
    expect(cesqlSummaryLine(noDifferences())).toBe('1 engine and the reference, 10 generated expressions: all agree.');
    expect(whoText(someDifferences().causes[0] as never)).toBe('one 1, two 1');
  });
});
