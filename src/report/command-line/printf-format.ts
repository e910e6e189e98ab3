// Bytes as the format of printf, which every POSIX shell has built in.

/**
 * What stands for itself between single quotes, and means nothing to printf. Neither `!` nor `$` nor a backquote is among them: they
 * would be safe, were it not for shells that look for them before they look at quotes.
 */
const ITSELF = /[^A-Za-z0-9 "#&()*+,./:;<=>?@[\]^_{|}~-]/g;

/**
 * The format in single quotes that prints exactly these bytes. `bytes` holds one character a byte. Other bytes are written in octal,
 * always in three digits, so that a digit can follow (POSIX, XBD chapter 5).
 */
export function printfFormat(bytes: string): string {
  // What begins with a hyphen would be an option.
  const first = bytes.startsWith('-') ? octal('-') : bytes.charAt(0).replace(ITSELF, octal);
  return `'${first}${bytes.slice(1).replace(ITSELF, octal)}'`;
}

const octal = (byte: string): string => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
