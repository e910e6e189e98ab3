import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/binding/encode-message.js';
import { carrierOf } from '../../../src/engine/carriers.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { validate } from '../../../src/event/validate.js';
import { sample } from '../../../src/generate/sample.js';
import { TRAITS } from '../../../src/generate/traits/traits.js';
import type { Trait } from '../../../src/generate/traits/types.js';
import { PLAIN } from '../../../src/generate/writing/types.js';
import { loadRegistry } from '../../../suites/registry.js';

const { requirements } = loadRegistry();
const HTTP_BINARY: Form = { binding: 'http', mode: 'binary' };
const STRUCTURED: Form = { binding: 'http', mode: 'structured' };

const exercised = (trait: Trait, event: CloudEvent, form: Form): boolean =>
  [...event.attributes.keys(), 'data'].some((name) => trait.has(event, form, name, { ...PLAIN, ...trait.spelling }));

const eventOf = (changed: Readonly<Record<string, string | number>>, data?: CloudEvent['data']): CloudEvent => ({
  attributes: new Map(Object.entries({ specversion: '1.0', id: 'a', source: '/', type: 'a', ...changed })),
  ...(data && { data }),
});

/** The requirement that a difference in this attribute is about. */
const first = (event: CloudEvent, form: Form, attribute: string): string | undefined =>
  TRAITS.find(
    ({ forms, has }) => forms.some((one) => carrierOf(one) === carrierOf(form)) && has(event, form, attribute),
  )?.requirement;

describe.each(TRAITS.map((trait) => [trait.requirement, trait] as const))('%s', (id, trait) => {
  it('is a requirement of receivers, about what they have to understand', () => {
    const requirement = requirements.get(id);
    expect(['receiver', 'any']).toContain(requirement?.role);
    expect(requirement?.code).toBe('pos');
  });

  it('is in forms that there are', () => {
    expect(trait.forms.map(carrierOf)).not.toContain(undefined);
    expect(trait.forms.length).toBeGreaterThan(0);
  });

  it('is in every event that is drawn for it, and they are valid', () => {
    for (const event of sample(trait.event, id, 60)) {
      expect(validate(event, 'main')).toEqual([]);
      expect(trait.forms.filter((form) => !exercised(trait, event, form))).toEqual([]);
    }
  });
});

it('is one of each requirement', () => {
  expect(new Set(TRAITS.map(({ requirement }) => requirement)).size).toBe(TRAITS.length);
});

it('is not in the most ordinary event, but for what every event has', () => {
  const plain = eventOf({});
  const everywhere = TRAITS.filter((trait) => trait.has(plain, STRUCTURED, 'id')).map(({ requirement }) => requirement);
  expect(everywhere).not.toContain('core.type.str');
  expect(everywhere).not.toContain('json.env.syntax');
  expect(first(plain, HTTP_BINARY, 'id')).toBe('core.attr.minimal');
});

it.each<[string, CloudEvent, Form, string]>([
  ['http.dec.plus', eventOf({ subject: 'a+b' }), HTTP_BINARY, 'subject'],
  ['http.dec.once', eventOf({ subject: '%41' }), HTTP_BINARY, 'subject'],
  ['http.dec.pct', eventOf({ subject: '\ufeffa' }), HTTP_BINARY, 'subject'],
  ['core.type.str', eventOf({ subject: '\ufeffa' }), STRUCTURED, 'subject'],
  ['core.type.int-bounds', eventOf({ n: -2147483648 }), HTTP_BINARY, 'n'],
  ['json.type.int-in', eventOf({ n: 7 }), STRUCTURED, 'n'],
  ['core.type.time', eventOf({ time: '0099-01-01T00:00:00Z' }), STRUCTURED, 'time'],
  ['http.bin.empty-value', eventOf({ e: '' }), HTTP_BINARY, 'e'],
  ['core.ext.empty-string', eventOf({ e: '' }), STRUCTURED, 'e'],
  ['core.ext.unknown', eventOf({ constructor: 'a' }), STRUCTURED, 'constructor'],
  ['json.read.string', eventOf({}, { kind: 'json', value: '{"a":1}' }), STRUCTURED, 'data'],
  [
    'json.read.b64',
    eventOf({ datacontenttype: 'image/png' }, { kind: 'binary', bytes: Uint8Array.of(1) }),
    STRUCTURED,
    'data',
  ],
  [
    'http.bin.body',
    eventOf({ datacontenttype: 'image/png' }, { kind: 'binary', bytes: Uint8Array.of(1) }),
    HTTP_BINARY,
    'data',
  ],
])('%s is what a difference there is named after', (requirement, event, form, attribute) => {
  expect(first(event, form, attribute)).toBe(requirement);
});
