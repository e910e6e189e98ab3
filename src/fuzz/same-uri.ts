// Whether two URI-references differ by no more than normalization (RFC 3986, sections 6.2.2 and 6.2.3). CloudEvents does not
// say how URIs compare, so who writes an equivalent one has done nothing that a rule speaks of.
import { isUriReference } from '../event/uri.js';

/** RFC 3986, appendix B. */
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ws: '80', wss: '443', ftp: '21' };

/** Whether both are URI-references, and equivalent ones. An empty query or fragment is not the same as none. */
export const isSameUri = (one: string, other: string): boolean =>
  isUriReference(one) && isUriReference(other) && normalized(one) === normalized(other);

function normalized(reference: string): string {
  const [, scheme, authority, path = '', query = '', fragment = ''] = PARTS.exec(evenly(reference)) ?? [];
  const name = scheme?.toLowerCase();
  const isWhole = name !== undefined && authority !== undefined;
  const place = authority === undefined ? '' : `//${normalAuthority(authority, name)}`;
  const way = isWhole && path === '' ? '/' : path.startsWith('/') ? withoutDots(path) : path;
  return `${name === undefined ? '' : `${name}:`}${place}${way}${query}${fragment}`;
}

/** Escapes in capitals, and none where none is needed. */
const evenly = (text: string): string =>
  text.replaceAll(/%([0-9a-f]{2})/gi, (sequence, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : sequence.toUpperCase();
  });

function normalAuthority(authority: string, scheme = ''): string {
  const at = authority.lastIndexOf('@') + 1;
  const [, host = '', port = ''] = /^(.*?)(?::(\d*))?$/s.exec(authority.slice(at)) ?? [];
  const isDefault = port === '' || port === DEFAULT_PORTS[scheme];
  return `${authority.slice(0, at)}${host.toLowerCase()}${isDefault ? '' : `:${port}`}`;
}

/** RFC 3986, section 5.2.4, of a path that begins with a slash. */
function withoutDots(path: string): string {
  const segments = path.split('/').slice(1);
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
  }
  const last = segments.at(-1);
  return `/${(last === '.' || last === '..' ? [...kept, ''] : kept).join('/')}`;
}
