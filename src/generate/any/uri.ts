// The types URI and URI-reference of "Type System" (RFC 3986), drawn fast: a beginning of a table, then characters of a path.
import fc from 'fast-check';
import { manyEvenly } from '../evenly.js';

/** What a path may hold anywhere. Percent sequences in a URI are characters like any other to the bindings (position A31). */
const PATH: readonly string[] = [...'abzAZ059-._~!$&()*+,;=@/', "'", '%20', '%2F', '%c3%a9', '%25', '+', '+', '//'];

/** Absolute, up to where a path of any characters can follow. */
const ABSOLUTE = [
  'https://conform.example/',
  'http://127.0.0.1:8080/',
  'https://user:pass@conform.example:443/',
  'http://[2001:db8::1]/',
  'HTTPS://CONFORM.EXAMPLE/',
  'urn:uuid:',
  'urn:example:a:b:',
  'mailto:a@',
  'tag:conform.example,2018:',
  'file:///',
  'x-y.z+1:',
  'https://conform.example/?',
  'https://conform.example?q=',
] as const;

/** The rest of what a reference may begin with. */
const RELATIVE = [
  '/',
  'a',
  './',
  '../',
  '//conform.example/',
  '?',
  '#',
  '/a/b?c=d#',
  '1-555-123-4567/',
  'a/b:c/',
  '%20',
] as const;

const path = manyEvenly(PATH.length - 1, { minLength: 0, maxLength: 6 }).map((draws) => {
  let text = '';
  for (const draw of draws) text += PATH[draw] ?? '';
  return text;
});

// Two slashes behind a scheme, or at the beginning, would make an authority of what follows.
const join = ([beginning, rest]: readonly [string, string]): string =>
  beginning + (rest.startsWith('/') ? rest.replace(/^\/+/, '') : rest);

/** An absolute URI. It has no fragment, which the grammar leaves out and practice has (position A04). */
export const anyUri: fc.Arbitrary<string> = fc.tuple(fc.constantFrom(...ABSOLUTE), path).map(join);

/** A URI-reference of at least one character. */
export const anyUriReference: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...RELATIVE, ...ABSOLUTE), path)
  .map(join);
