// Events for expressions: with the required attributes, and any of the others.
import fc from 'fast-check';
import type { AttributeValue, CloudEvent } from '../../event/types.js';
import type { AttributeSource } from './types.js';

/** A valid event that has some of these attributes, without data. */
export function eventWith(sources: readonly AttributeSource[]): fc.Arbitrary<CloudEvent> {
  const values = sources.map(({ values: some, isRequired }) =>
    isRequired === true ? some : fc.option<AttributeValue, undefined>(some, { nil: undefined }),
  );
  return fc.tuple(...values).map((drawn) => {
    const attributes = new Map<string, AttributeValue>();
    for (const [index, { name }] of sources.entries()) {
      const value = drawn[index];
      if (value !== undefined) attributes.set(name, value);
    }
    return { attributes };
  });
}
