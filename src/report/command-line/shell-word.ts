// One argument of a command, quoted for a POSIX shell: whatever it holds, the shell hands over these bytes and runs none of them.
import { printfFormat } from './printf-format.js';

/** Needs no quotes, in no shell: zsh has a meaning for `=` at the beginning, others for `~` and `#`. */
const PLAIN = /^[A-Za-z0-9_./:@,-][A-Za-z0-9_./:@,=+-]*$/;
const PRINTABLE = /^[\x20-\x7e]*$/;

/** Why no argument can hold these bytes exactly: a part of a sentence. Undefined where one can. */
export function wordFlaw(bytes: string): string | undefined {
  if (bytes.includes('\0')) return 'holds a NUL, which ends every argument';
  if (bytes.endsWith('\n')) return 'ends with a line break, which a shell takes off';
  return undefined;
}

/**
 * The word that a shell makes this argument of. `bytes` holds one character a byte, and has no `wordFlaw`. The word is printable
 * ASCII: other bytes are printed by a command in its place, which loses nothing but line breaks at the end.
 */
export function shellWord(bytes: string): string {
  if (PLAIN.test(bytes)) return bytes;
  if (PRINTABLE.test(bytes)) return `'${bytes.replaceAll("'", "'\\''")}'`;
  return `"$(printf ${printfFormat(bytes)})"`;
}
