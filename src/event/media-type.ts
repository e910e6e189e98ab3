// Media types, which `datacontenttype` holds: the grammar of RFC 2045, section 5.1 that RFC 2046 builds on.

/** A media type in parts. Type, subtype and parameter names are in lower case, because their case means nothing. */
export interface MediaType {
  readonly type: string;
  readonly subtype: string;
  /** In the order met; quoted values without their quotes and escapes. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** The parts of a media type, or undefined if the text is none. Blanks may surround semicolons and equals signs. */
export function parseMediaType(text: string): MediaType | undefined {
  const type = tokenAt(text, 0);
  const subtype = text[type.length] === '/' ? tokenAt(text, type.length + 1) : '';
  if (type === '' || subtype === '') return undefined;
  const parameters: (readonly [string, string])[] = [];
  let at = afterBlanks(text, type.length + 1 + subtype.length);
  while (at < text.length) {
    const parameter = parameterAt(text, at);
    if (parameter === undefined) return undefined;
    parameters.push([parameter.name.toLowerCase(), parameter.value]);
    at = afterBlanks(text, parameter.end);
  }
  return { type: type.toLowerCase(), subtype: subtype.toLowerCase(), parameters };
}

/**
 * Whether a media type declares JSON: its subtype, stripped of parameters, is `json` or ends in `+json` (JSON format,
 * section 3.1.1). Case means nothing, and what follows the semicolon need not be well-formed.
 */
export function isJsonMediaType(text: string): boolean {
  const semicolon = text.indexOf(';');
  const name = (semicolon === -1 ? text : text.slice(0, semicolon)).trim().toLowerCase();
  const slash = name.indexOf('/');
  if (slash < 1 || name.includes('/', slash + 1)) return false;
  const subtype = name.slice(slash + 1);
  return subtype === 'json' || subtype.endsWith('+json');
}

/** Whether two media types mean the same: blanks, quoting, the order of parameters and the case of names do not count. */
export function sameMediaType(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [parseMediaType(one), parseMediaType(other)];
  return a !== undefined && b !== undefined && normalForm(a) === normalForm(b);
}

function normalForm({ type, subtype, parameters }: MediaType): string {
  // The names of charsets are the one kind of value whose case means nothing (RFC 2046, section 4.1.2).
  const values = parameters.map(([name, value]) => [name, name === 'charset' ? value.toLowerCase() : value]);
  return JSON.stringify([type, subtype, ...values.map((pair) => JSON.stringify(pair)).sort()]);
}

interface Scanned {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

/** Reads `; name=value`, with a token or a quoted string for a value. */
function parameterAt(text: string, start: number): Scanned | undefined {
  if (text[start] !== ';') return undefined;
  const nameStart = afterBlanks(text, start + 1);
  const name = tokenAt(text, nameStart);
  const equals = afterBlanks(text, nameStart + name.length);
  if (name === '' || text[equals] !== '=') return undefined;
  const valueStart = afterBlanks(text, equals + 1);
  if (text[valueStart] === '"') {
    const quoted = quotedAt(text, valueStart);
    return quoted === undefined ? undefined : { name, ...quoted };
  }
  const value = tokenAt(text, valueStart);
  return value === '' ? undefined : { name, value, end: valueStart + value.length };
}

function quotedAt(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return { value, end: at + 1 };
    if (text[at] === '\\') at++;
    const character = text[at] ?? '';
    // ASCII without line breaks and other controls: the qtext and quoted-pair of RFC 822.
    if (!/[\t\x20-\x7e]/.test(character)) return undefined;
    value += character;
  }
  return undefined;
}

/** The longest token at a position: printable ASCII without blanks and the tspecials of RFC 2045. */
function tokenAt(text: string, start: number): string {
  let end = start;
  while (/[!#$%&'*+\-.^_`{|}~0-9A-Za-z]/.test(text[end] ?? '')) end++;
  return text.slice(start, end);
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
