// The strings of a PUBLISH, from the bytes of header lines to what mqtt.js takes. Most are plain ASCII, which is as long as it looks.
import type { HeaderLine } from '../../binding/types.js';
import { textOfValue } from '../../binding/utf8-value.js';
import { MOST_STRING_BYTES } from './topic.js';

/** What strings can say of themselves before a broker sees them. */
export type PublishStrings =
  | {
      readonly kind: 'strings';
      readonly pairs: readonly HeaderLine[];
      /** Bytes of all on the wire, with their lengths. */
      readonly bytes: number;
      /** One of them holds what a broker may take for malformed. */
      readonly isStrange: boolean;
    }
  | { readonly kind: 'no-utf8' | 'too-long' };

const PLAIN = /^[\x20-\x7e]*$/;

/** Each string begins with its length (MQTT 5, section 1.5.4). */
const LENGTH_BYTES = 2;

/** User properties, and the Content Type. */
export function publishStrings(lines: readonly HeaderLine[], contentType: string | undefined): PublishStrings {
  const pairs: HeaderLine[] = [];
  let bytes = 0;
  let isTooLong = false;
  let strange = false;

  function measure(text: string, isPlain: boolean): void {
    const length = isPlain ? text.length : Buffer.byteLength(text);
    bytes += LENGTH_BYTES + length;
    isTooLong ||= length > MOST_STRING_BYTES;
    strange ||= !isPlain && isStrange(text);
  }
  for (const [name, value] of lines) {
    const [isPlainName, isPlainValue] = [PLAIN.test(name), PLAIN.test(value)];
    const text = isPlainValue ? value : textOfValue(value);
    if (text === undefined || (!isPlainName && hasNoUtf8(name))) return { kind: 'no-utf8' };
    measure(name, isPlainName);
    measure(text, isPlainValue);
    pairs.push([name, text]);
  }
  if (contentType !== undefined) {
    const isPlain = PLAIN.test(contentType);
    if (!isPlain && hasNoUtf8(contentType)) return { kind: 'no-utf8' };
    measure(contentType, isPlain);
  }
  return isTooLong ? { kind: 'too-long' } : { kind: 'strings', pairs, bytes, isStrange: strange };
}

/**
 * Whether a string holds U+0000, which MQTT forbids, or control characters and noncharacters, which brokers may take for malformed
 * (MQTT 5, section 1.5.4). Mosquitto closes the connection for each of them.
 */
export const isStrange = (text: string): boolean => /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(text);

const hasNoUtf8 = (text: string): boolean => /\p{Surrogate}/u.test(text);
