// Bytes on one line: as text where they are text, else as hexadecimal digits with the readable ones beside them.
import { type ByteString, fromByteString } from '../../event/byte-string.js';
import { ELLIPSIS, isSafe, safe } from './safe.js';

/** The short escapes that every reader knows; all other unsafe code points look as `safe` shows them. */
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** More unsafe characters than one in so many, and the bytes are no text to read. */
const UNSAFE_SHARE = 4;

/** Characters before the point of interest that are kept when the beginning is cut away. */
const LEAD = 12;

/** One line of at most `max` code points. Where `focus` lies beyond the end of it, the line begins shortly before. */
export function showBytes(value: ByteString, max: number, focus: string = ''): string {
  const bytes = fromByteString(value);
  if (bytes.length === 0) return 'nothing';
  return 'text' in value && isReadable(value.text) ? showText(value.text, max, focus) : showHex(bytes, max);
}

function isReadable(text: string): boolean {
  const characters = [...text.slice(0, 1024)];
  const unsafe = characters.filter((character) => SHORT[character] === undefined && !isSafe(character)).length;
  return unsafe * UNSAFE_SHARE <= characters.length;
}

function showText(text: string, max: number, focus: string): string {
  const at = focus === '' ? -1 : text.indexOf(focus);
  const start = at + focus.length > max - LEAD ? Math.max(0, at - LEAD) : 0;
  const shown = text.slice(start).replaceAll(/[\n\r\t]/g, (character) => SHORT[character] ?? character);
  return start === 0 ? safe(shown, max) : `${ELLIPSIS}${safe(shown, max - 1)}`;
}

// `ff fe 41 42 |..AB| 4 bytes`: each byte takes four characters, the frame the rest.
function showHex(bytes: Uint8Array, max: number): string {
  const size = `${bytes.length} ${bytes.length === 1 ? 'byte' : 'bytes'}`;
  const room = Math.max(1, Math.floor((max - size.length - 6) / 4));
  const shown = Buffer.from(bytes.subarray(0, bytes.length > room ? room - 1 : room));
  const dots = shown.length < bytes.length ? ELLIPSIS : '';
  const hex = [...shown].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = shown.toString('latin1').replaceAll(/[^\x20-\x7e]/g, '.');
  return safe(`${hex}${dots} |${text}${dots}| ${size}`, max);
}
