// Apart from the other tests of raw members, which measure by JSON.parse: once Node 26 has parsed {"a":0,"\\":0}, it takes
// {"a":0,"\"":0} for the same names.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../src/event/utf8.js';
import { rawMembers } from '../../src/format/raw-members.js';

test('names with backslashes and quotes are read as they were written', () => {
  const names = fc.array(
    fc.oneof(
      fc.constantFrom('\\', '"', '\\"', 'a\\', '\\\\', 'a'),
      fc.string({ unit: fc.constantFrom('\\', '"', 'n') }),
    ),
  );
  fc.assert(
    fc.property(names, (written) => {
      const text = `{${written.map((one, index) => `${JSON.stringify(one)}:${index}`).join(',')}}`;
      const [members = []] = rawMembers(encodeUtf8(text)) ?? [];
      expect(members.map(({ name, value }) => [name, value])).toEqual(written.map((one, index) => [one, index]));
    }),
    { numRuns: 1000 },
  );
});
