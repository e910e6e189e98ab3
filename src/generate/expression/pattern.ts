// Patterns of LIKE (section 3.4.3).
//
//   pattern = *( "%" / "_" / "\%" / "\_" / any other character )
import fc from 'fast-check';
import { hasLiteral } from '../../cesql/quote.js';

const WILD: readonly string[] = ['%', '%', '_', '\\%', '\\_'];

/** Characters that values have, that regular expressions give a meaning to, and that are more than one unit or byte. */
const PLAIN: readonly string[] = ['a', 'b', 'A', '1', 'a', 'b'];
const ODD: readonly string[] = ['.', '*', '(', '[', '^', '$', '+', '\\', "'", '"', '\n', 'é', '😀'];

/** Any pattern that a literal can denote. */
export const pattern: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...WILD), weight: 4 },
      { arbitrary: fc.constantFrom(...PLAIN), weight: 5 },
      { arbitrary: fc.constantFrom(...ODD), weight: 1 },
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))
  .filter(hasLiteral);
