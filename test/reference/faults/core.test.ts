import { describe, expect, it } from 'vitest';
import { CORE_FAULTS } from '../../../src/reference/faults/core.js';
import { loadSuite } from '../../../suites/suite.js';
import { gradeWith, reachOf, receiverCases, requirementsWith, specOf } from './in-memory.js';

const suite = loadSuite();
const { requirements } = suite;
const cases = receiverCases(suite.cases);
const own = cases.filter(({ requirement }) => requirement.id.startsWith('core.'));
const receivers = [...requirements.values()].filter(
  ({ id, role }) => id.startsWith('core.') && (role === 'receiver' || role === 'any'),
);

describe('the reference without a fault', () => {
  it.each(['1.0.2', 'main'] as const)(
    'passes every case of the core document that has an expectation, under %s',
    (spec) => {
      const graded = gradeWith([], own, spec).filter(
        ({ judgement }) => !['pass', 'observed'].includes(judgement.status),
      );
      expect(graded.map(({ item, judgement }) => `${judgement.status} ${item.id}: ${judgement.message}`)).toEqual([]);
    },
  );

  it('leaves nothing but rules without a reaction, and those of main, observed', () => {
    const observed = new Set(requirementsWith(gradeWith([], own), 'observed'));
    const passed = new Set(requirementsWith(gradeWith([], own), 'pass'));
    const scored = receivers.filter(({ level, since }) => level !== 'info' && since !== 'main');
    const unproven = scored.filter(({ id }) => !passed.has(id)).map(({ id }) => id);
    expect(unproven).toEqual(['core.type.native', 'core.id.dedupe']);
    expect(observed).toContain('core.attr.missing');
  });
});

describe('the vectors of the core document', () => {
  it('cover every requirement of a receiver that is not excused in writing', () => {
    const covered = new Set(own.map(({ requirement }) => requirement.id));
    const bare = receivers.filter(({ id, withoutCase }) => !covered.has(id) && withoutCase === undefined);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('expect nothing of input whose reaction is not prescribed', () => {
    const soft = own.filter(({ requirement }) => requirement.code === 'soft');
    const judged = gradeWith([], soft).filter(({ judgement }) => judgement.expected !== undefined);
    expect(judged.map(({ item }) => item.id)).toEqual([]);
  });

  it('stay within the 64,000 bytes that 1.0.2 promises at least, and the 65,536 of main', () => {
    const limits = new Map([
      ['core.size.accept/below-64000', 64_000],
      ['core.size.accept/below-65536', 65_536],
    ]);
    for (const [name, limit] of limits) {
      const sizes = own
        .filter(({ id }) => id.startsWith(`${name}@`))
        .map((item) => wireSize(item.stimulus('t000000000000')[0]));
      expect(sizes).toHaveLength(3);
      for (const size of sizes) {
        // 300 bytes are left for the request line and the headers that a transport adds.
        expect(size).toBeLessThanOrEqual(limit - 300);
        expect(size).toBeGreaterThan(limit - 1200);
      }
    }
  });
});

describe('faults of the core document', () => {
  it('stand for every rule that a receiver must or should keep', () => {
    const faulty = new Set(CORE_FAULTS.map(({ requirement }) => requirement));
    const binding = receivers.filter(({ level }) => level === 'must' || level === 'should');
    expect(binding.filter(({ id }) => !faulty.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(CORE_FAULTS.map(({ name }) => name)).size).toBe(CORE_FAULTS.length);
  });

  it('that are of main alone are tried under main', () => {
    const main = CORE_FAULTS.filter((fault) => specOf(fault, cases) === 'main').map(({ name }) => name);
    expect(main).toEqual(['core.dct.case/sensitive', 'core.dct.no-data/refused']);
  });

  it.each(CORE_FAULTS.map((fault) => [fault.name, fault] as const))(
    '%s is noticed, where it should be',
    (name, fault) => {
      const reach = reachOf(fault, cases);
      const isMust = requirements.get(fault.requirement)?.level === 'must' && !LESS_FIRM.includes(name);
      expect(reach.own).toBe(isMust ? 'fail' : 'warn');
      expect(reach.also).toEqual(ALSO.get(name) ?? []);
    },
  );
});

/** Faults that break only what the text backs less firmly than the rest of its requirement. */
const LESS_FIRM: readonly string[] = ['core.type.time/upper-case'];

/** What else a fault breaks: rules of other documents about the same thing. */
const ALSO: ReadonlyMap<string, readonly string[]> = new Map([
  ['core.attr.minimal/needs-type', ['http.mode.json']],
  ['core.attr.minimal/reverse-dns', ['json.batch.mixed']],
  ['core.dct.case/sensitive', ['json.read.suffix']],
  ['core.type.str-pair/halves', ['json.env.syntax']],
  ['core.type.int-bounds/single', ['json.type.int-in']],
  ['core.type.int-bounds/sixteen', ['json.type.int-in']],
  ['core.type.int-bounds/zero', ['json.type.int-in']],
  ['core.type.int-bounds/exclusive', ['json.type.int-in']],
  ['core.type.uriref/absolute', ['json.batch.mixed']],
  ['core.type.uriref/resolved', ['json.batch.mixed']],
  ['core.data.opaque/text', ['http.bin.body']],
  ['core.data.opaque/line-ends', ['http.bin.body']],
  ['core.data.opaque/zero', ['http.bin.body']],
  ['core.format.json/refused', ['core.attr.minimal', 'http.mode.both', 'http.mode.json']],
]);

function wireSize(
  request: { readonly headers: readonly (readonly [string, string])[]; readonly body: Uint8Array } | undefined,
): number {
  if (request === undefined) return 0;
  return request.headers.reduce((size, [name, value]) => size + name.length + value.length + 4, request.body.length);
}
