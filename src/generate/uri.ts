// The types URI and URI-reference of "Type System" (RFC 3986).
//
//   URI           = scheme ":" hier-part [ "?" query ] [ "#" fragment ]
//   hier-part     = "//" authority path-abempty / path-absolute / path-rootless / path-empty
//   relative-ref  = ( "//" authority path-abempty / path-absolute / path-noscheme / path-empty ) [ "?" … ] [ "#" … ]
//   authority     = [ userinfo "@" ] host [ ":" port ]
//   pchar         = unreserved / pct-encoded / sub-delims / ":" / "@"
import fc from 'fast-check';

const UNRESERVED = 'abzAZ059-._~';
const SUB_DELIMS = "!$&'()*+,;=";

const oneOf = (set: string): fc.Arbitrary<string> => fc.constantFrom(...set);
const escaped = fc
  .tuple(oneOf('0123456789ABCDEF'), oneOf('0123456789abcdefABCDEF'))
  .map(([high, low]) => `%${high}${low}`);
const anyOf = (set: string, most: number, least = 0): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof({ arbitrary: oneOf(set), weight: 9 }, { arbitrary: escaped, weight: 1 }),
    minLength: least,
    maxLength: most,
  });

const pchars = `${UNRESERVED}${SUB_DELIMS}:@`;
const segment = anyOf(pchars, 6);
const segmentNz = anyOf(pchars, 6, 1);
const segmentNzNc = anyOf(pchars.replace(':', ''), 6, 1);
const rest = fc.array(segment, { maxLength: 3 }).map((segments) => segments.map((one) => `/${one}`).join(''));

const scheme = fc.oneof(
  fc.constantFrom('https', 'http', 'urn', 'mailto', 'tag', 'file'),
  fc.stringMatching(/^[a-z][a-z0-9+.-]{0,6}$/),
);
const host = fc.oneof(
  {
    arbitrary: fc.constantFrom('conform.example', 'xn--e1afmkfd.example', '127.0.0.1', '[2001:db8::1]', ''),
    weight: 3,
  },
  { arbitrary: fc.stringMatching(/^[a-z0-9-]{1,8}$/), weight: 1 },
);
const authority = fc
  .tuple(fc.option(anyOf(`${UNRESERVED}${SUB_DELIMS}:`, 5)), host, fc.option(fc.integer({ min: 0, max: 65_535 })))
  .map(([user, name, port]) => `${user === null ? '' : `${user}@`}${name}${port === null ? '' : `:${port}`}`);

const network = fc.tuple(authority, rest).map(([place, path]) => `//${place}${path}`);
const absolutePath = fc.tuple(segmentNz, rest).map(([first, more]) => `/${first}${more}`);
const rootless = fc.tuple(segmentNz, rest).map(([first, more]) => first + more);
const noScheme = fc.tuple(segmentNzNc, rest).map(([first, more]) => first + more);

const tail = fc
  .tuple(fc.option(anyOf(`${pchars}/?`, 6)), fc.option(anyOf(`${pchars}/?`, 6)))
  .map(([query, fragment]) => (query === null ? '' : `?${query}`) + (fragment === null ? '' : `#${fragment}`));

/** An absolute URI, at times with a fragment (position A04). */
export const uri: fc.Arbitrary<string> = fc
  .tuple(scheme, fc.oneof(network, absolutePath, rootless), tail)
  .map(([name, hierarchy, end]) => `${name}:${hierarchy}${end}`);

/** A URI-reference of at least one character. */
export const uriReference: fc.Arbitrary<string> = fc
  .oneof(
    uri,
    fc.tuple(fc.oneof(network, absolutePath, noScheme), tail).map((parts) => parts.join('')),
    tail,
  )
  .filter((reference) => reference !== '');
