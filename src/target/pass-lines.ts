// Hands a stream of text on, line by line. A line without an end is handed on in pieces, so it costs no memory.
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

export type LineSink = (line: string) => void;

/** A line that is longer, in UTF-16 code units, is handed on in pieces of this length. */
const MOST = 4096;

/**
 * Hands on the lines of a stream without their line ends; what stands behind the last line feed is a line, too. Bytes that
 * are no UTF-8 are replaced. Resolves when the stream ends or is destroyed, never rejects.
 */
export function passLines(stream: Readable, onLine: LineSink): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  function push(text: string): void {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) give(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (rest.length > MOST) rest = giveWhole(rest);
  }
  const give = (line: string): void => {
    const left = giveWhole(line);
    if (left !== '' || line === '') onLine(left);
  };
  // Gives all the whole pieces, and back what is left. The halves of a surrogate pair stay together.
  function giveWhole(line: string): string {
    let from = 0;
    while (line.length - from > MOST) {
      const last = line.charCodeAt(from + MOST - 1);
      const to = from + MOST - (last >= 0xd800 && last < 0xdc00 ? 1 : 0);
      onLine(line.slice(from, to));
      from = to;
    }
    return line.slice(from);
  }
  return new Promise((resolve) => {
    stream.on('data', (chunk: Buffer) => push(decoder.write(chunk)));
    stream.on('error', () => undefined);
    stream.once('close', () => {
      push(decoder.end());
      if (rest !== '') give(rest);
      resolve();
    });
  });
}
