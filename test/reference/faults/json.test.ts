import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/reference/fault.js';
import { JSON_FAULTS } from '../../../src/reference/faults/json.js';
import { loadSuite } from '../../../suites/suite.js';
import { gradeWith, reachOf, receiverCases } from './in-memory.js';

const suite = loadSuite();
const { requirements } = suite;
const cases = receiverCases(suite.cases);
const own = cases.filter(({ requirement }) => requirement.id.startsWith('json.'));
const receivers = [...requirements.values()].filter(
  ({ id, role }) => id.startsWith('json.') && (role === 'receiver' || role === 'any'),
);

/** Requirements beside its own that a fault breaks. What is not listed breaks its own alone. */
const COLLATERAL: Readonly<Record<string, readonly string[]>> = {
  'json.env.syntax/last-byte': ['http.bat.empty'],
  'json.env.syntax/surrogates-apart': ['core.type.str-pair'],
  'json.type.int-in/as-float': ['core.type.int-bounds'],
  'json.type.int-in/zero-dropped': ['core.type.int-bounds'],
  'json.type.int-in/single-precision': ['core.type.int-bounds'],
  'json.read.text/quotes-kept': ['core.format.json', 'core.size.accept'],
  'json.read.default/refused': ['http.str.inner-type'],
  'json.read.b64/not-decoded': ['core.format.json', 'json.env.syntax'],
  'json.read.b64/through-text': ['core.format.json'],
  'json.read.b64/zero-ends': ['core.format.json'],
  'json.batch.empty/refused': ['http.bat.empty'],
  'json.batch.mixed/first-only': ['core.attr.minimal', 'core.data.none', 'http.mode.batch'],
  'json.batch.mixed/carried-over': ['core.data.none'],
  'json.batch.mixed/type-of-first': ['http.mode.batch'],
};

describe('without a fault', () => {
  test.each(['1.0.2', 'main'] as const)('every case passes or is observed under %s', (spec) => {
    const statuses = gradeWith([], cases, spec).filter(({ item }) => item.id.startsWith('json.'));
    const others = statuses.filter(({ judgement }) => judgement.status !== 'pass' && judgement.status !== 'observed');
    expect(others.map(({ item, judgement }) => `${judgement.status} ${item.id}: ${judgement.message}`)).toEqual([]);
  });

  test('every requirement of receivers has cases, and all 40 are there', () => {
    const covered = new Set(own.map(({ requirement }) => requirement.id));
    expect(receivers.filter(({ id }) => !covered.has(id)).map(({ id }) => id)).toEqual([]);
    expect(receivers).toHaveLength(40);
  });
});

describe('the faults', () => {
  test('every rule that is a MUST or a SHOULD has one', () => {
    const broken = new Set(JSON_FAULTS.map(({ requirement }) => requirement));
    const rules = receivers.filter(({ level }) => level === 'must' || level === 'should');
    expect(rules.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('are named once, after a requirement, and say what they do', () => {
    const names = JSON_FAULTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, requirement, summary } of JSON_FAULTS) {
      expect(receivers.map(({ id }) => id)).toContain(requirement);
      expect(name).toMatch(new RegExp(`^${requirement}/[a-z0-9-]+$`));
      expect(summary).toMatch(/^[a-z].*[^.]$/);
    }
  });

  test('the table of collateral names faults that exist', () => {
    expect(Object.keys(COLLATERAL).filter((name) => !JSON_FAULTS.some((fault) => fault.name === name))).toEqual([]);
  });

  test.each(JSON_FAULTS.map((fault): [string, Fault] => [fault.name, fault]))('%s', (name, fault) => {
    const own = requirements.get(fault.requirement)?.level === 'must' ? 'fail' : 'warn';
    expect(reachOf(fault, cases)).toEqual({ own, also: COLLATERAL[name] ?? [] });
  });
});
