import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/reference/fault.js';
import { CESQL_FAULTS } from '../../../src/reference/faults/cesql.js';
import { loadSuite } from '../../../suites/suite.js';
import { engineCases, gradeEngine } from './engine-in-memory.js';

const { requirements, cases: all } = loadSuite();
const cases = engineCases(all);
const own = [...requirements.values()].filter(({ id }) => id.startsWith('cesql.'));
const needsProof = own.filter(({ level, code }) => level === 'must' && (code === 'pos' || code === 'rej'));
const [engines, brokers] = [
  CESQL_FAULTS.filter(({ role }) => role === 'engine'),
  CESQL_FAULTS.filter(({ role }) => role === 'broker'),
];

/** Faults that break only what the text backs less firmly than the rest of their requirement. */
const LESS_FIRM: readonly string[] = ['cesql.lex.space/one-line', 'cesql.miss.like/not', 'cesql.miss.in/not'];

/** Requirements beside its own that a fault breaks. What is not listed breaks its own alone. */
const COLLATERAL: Readonly<Record<string, readonly string[]>> = {
  'cesql.lex.string-case/double-quoted': ['cesql.cast.bool-str'],
  'cesql.like.case/ignored': ['cesql.cast.bool-str'],
  'cesql.lex.quotes/other-lost': ['cesql.cast.str-bool-bad', 'cesql.fn.trim-keep', 'cesql.lex.escape'],
  'cesql.miss.exists/error': ['cesql.exists.optional'],
  'cesql.id.bad/underscore': ['cesql.parse.bad'],
  'cesql.attr.ext-typed/zero': ['cesql.cast.bool-str', 'cesql.cast.int-bool'],
  'cesql.attr.ext-typed/boolean-as-string': ['cesql.cast.bool-int', 'cesql.cast.right'],
  'cesql.miss.neg/silent': ['cesql.miss.math'],
  'cesql.type.result/first-operand': ['cesql.op.logic-cast', 'cesql.op.short-and', 'cesql.op.short-or'],
  'cesql.err.kinds/remainder': ['cesql.op.mod-zero'],
  'cesql.err.value/none': ['cesql.fn.user-error'],
  'cesql.op.logic/inclusive': ['cesql.cast.int-bool', 'cesql.op.logic-cast'],
  'cesql.op.short-not/forgotten': ['cesql.miss.logic'],
  'cesql.op.xor-both/forgotten': ['cesql.miss.logic'],
  'cesql.op.minus/boolean': ['cesql.cast.bool-int'],
  'cesql.op.add/wrong-way': ['cesql.op.math-cast'],
  'cesql.cast.bool-int/union': ['cesql.op.math-cast'],
  'cesql.op.math-cast/joined': ['cesql.cast.chain'],
  'cesql.like.whole/by-line': ['cesql.like.empty'],
  'cesql.like.cast/boolean-as-integer': ['cesql.cast.all', 'cesql.cast.bool-str', 'cesql.cast.chain'],
  'cesql.like.not/contained': ['cesql.prec.unary-like'],
  'cesql.prec.not-eq/looser': ['cesql.prec.unary-like'],
  'cesql.in.cast/none': ['cesql.err.value'],
  'cesql.in.cast/as-strings': ['cesql.err.value'],
  'cesql.fn.left-neg/from-the-end': ['cesql.err.value'],
  'cesql.fn.abs-min/wrapped': ['cesql.err.value'],
  'cesql.fn.abs-min/silent': ['cesql.err.value'],
  'cesql.fn.missing/string': ['cesql.err.kinds', 'cesql.err.value'],
  'cesql.cast.all/boolean-to-string': ['cesql.cast.bool-str', 'cesql.cast.chain', 'cesql.like.cast'],
  'cesql.cast.int-str/grouped': ['cesql.fn.arg-cast', 'cesql.like.cast'],
  'cesql.cast.str-int/octal': ['cesql.cast.right'],
  'cesql.cast.str-int-bad/wrapped': ['cesql.op.math-cast', 'cesql.op.rel-string'],
  'cesql.cast.bool-str/title': ['cesql.in.cast', 'cesql.like.cast'],
  'cesql.cast.right/left-string': ['cesql.cast.str-int-bad', 'cesql.err.value'],
  'cesql.cast.right/integers': ['cesql.prec.left-cmp'],
};

