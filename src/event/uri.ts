// The types URI and URI-reference of "Type System", by the grammar of RFC 3986 (a URL parser repairs what it reads).
// Every check is a search for a foreign character, so no input makes a regular expression backtrack.
import { isIPv6 } from 'node:net';

const UNRESERVED = 'A-Za-z0-9\\-._~';
const SUB_DELIMS = "!$&'()*+,;=";
const PCHAR = `${UNRESERVED}${SUB_DELIMS}:@`;

/** Finds a character outside a set, or a percent sign that starts no escape. */
function foreignTo(set: string): RegExp {
  return new RegExp(`[^${set}%]|%(?![0-9A-Fa-f]{2})`);
}

const NOT_USERINFO = foreignTo(`${UNRESERVED}${SUB_DELIMS}:`);
const NOT_REG_NAME = foreignTo(`${UNRESERVED}${SUB_DELIMS}`);
const NOT_PATH = foreignTo(`${PCHAR}/`);
const NOT_QUERY = foreignTo(`${PCHAR}/?`);
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/;
const IP_FUTURE = /^v[0-9A-F]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+$/i;

/**
 * Whether a text is an absolute URI (RFC 3986, section 4.3). A fragment, which that grammar leaves out, is tolerated
 * (position A04): real `dataschema` values have one.
 */
export function isAbsoluteUri(text: string): boolean {
  return kindOfReference(text) === 'absolute';
}

/** Whether a text is a URI-reference (RFC 3986, section 4.1). The empty text is one. */
export function isUriReference(text: string): boolean {
  return kindOfReference(text) !== undefined;
}

function kindOfReference(text: string): 'absolute' | 'relative' | undefined {
  const [beforeFragment, fragment] = split(text, '#');
  const [hierarchy, query] = split(beforeFragment, '?');
  if (NOT_QUERY.test(fragment) || NOT_QUERY.test(query)) return undefined;

  // A colon before any slash ends a scheme: the first segment of a relative path may hold none (path-noscheme).
  const [firstSegment] = split(hierarchy, '/');
  const colon = firstSegment.indexOf(':');
  if (colon === -1) return isHierarchy(hierarchy) ? 'relative' : undefined;
  if (!SCHEME.test(firstSegment.slice(0, colon))) return undefined;
  return isHierarchy(hierarchy.slice(colon + 1)) ? 'absolute' : undefined;
}

function isHierarchy(text: string): boolean {
  if (!text.startsWith('//')) return !NOT_PATH.test(text);
  const slash = text.indexOf('/', 2);
  const end = slash === -1 ? text.length : slash;
  return isAuthority(text.slice(2, end)) && !NOT_PATH.test(text.slice(end));
}

function isAuthority(text: string): boolean {
  const at = text.indexOf('@');
  if (at !== -1 && NOT_USERINFO.test(text.slice(0, at))) return false;
  const hostAndPort = text.slice(at + 1);
  if (hostAndPort.startsWith('[')) {
    const [literal, port] = split(hostAndPort.slice(1), ']');
    return hostAndPort.includes(']') && isIpLiteral(literal) && /^(?::[0-9]*)?$/.test(port);
  }
  const [host, port] = split(hostAndPort, ':');
  return !NOT_REG_NAME.test(host) && !/[^0-9]/.test(port);
}

function isIpLiteral(text: string): boolean {
  // The grammar knows no zone identifier, isIPv6 does.
  return (isIPv6(text) && !text.includes('%')) || IP_FUTURE.test(text);
}

/** A text before and after the first occurrence of a separator; nothing after it if it does not occur. */
function split(text: string, separator: string): readonly [before: string, after: string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
