import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHttp } from '../../src/binding/http/decode.js';
import { encodeHttp } from '../../src/binding/http/encode.js';
import { differences } from '../../src/event/equal.js';
import { isCoreAttribute } from '../../src/event/names.js';
import type { CloudEvent } from '../../src/event/types.js';
import { validate } from '../../src/event/validate.js';
import { event } from '../../src/generate/event.js';
import { obeysTheLaws } from './helpers/laws.js';

const extensions = ({ attributes }: CloudEvent) => [...attributes].filter(([name]) => !isCoreAttribute(name));
const isValid = (one: CloudEvent): boolean =>
  (['1.0.2', 'main'] as const).every((spec) => validate(one, spec).length === 0);

describe('an event', () => {
  obeysTheLaws(event, {
    isLegal: isValid,
    kinds: {
      'no extension': (one) => extensions(one).length === 0,
      'no data': ({ data }) => data === undefined,
      'all attributes of the core': (one) => one.attributes.size - extensions(one).length === 8,
      'a Boolean': (one) => extensions(one).some(([, value]) => typeof value === 'boolean'),
      'an Integer': (one) => extensions(one).some(([, value]) => typeof value === 'number'),
      'an empty extension': (one) => extensions(one).some(([, value]) => value === ''),
      'five extensions': (one) => extensions(one).length === 5,
    },
    isSmall: ({ attributes }) => attributes.size === 4,
  });

  it.each(['binary', 'structured', 'batch'] as const)('goes through our own binding in %s mode', (mode) => {
    fc.assert(
      fc.property(event, (told) => {
        const decoded = decodeHttp(encodeHttp([told], mode));
        expect(decoded.kind).toBe('decoded');
        if (decoded.kind !== 'decoded') return;
        expect(decoded.value.mode).toBe(mode);
        expect(decoded.value.events.map((seen) => differences(told, seen))).toEqual([[]]);
      }),
      { numRuns: 300 },
    );
  });
});
