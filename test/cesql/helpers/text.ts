// Any text, with code points of every kind and halves of pairs among them.
import fc from 'fast-check';

export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc
    .oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.constantFrom(0, 9, 10, 13, 0x27, 0x5c, 0x85, 0xa0, 0x2028, 0x202e, 0xd800, 0xdfff, 0xfeff, 0xffff),
      fc.integer({ min: 0, max: 0x10ffff }),
    )
    .map((point) => String.fromCodePoint(point)),
});
