import { expect, test } from 'vitest';
import { lines } from '../../../src/site/parts/lines.js';

test('line ends and tabs stay, and everything else that hides is shown', () => {
  const shown = (text: string | readonly string[]): string =>
    lines(text)
      .map(({ html }) => html)
      .join('');
  expect(shown('a <b>\n\tc\r\u202e')).toBe('a &lt;b&gt;\n\tc\\u{d}\\u{202e}');
  expect(shown(['a', 'b'])).toBe('a\nb');
});
