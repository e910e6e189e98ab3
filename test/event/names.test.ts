import { describe, expect, it } from 'vitest';
import { isAttributeName, isCoreAttribute, OPTIONAL_ATTRIBUTES, REQUIRED_ATTRIBUTES } from '../../src/event/names.js';

describe('the attributes of the core', () => {
  it('are the eight of the specification', () => {
    expect(REQUIRED_ATTRIBUTES).toEqual(['id', 'source', 'specversion', 'type']);
    expect(OPTIONAL_ATTRIBUTES).toEqual(['datacontenttype', 'dataschema', 'subject', 'time']);
  });

  it.each([...REQUIRED_ATTRIBUTES, ...OPTIONAL_ATTRIBUTES])('include %s', (name) => {
    expect(isCoreAttribute(name)).toBe(true);
  });

  it.each(['data', 'Id', '', 'constructor', '__proto__', 'toString', 'traceparent'])('do not include %j', (name) => {
    expect(isCoreAttribute(name)).toBe(false);
  });
});

describe.each(['1.0.2', 'main'] as const)('an attribute name on %s', (spec) => {
  it.each(['id', '1st', '0', 'constructor', 'a'.repeat(64), 'az09'])('may be %j', (name) => {
    expect(isAttributeName(name, spec)).toBe(true);
  });

  it.each(['Foo', 'my_ext', 'my-ext', 'my.ext', 'é', '__proto__', 'a b', 'a\n', 'ａ', '٣', '`', '{', '/', ':'])(
    'may not be %j',
    (name) => {
      expect(isAttributeName(name, spec)).toBe(false);
    },
  );
});

it.each(['', 'data'])('only main forbids %j', (name) => {
  expect(isAttributeName(name, '1.0.2')).toBe(true);
  expect(isAttributeName(name, 'main')).toBe(false);
});