// Only what is judged, and the long expressions only for the faults that are about them.
const casesFor = (fault: Fault) =>
  cases.filter(
    ({ level, requirement: { id } }) =>
      level !== 'info' && (id !== 'cesql.err.total' || fault.requirement === 'cesql.err.total'),
  );

function reachOf(fault: Fault) {
  const failed = gradeEngine([fault], casesFor(fault)).filter(
    ({ judgement: { status } }) => status === 'fail' || status === 'warn',
  );
  const isOwn = ({ item }: (typeof failed)[number]): boolean => item.requirement.id === fault.requirement;
  const statuses = failed.filter(isOwn).map(({ judgement }) => judgement.status);
  const also = failed.filter((one) => !isOwn(one)).map(({ item }) => item.requirement.id);
  return { own: statuses.includes('fail') ? 'fail' : statuses[0], also: [...new Set(also)].sort() };
}

describe('without a fault', () => {
  test('every case passes or is recorded', () => {
    const others = gradeEngine([], cases).filter(({ judgement: { status } }) => !/^(pass|observed)$/.test(status));
    expect(others.map(({ item, judgement }) => `${judgement.status} ${item.id}: ${judgement.message}`)).toEqual([]);
  });

  test('every requirement of an engine that can be shown has cases that pass', () => {
    const passed = new Set(
      gradeEngine([], cases).flatMap(({ item, judgement }) =>
        judgement.status === 'pass' ? [item.requirement.id] : [],
      ),
    );
    const unseen = needsProof.filter(({ id, role }) => role === 'engine' && !passed.has(id));
    expect(unseen.map(({ id }) => id)).toEqual([]);
  });
});

describe('the faults', () => {
  test('stand for every rule that is a MUST, and for every SHOULD that can be seen', () => {
    const broken = new Set(CESQL_FAULTS.map(({ requirement }) => requirement));
    const rules = [...needsProof, ...own.filter(({ level, code }) => level === 'should' && code === 'pos')];
    expect(rules.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([]);
    expect(needsProof).toHaveLength(116);
  });

  test('are named once, after a requirement, and say what they do', () => {
    const names = CESQL_FAULTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, requirement, summary } of CESQL_FAULTS) {
      expect(own.map(({ id }) => id)).toContain(requirement);
      expect(name).toMatch(new RegExp(`^${requirement}/[a-z0-9-]+$`));
      expect(summary).toMatch(/^[a-z].*[^.]$/);
    }
  });

  test('are of an engine, and of a broker where they are about filters', () => {
    expect(brokers.map(({ requirement }) => requirement).every((id) => id.startsWith('cesql.filter.'))).toBe(true);
    expect(engines.length + brokers.length).toBe(CESQL_FAULTS.length);
  });

  test('that break more than their own are known, and none breaks more than three others', () => {
    expect(Object.keys(COLLATERAL).filter((name) => !engines.some((fault) => fault.name === name))).toEqual([]);
    expect(Object.entries(COLLATERAL).filter(([, also]) => also.length > 3)).toEqual([]);
  });

  test.each(engines.map((fault): [string, Fault] => [fault.name, fault]))('%s', (name, fault) => {
    const isFirm = requirements.get(fault.requirement)?.level === 'must' && !LESS_FIRM.includes(name);
    expect(reachOf(fault)).toEqual({ own: isFirm ? 'fail' : 'warn', also: COLLATERAL[name] ?? [] });
  });
});

describe('a fault of a broker', () => {
  const answers = [
    { value: true, errors: [] },
    { value: false, errors: [] },
    { value: 'true', errors: [] },
    { value: 'x', errors: [] },
    { value: 1, errors: [] },
    { value: 0, errors: [] },
    { value: false, errors: ['missingAttribute'] },
    { value: 0, errors: ['math'] },
    { errors: ['parse'] },
  ] as const;

  test.each(brokers.map((fault): [string, Fault] => [fault.name, fault]))(
    '%s lets pass what may not, and holds nothing back',
    (_, { passes, requirement }) => {
      const passed = answers.filter((answer) => passes?.(answer, false) === true);
      expect(passed).not.toEqual([]);
      // By the kind of what passes, a fault of values from a fault of errors.
      const isOfErrors = requirement === 'cesql.filter.error';
      expect(passed.every(({ errors }) => errors.length > 0 === isOfErrors)).toBe(true);
      expect(passes?.(answers[0], true)).toBe(true);
      expect(passes?.(answers[1], false)).toBe(false);
    },
  );
});
