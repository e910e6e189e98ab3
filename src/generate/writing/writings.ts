import fc from 'fast-check';
import type { Form } from '../../binding/encode-message.js';
import { evenly } from '../evenly.js';
import { PLAIN, type Spelling, type Writing } from './types.js';

/** Sizes of TCP segments; none is the smallest. Small ones cut characters of several bytes. */
const PIECES = [1024, 257, 61, 16, 7, 3, 2, 1] as const;

/** Out of a thousand spellings, how many leave the order alone, and how many are sent whole. */
const IN_ORDER = 400;
const WHOLE = 750;

const thousand = evenly(999);

const spelling: fc.Arbitrary<Spelling> = fc
  .tuple(
    thousand,
    fc.constantFrom<Spelling['style']>('spaced', 'wide'),
    fc.constantFrom<Spelling['escapes']>('none', 'needless'),
    fc.constantFrom<Spelling['names']>('lower', 'upper', 'mixed'),
    thousand,
  )
  .map(([order, style, escapes, names, pieces]) => {
    const size = pieces < WHOLE ? undefined : PIECES[pieces % PIECES.length];
    const spelt = { ...PLAIN, order: Math.max(0, order - IN_ORDER), style, escapes, names };
    return size === undefined ? spelt : { ...spelt, pieces: size };
  });

const plain: fc.Arbitrary<Spelling> = fc.constant(PLAIN);

/**
 * Ways to write an event, in one of these forms. They shrink to the first form, plainly spelt; segments are of HTTP alone.
 * There has to be a form.
 */
export function writings(forms: readonly Form[]): fc.Arbitrary<Writing> {
  return fc
    .tuple(fc.constantFrom(...forms), fc.oneof({ arbitrary: plain, weight: 1 }, { arbitrary: spelling, weight: 3 }))
    .map(([form, { pieces, ...spelt }]) => ({
      form,
      spelling: pieces === undefined || form.binding !== 'http' ? spelt : { ...spelt, pieces },
    }));
}
