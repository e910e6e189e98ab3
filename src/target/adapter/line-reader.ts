// Cuts a stream of bytes into lines. A line without an end costs at most the limit, however much of it comes.

/** A reply longer than this is none: the largest event that is ever asked for is far below. */
export const MAX_LINE_BYTES: number = 16 * 1024 * 1024;

export interface LineReader {
  push(chunk: Buffer): void;
  /** What stands behind the last line feed so far, at most its first 4 KiB. */
  rest(): Buffer;
  /** The stream ended: what stands behind the last line feed is a line, too. */
  end(): void;
}

export interface LineHandler {
  /** A line without its line feed, and without a carriage return before it. Only the last one may not be `whole`. */
  onLine(line: Buffer, whole: boolean): void;
  /** A line grew beyond the limit. Nothing is read any more. */
  onTooLong(): void;
}

/** As much of an unended line as anybody looks at. */
const MOST_REST = 4096;

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

export function createLineReader(handler: LineHandler, maxBytes: number = MAX_LINE_BYTES): LineReader {
  let kept: Buffer[] = [];
  let length = 0;
  let stopped = false;

  function keep(part: Buffer): void {
    length += part.length;
    if (part.length > 0) kept.push(part);
    if (length <= maxBytes) return;
    stopped = true;
    kept = [];
    length = 0;
    handler.onTooLong();
  }

  function give(whole: boolean): void {
    const [first] = kept;
    const line = kept.length === 1 && first !== undefined ? first : Buffer.concat(kept, length);
    kept = [];
    length = 0;
    handler.onLine(line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line, whole);
  }

  return {
    push(chunk) {
      let from = 0;
      while (!stopped) {
        const end = chunk.indexOf(LINE_FEED, from);
        keep(end === -1 ? chunk.subarray(from) : chunk.subarray(from, end));
        if (end === -1 || stopped) return;
        give(true);
        from = end + 1;
      }
    },
    rest() {
      return Buffer.concat(kept, Math.min(length, MOST_REST));
    },
    end() {
      if (!stopped && length > 0) give(false);
      stopped = true;
    },
  };
}
