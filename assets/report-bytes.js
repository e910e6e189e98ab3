// @ts-check
// Bytes as text or as hexadecimal digits. Long ones are folded, and very long ones are cut: the JSON report has all.

/** Characters or bytes shown at first, and at most. */
const [FOLDED, MOST_SHOWN] = [2000, 200_000];

/** @param {ByteString} value */
function bytesOf(value) {
  if ('text' in value) return new TextEncoder().encode(value.text);
  return Uint8Array.from(atob(value.base64), (letter) => letter.charCodeAt(0));
}

/**
 * @param {ByteString} value
 * @param {boolean} isHex
 * @param {string} label what a screen reader calls it
 */
function bytesBox(value, isHex, label) {
  if ('text' in value && !isHex) return foldedBox(value.text, label);
  const bytes = bytesOf(value);
  return hexBox(bytes, label);
}

/** Text with its unseen characters shown. @param {string} text @param {string} label */
function foldedBox(text, label) {
  return folded(text.length, 'character', label, (most) => visible(wholeStart(text, most)));
}

/** @param {Uint8Array} bytes @param {string} label */
function hexBox(bytes, label) {
  const wide = matchMedia('(min-width: 40rem)').matches ? 16 : 8;
  const box = folded(bytes.length, 'byte', label, (most) => [hexDump(bytes.subarray(0, most), wide)]);
  box.classList.add('hex');
  return box;
}

/** Never half of a pair of surrogates. @param {string} text @param {number} most */
function wholeStart(text, most) {
  const start = text.slice(0, most);
  return start.length < text.length ? start.replace(/[\ud800-\udbff]$/, '') : start;
}

/**
 * @param {number} length
 * @param {string} unit
 * @param {string} label
 * @param {(most: number) => (Node | string)[]} show
 */
function folded(length, unit, label, show) {
  const code = el('code', {}, length === 0 ? el('span', { class: 'dim' }, 'empty') : show(FOLDED));
  const pre = el('pre', { tabindex: '0', role: 'group', 'aria-label': label }, code);
  const box = el('div', { class: 'bytes' }, pre);
  if (length <= FOLDED) return box;
  const all = length <= MOST_SHOWN;
  const text = all
    ? `Show all ${counted(length, unit)}`
    : `Show the first ${counted(MOST_SHOWN, unit)} of ${counted(length, unit)}; the JSON report has all`;
  const more = el('button', { type: 'button', class: 'more' }, text);
  more.addEventListener('click', () => {
    code.replaceChildren(...show(MOST_SHOWN), ...(all ? [] : [el('span', { class: 'ctl' }, '… cut here')]));
    pre.focus();
    more.remove();
  });
  box.append(more);
  return box;
}

/** Offset, digits, and the readable ones. @param {Uint8Array} bytes @param {number} wide bytes of one line */
function hexDump(bytes, wide) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += wide) {
    const row = [...bytes.subarray(at, at + wide)];
    const digits = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const readable = row.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${at.toString(16).padStart(6, '0')}  ${digits.padEnd(wide * 3 - 1)}  ${readable}`);
  }
  return lines.join('\n');
}
