import { describe, expect, it } from 'vitest';
import { binary, expectUnchanged, REQUIRED, shown, structured } from './answers.js';

describe('core.type.str-nonchar/last-plane', () => {
  const name = 'core.type.str-nonchar/last-plane';

  it.each([structured({ ext: 'a\u{10fffe}' }), binary([['ce-ext', 'a%F4%8F%BF%BE']])])('allows U+10FFFE', (message) => {
    expect(shown(message).status).toBe(400);
    expect(shown(message, name)).toEqual({ status: 200, json: { ...REQUIRED, ext: 'a\u{10fffe}' } });
  });

  it('refuses every other one, beside it too, and whatever else is wrong', () => {
    expectUnchanged(name, [
      ...['\u{10ffff}', '\u{ffffe}', '\ufffe', '\ufdd0', '\u{10fffe}\u{10ffff}', '\u{10fffe}\u0001'].map((ext) =>
        structured({ ext }),
      ),
      structured({ ext: '\u{10fffe}', time: 'now' }),
      structured({ ext: '\u{10fffd}' }),
    ]);
  });
});
