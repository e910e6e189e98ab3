// Header text as the wire has it: one character for each byte (latin1), and the white space rule of RFC 9110, 5.5.

const TAB = 0x09;
const SPACE = 0x20;

/** Takes spaces and tabs (OWS) off both ends, and no other white space. Linear, whatever the text. */
export function trimOws(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isOws(text.charCodeAt(start))) start += 1;
  while (end > start && isOws(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isOws(code: number): boolean {
  return code === SPACE || code === TAB;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether a text is a token (RFC 9110, 5.6.2), as every header name and method must be. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

/** Whether a header value holds a control character other than the tab, which RFC 9110, 5.5 forbids. */
export function hasControl(text: string): boolean {
  return CONTROL.test(text);
}
