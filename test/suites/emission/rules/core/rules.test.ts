// What holds for every rule of the core, whatever a producer emits.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttributeValue, CloudEvent, JsonValue } from '../../../../../src/event/types.js';
import { encodeUtf8 } from '../../../../../src/event/utf8.js';
import { readEmitted } from '../../../../../suites/emission/read-emitted.js';
import { CORE_RULES, CORE_STREAM_RULES } from '../../../../../suites/emission/rules/core.js';
import { loadRegistry } from '../../../../../suites/registry.js';

const ATTRIBUTES = ['id', 'source', 'specversion', 'type', 'datacontenttype', 'dataschema', 'subject', 'time', 'ext'];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '1.0', '\ud800', '%0A', '%FF', '"', '\0', '2024-02-29T12:34:56Z', 'text/plain', '__proto__'),
);
const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ATTRIBUTES, 'data', 'data_base64', '') }, text);
const value = fc.oneof(text, fc.double(), fc.integer(), fc.boolean());
const told: fc.Arbitrary<CloudEvent> = fc
  .array(fc.tuple(name, value as fc.Arbitrary<AttributeValue>))
  .map((entries) => ({ attributes: new Map(entries), data: { kind: 'json', value: null } }));

const header = fc.tuple(
  fc.oneof(
    name.map((each) => `ce-${each}`),
    fc.constantFrom('Content-Type', 'CE-ID', 'ce-'),
  ),
  fc.oneof(fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }), text),
);
const members = fc
  .array(fc.tuple(name, fc.oneof(value as fc.Arbitrary<JsonValue>, fc.jsonValue() as fc.Arbitrary<JsonValue>)))
  .map((entries) => `{${entries.map(([each, item]) => `${JSON.stringify(each)}:${JSON.stringify(item)}`).join(',')}}`);
const body = fc.oneof(
  fc.uint8Array(),
  members.map(encodeUtf8),
  fc.array(members).map((items) => encodeUtf8(`[${items.join(',')}]`)),
);
const label = fc.constantFrom(
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/json',
  '',
);
const emitted = fc
  .record({
    headers: fc.tuple(label, fc.array(header)).map(([type, lines]) => [['Content-Type', type] as const, ...lines]),
    body,
    mode: fc.constantFrom('binary', 'structured', 'batch', undefined),
  })
  .map(({ mode, ...message }) => readEmitted(message, mode));

describe('every rule of the core', () => {
  test.each(CORE_RULES.map((rule) => [rule.requirement, rule] as const))('%s throws for nothing', (_, rule) => {
    fc.assert(
      fc.property(emitted, fc.option(fc.array(told, { maxLength: 3 }), { nil: undefined }), (message, events) => {
        expect(['kept', 'broken', 'silent']).toContain(rule.check(message, events).kind);
      }),
      { numRuns: 300 },
    );
  });

  test.each(CORE_STREAM_RULES.map((rule) => [rule.requirement, rule] as const))(
    '%s throws for no stream',
    (_, rule) => {
      fc.assert(
        fc.property(fc.array(emitted, { maxLength: 5 }), (messages) => {
          expect(['kept', 'broken', 'silent']).toContain(rule.check(messages).kind);
        }),
      );
    },
  );

  test('says what is wrong in JSON', () => {
    fc.assert(
      fc.property(emitted, fc.constantFrom(...CORE_RULES), (message, rule) => {
        const shown = rule.check(message);
        expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
      }),
      { numRuns: 1000 },
    );
  });

  test('is there once, and for a requirement of producers', () => {
    const ids = CORE_RULES.map(({ requirement }) => requirement);
    expect(new Set(ids).size).toBe(ids.length);
    const { requirements } = loadRegistry();
    const others = ids.filter((id) => !['producer', 'any'].includes(requirements.get(id)?.role ?? ''));
    expect(others).toEqual([]);
  });
});
