// HTTP binding, 3.1.3.2: the worked example.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { attributeLines, shownHeader } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { expectedHeader } from './encoding-rule.js';
import { surelyDecoded } from './own-escapes.js';
import { writtenValues } from './written-values.js';

const EXAMPLE = 'Euro \u20ac \u{1f600}';

/** The value of the example comes out decodable. Lower-case digits and escapes beyond need are other rules. */
export const ENC_EXAMPLE: EmissionRule<HttpMessage> = binaryRule('http.enc.example', (message, event) => {
  if (event === undefined) {
    const isShown = attributeLines(message).some(
      (line) => surelyDecoded(line) === EXAMPLE && !/[^\x21-\x7e]/.test(line.raw),
    );
    return isShown ? KEPT : silent('no attribute has the value of the example');
  }
  const parts = writtenValues(message, event)
    .filter(({ value }) => value === EXAMPLE)
    .map(({ name, value, lines, written }): Shown => {
      if (written.kind === 'missing') return silent(`${name} did not come out`);
      if (written.kind === 'once' && !/[^\x21-\x7e]/.test(written.content)) return KEPT;
      const message = 'the value of the example is not encoded as the example says';
      return broken(message, expectedHeader(name, value), shownHeader(`ce-${name}`, lines));
    });
  return weigh(parts, 'no attribute was to have the value of the example');
});
