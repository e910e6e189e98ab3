// Double-quoted header values, which older versions of the binding wrote and every receiver still has to read.

/**
 * The content of a quoted string (RFC 7230, section 3.2.6), backslash escapes processed. A value that is not quoted from
 * its first to its last character is returned as it is: nothing says what half a quotation means (position A34).
 */
export function unquote(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  let content = '';
  for (let at = 1; at < raw.length; at++) {
    if (raw[at] === '"') return at === raw.length - 1 ? content : raw;
    if (raw[at] === '\\') at++;
    content += raw[at] ?? '';
  }
  return raw;
}
