// Header values of HTTP with percent sequences that nothing asks for (HTTP binding, section 3.1.3.2; position A39).
import { CodeUnits } from './code-units.js';

const written = new CodeUnits();

/**
 * A value of the same meaning, of one that is encoded: a third of the other characters too. The digits are capitals, small
 * letters, or of either case, by the length of the value.
 */
export function escapeHeader(value: string): string {
  const kind = value.length % 3;
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    const isLower = kind === 1 || (kind === 2 && at % 2 === 1);
    if (unit === PERCENT) {
      const last = at + ENCODED - 1;
      for (; at < last; at++) written.push(cased(value.charCodeAt(at), isLower));
      written.push(cased(value.charCodeAt(at), isLower));
    } else if (unit > 0x7e || at % 3 !== 0) {
      written.push(unit);
    } else {
      written.push(PERCENT);
      written.pushHex(unit, 2, isLower);
    }
  }
  return written.take();
}

const PERCENT = 0x25;

const cased = (unit: number, isLower: boolean): number =>
  isLower && unit >= CAPITAL_A && unit <= CAPITAL_F ? unit + TO_SMALL : unit;

const [CAPITAL_A, CAPITAL_F, TO_SMALL] = [0x41, 0x46, 0x20] as const;

/** Characters of what is encoded: the sign and two digits. */
const ENCODED = 3;
