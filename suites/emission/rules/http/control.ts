// HTTP binding, 3.1.3.2: control characters, which no attribute may hold, are better encoded than written.
import type { HttpMessage } from '../../../../src/binding/types.js';
import { KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { attributeLines } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { expectedHeader, unencoded } from './encoding-rule.js';
import { surelyDecoded } from './own-escapes.js';
import { writtenValues } from './written-values.js';

/** A control character that a producer lets through is percent-encoded. Whoever leaves it out has not let it through. */
export const ENC_CONTROL: EmissionRule<HttpMessage> = binaryRule('http.enc.control', (message, event) => {
  if (event === undefined) {
    const parts = attributeLines(message).flatMap((line): readonly Shown[] => {
      if (RAW.test(line.raw)) return [unencoded(WHAT, line.name, [line.raw])];
      return CONTROL.test(surelyDecoded(line) ?? '') ? [KEPT] : [];
    });
    return weigh(parts, `no header shows what becomes of ${WHAT}`);
  }
  const parts = writtenValues(message, event)
    .filter(({ value }) => CONTROL.test(value))
    .map(({ name, value, lines, written }): Shown => {
      if (lines?.some((raw) => RAW.test(raw))) return unencoded(WHAT, name, lines, expectedHeader(name, value));
      if (written.kind === 'once') return KEPT;
      return silent(`the control character did not come out in ${name}, or as a byte outside ASCII`);
    });
  return weigh(parts, `no attribute was to hold ${WHAT}`);
});

const WHAT = 'a control character';
const CONTROL = /[\0-\x1f\x7f-\x9f]/;

/** Those that are one byte: the others are outside ASCII, and the matter of `http.enc.ascii` where they stand as they are. */
const RAW = /[\0-\x1f\x7f]/;
