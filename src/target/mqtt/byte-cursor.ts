// Walks through bytes that may end too soon: then it gives zeros and empty parts, and says so in the end.

export interface ByteCursor {
  uint8(): number;
  uint16(): number;
  /** A variable byte integer (MQTT 5, section 1.5.5). */
  varint(): number;
  /** The next bytes, not copied. */
  bytes(count: number): Buffer;
  /** All that is left. */
  rest(): Buffer;
  isAtEnd(): boolean;
  /** Whether more was asked for than there was. */
  isBroken(): boolean;
}

const MOST_DIGITS = 4;

export function byteCursor(source: Buffer): ByteCursor {
  let at = 0;
  let broken = false;

  function bytes(count: number): Buffer {
    if (at + count > source.length) {
      broken = true;
      at = source.length;
      return Buffer.alloc(0);
    }
    at += count;
    return source.subarray(at - count, at);
  }
  const uint8 = (): number => bytes(1)[0] ?? 0;
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
    bytes,
    rest: () => bytes(source.length - at),
    isAtEnd: () => at >= source.length,
    isBroken: () => broken,
  };
}
