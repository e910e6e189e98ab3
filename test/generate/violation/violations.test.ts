import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../src/binding/decode-message.js';
import type { Message } from '../../../src/binding/types.js';
import { carrierOf } from '../../../src/engine/carriers.js';
import { validate } from '../../../src/event/validate.js';
import { sample } from '../../../src/generate/sample.js';
import { kindOf, VIOLATION_KINDS } from '../../../src/generate/violation/kinds.js';
import type { Violation } from '../../../src/generate/violation/types.js';
import { violations } from '../../../src/generate/violation/violations.js';
import { writeTwin, writeViolation } from '../../../src/generate/violation/write-violation.js';
import { loadRegistry } from '../../../suites/registry.js';

/** Of one event each, or the reason why there is none. */
const rulesOf = (message: Message): readonly string[] => {
  const decoded = decodeMessage(message);
  if (decoded.kind === 'rejected') return ['rejected'];
  return decoded.value.events.flatMap((event) => validate(event, '1.0.2').map(({ rule }) => rule));
};

/** Where what is broken is a rule of a format or a binding, and the rule of the core is another one. */
const SEEN_AS: Readonly<Record<string, readonly string[]>> = {
  'http.dec.control': ['core.type.str-control', 'core.type.str-nonchar'],
  'json.env.bad-member': ['core.name.bad-charset'],
  'json.null.required': ['core.attr.missing'],
  'json.batch.nested': ['core.attr.missing'],
};

const { requirements } = loadRegistry();
const NONE: Violation = {
  requirement: '',
  form: { binding: 'http', mode: 'binary' },
  event: { attributes: new Map() },
  damage: { kind: 'bare' },
};

const judged = VIOLATION_KINDS.filter(({ isOpen }) => isOpen !== true);

describe('the kinds of violations', () => {
  it('are of requirements about what receivers do with what is invalid', () => {
    const codes = VIOLATION_KINDS.map(({ requirement }) => requirements.get(requirement)?.code);
    expect(codes.filter((code) => code !== 'soft' && code !== 'rej')).toEqual([]);
  });

  it('are one of each requirement', () => {
    expect(new Set(VIOLATION_KINDS.map(({ requirement }) => requirement)).size).toBe(VIOLATION_KINDS.length);
    for (const kind of VIOLATION_KINDS) expect(kindOf(kind.requirement)).toBe(kind);
    expect(kindOf('core.type.str')).toBeUndefined();
  });

  it('are in forms that there are', () => {
    expect(VIOLATION_KINDS.flatMap(({ forms }) => forms.map(carrierOf))).not.toContain(undefined);
  });
});

describe.each(VIOLATION_KINDS.map((kind) => [kind.requirement, kind] as const))('%s', (requirement, kind) => {
  const drawn = sample(violations(kind, kind.forms), requirement, 60);

  it('has valid twins', () => {
    for (const violation of drawn) expect(rulesOf(writeTwin(violation))).toEqual([]);
  });

  it('is data that a file can keep', () => {
    for (const { damage } of drawn) expect(JSON.parse(JSON.stringify(damage))).toEqual(damage);
  });

  it('differs from its twin', () => {
    for (const violation of drawn) expect(writeViolation(violation)).not.toEqual(writeTwin(violation));
  });
});

describe.each(judged.map((kind) => [kind.requirement, kind] as const))('%s', (requirement, kind) => {
  it('breaks one rule, and no other', () => {
    const expected = SEEN_AS[requirement] ?? [requirement];
    for (const violation of sample(violations(kind, kind.forms), requirement, 120)) {
      const rules = new Set(rulesOf(writeViolation(violation)));
      const unexpected = [...rules].filter((rule) => rule !== 'rejected' && !expected.includes(rule));
      expect({ ...violation, unexpected }).toEqual({ ...violation, unexpected: [] });
      expect(rules.size, fc.stringify(violation)).toBe(1);
    }
  });
});

it('shrinks to the first form and the smallest damage', () => {
  const kind = kindOf('core.type.str-nonchar');
  const seen: Violation[] = [];
  const keep = (violation: Violation): boolean => {
    seen.push(violation);
    return false;
  };
  fc.check(fc.property(kind === undefined ? fc.constant(NONE) : violations(kind, kind.forms), keep), { seed: 3 });
  expect(seen.at(-1)).toMatchObject({
    form: { binding: 'http', mode: 'binary' },
    damage: { kind: 'set', attribute: 'subject', value: '\ufffe' },
  });
  expect(seen.map(({ event }) => event.attributes.size)).toContain(4);
});

it('is asked for in some forms alone', () => {
  const kind = kindOf('core.id.empty');
  const only = [{ binding: 'kafka', mode: 'binary' }] as const;
  const forms = kind && sample(violations(kind, only), 's', 20).map(({ form }) => form);
  expect(new Set(forms?.map(carrierOf))).toEqual(new Set(['kafka-binary']));
});
