// The end of a stream of text, such as stderr, and how much of it came since a moment.

/** As much as is kept beside an exchange. */
const MOST_BYTES = 4096;

export interface OutputTail {
  push(chunk: Buffer): void;
  /** How many bytes came so far. */
  readonly position: number;
  /** What came since `position`, at most the last 4 KiB, or undefined if nothing did. Control characters are kept. */
  since(position: number): string | undefined;
}

export function createOutputTail(): OutputTail {
  let tail = Buffer.alloc(0);
  let total = 0;
  return {
    push(chunk) {
      total += chunk.length;
      // A copy, so that no large chunk is held for its end.
      tail = Buffer.concat([tail, chunk.subarray(-MOST_BYTES)]);
      if (tail.length > MOST_BYTES) tail = Buffer.from(tail.subarray(-MOST_BYTES));
    },
    get position() {
      return total;
    },
    since(position) {
      const length = Math.min(total - position, tail.length);
      return length <= 0 ? undefined : wholeCharacters(tail.subarray(-length)).toString('utf8');
    },
  };
}

// A cut may have left the last bytes of a character: they say nothing.
function wholeCharacters(bytes: Buffer): Buffer {
  let start = 0;
  while (start < Math.min(3, bytes.length) && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.subarray(start);
}
