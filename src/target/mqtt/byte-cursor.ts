// Walks through bytes that may end too soon: then it gives zeros and empty parts, and says so in the end.

export interface ByteCursor {
  uint8(): number;
  uint16(): number;
  /** A variable byte integer (MQTT 5, section 1.5.5). */
  varint(): number;
  /** The next bytes as text; bytes that are not UTF-8 are U+FFFD there. */
  text(count: number, encoding: 'utf8' | 'latin1'): string;
  skip(count: number): void;
  /** A copy of all that is left. */
  rest(): Uint8Array;
  /** Where it stands. */
  position(): number;
  /** How many bytes are left. */
  left(): number;
  /** Whether more was asked for than there was. */
  isBroken(): boolean;
}

const MOST_DIGITS = 4;

export function byteCursor(source: Buffer): ByteCursor {
  let at = 0;
  let broken = false;

  function uint8(): number {
    const byte = source[at];
    broken ||= byte === undefined;
    at += 1;
    return byte ?? 0;
  }
  function skip(count: number): void {
    broken ||= at + count > source.length;
    at += count;
  }
  return {
    uint8,
    uint16: () => uint8() * 256 + uint8(),
    varint() {
      let value = 0;
      for (let digit = 0; digit < MOST_DIGITS; digit++) {
        const byte = uint8();
        value += (byte & 0x7f) * 128 ** digit;
        if (byte < 0x80) return value;
      }
      broken = true;
      return 0;
    },
    text(count, encoding) {
      skip(count);
      return broken ? '' : source.toString(encoding, at - count, at);
    },
    skip,
    rest: () => new Uint8Array(source.subarray(at)),
    position: () => at,
    left: () => Math.max(0, source.length - at),
    isBroken: () => broken,
  };
}
