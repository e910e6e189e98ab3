// Header values of Kafka and user properties of MQTT are UTF-8, without any further encoding.
import { decodeUtf8 } from '../event/utf8.js';

/** The value of a header line that holds a text; undefined for a text with an unpaired surrogate, which has no UTF-8. */
export const utf8Value = (text: string): string | undefined =>
  /\p{Surrogate}/u.test(text) ? undefined : Buffer.from(text, 'utf8').toString('latin1');

/** The text that the value of a header line holds; undefined where its bytes are not UTF-8. */
export function textOfValue(value: string): string | undefined {
  // A character that is no byte breaks the contract of header lines, and can be no part of UTF-8 either.
  if (/[^\x00-\xff]/.test(value)) return undefined;
  return decodeUtf8(Buffer.from(value, 'latin1'));
}
