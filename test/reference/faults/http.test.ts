import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../src/reference/fault.js';
import { HTTP_FAULTS } from '../../../src/reference/faults/http.js';
import { loadSuite } from '../../../suites/suite.js';
import { gradeWith, reachOf, receiverCases } from './in-memory.js';

const suite = loadSuite();
const { requirements } = suite;
const cases = receiverCases(suite.cases);
const own = cases.filter(({ requirement }) => requirement.id.startsWith('http.'));
const receivers = [...requirements.values()].filter(
  ({ id, role }) => id.startsWith('http.') && (role === 'receiver' || role === 'any'),
);

/** Requirements beside its own that a fault breaks. What is not listed breaks its own alone. */
const COLLATERAL: Readonly<Record<string, readonly string[]>> = {
  // A carrier that is refused takes its plainest event with it; everything else over it is blocked.
  'http.mode.both/structured-only': ['core.attr.minimal'],
  'http.mode.json/unsupported': ['core.attr.minimal', 'core.format.json', 'http.mode.both'],
  // Rules of the core that say of an event what the binding says of its bytes and headers.
  'http.bin.body/as-text': ['core.data.opaque'],
  'http.bin.body/trimmed': ['core.data.opaque'],
  'http.bin.no-data/empty-string': ['core.data.none'],
  'http.bin.attrs/list': ['core.id.opaque', 'core.type.str', 'core.type.uriref'],
  'http.bin.attrs/numbers': ['core.id.opaque', 'core.type.str'],
  'http.bin.foreign/every-header': ['core.ext.meta'],
  'http.bin.empty-value/dropped': ['core.ext.empty-string'],
  'http.bin.ows/trimmed-content': ['core.id.opaque', 'core.type.str'],
  'http.dec.plus/blank': ['core.type.str', 'core.type.uriref'],
  'http.dec.pct-quote/unquoted-after': ['core.id.opaque'],
  'http.dec.literal/comments': ['core.type.str', 'core.type.uriref'],
  'http.dec.literal/backslash': ['core.type.str'],
};

describe('without a fault', () => {
  test.each(['1.0.2', 'main'] as const)('every case passes or is observed under %s', (spec) => {
    const graded = gradeWith([], cases, spec).filter(({ item }) => item.id.startsWith('http.'));
    const others = graded.filter(({ judgement }) => judgement.status !== 'pass' && judgement.status !== 'observed');
    expect(others.map(({ item, judgement }) => `${judgement.status} ${item.id}: ${judgement.message}`)).toEqual([]);
  });

  test('every requirement of receivers has cases or a reason why not', () => {
    const covered = new Set(own.map(({ requirement }) => requirement.id));
    const open = receivers.filter(({ id, withoutCase }) => covered.has(id) === (withoutCase !== undefined));
    expect(open.map(({ id }) => id)).toEqual([]);
    expect(receivers).toHaveLength(45);
  });

  test('what a case rests on is there, over the same carrier or the one it names', () => {
    const ids = new Set(cases.map(({ id }) => id));
    const wanted = own.flatMap(({ requires, twin }) => [...requires.map(({ id }) => id), ...(twin ? [twin] : [])]);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('every refusal that is demanded has a twin that passes', () => {
    const graded = gradeWith([], cases);
    const passed = new Set(graded.filter(({ judgement }) => judgement.status === 'pass').map(({ item }) => item.id));
    const demanded = own.filter(({ requirement }) => requirement.code === 'rej');
    expect(demanded.length).toBeGreaterThan(20);
    for (const { id, twin } of demanded) expect(passed, id).toContain(twin);
  });
});

describe('the faults', () => {
  test('every rule that is a MUST or a SHOULD has one', () => {
    const broken = new Set(HTTP_FAULTS.map(({ requirement }) => requirement));
    const rules = receivers.filter(
      ({ level, withoutCase }) => (level === 'must' || level === 'should') && withoutCase === undefined,
    );
    expect(rules.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('are named once, after a requirement, and say what they do', () => {
    const names = HTTP_FAULTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, requirement, summary } of HTTP_FAULTS) {
      expect(receivers.map(({ id }) => id)).toContain(requirement);
      expect(name).toMatch(new RegExp(`^${requirement}/[a-z0-9-]+$`));
      expect(summary).toMatch(/^[a-z].*[^.]$/);
    }
  });

  test('the table of collateral names faults that exist', () => {
    const names = HTTP_FAULTS.map(({ name }) => name);
    expect(Object.keys(COLLATERAL).filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(HTTP_FAULTS.map((fault): [string, Fault] => [fault.name, fault]))('%s', (name, fault) => {
    const weight = requirements.get(fault.requirement)?.level === 'must' ? 'fail' : 'warn';
    expect(reachOf(fault, cases)).toEqual({ own: weight, also: COLLATERAL[name] ?? [] });
  });
});
