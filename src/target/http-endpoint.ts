// What both HTTP transports need to know of a target, worked out once from the options.
import type { HeaderLine } from '../binding/types.js';
import { type Connector, createConnector } from './connector.js';
import type { HttpRequest, HttpTargetOptions } from './types.js';

/** Responses are evidence, and kept: 4 MiB is far above any event a target echoes. */
/** The largest event of the suite is an eighth of it. */
const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

/** Four times what Node's own server accepts. */
const DEFAULT_MAX_HEADER_BYTES = 64 * 1024;

export interface HttpEndpoint {
  /** Without user and password. */
  readonly url: URL;
  /** Path and query, as the request line has them. */
  readonly path: string;
  /** Value of the Host header. */
  readonly host: string;
  /** Lines that go on every request. */
  readonly headers: readonly HeaderLine[];
  readonly connections: number | undefined;
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
  readonly connector: Connector;
}

/** Throws when the URL is not http or https. */
export function resolveEndpoint(options: HttpTargetOptions): HttpEndpoint {
  const { url } = options;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`an HTTP target needs an http or https URL: saw ${url.protocol}`);
  }
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return {
    url: bare,
    path: url.pathname + url.search,
    host: options.authority ?? url.host,
    headers: withCredentials(options.headers ?? [], url),
    connections: options.connections,
    maxBodyBytes: options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    maxHeaderBytes: options.maxHeaderBytes ?? DEFAULT_MAX_HEADER_BYTES,
    connector: createConnector(bare, options.tls),
  };
}

/** The lines of a request: those of the target, but for names the request sets itself, then those of the request. */
export function requestLines(endpoint: HttpEndpoint, request: HttpRequest): readonly HeaderLine[] {
  if (endpoint.headers.length === 0) return request.headers;
  const own = new Set(request.headers.map(([name]) => name.toLowerCase()));
  return [...endpoint.headers.filter(([name]) => !own.has(name.toLowerCase())), ...request.headers];
}

/** User and password of the URL become Basic credentials (RFC 7617), unless an Authorization line is there already. */
function withCredentials(headers: readonly HeaderLine[], url: URL): readonly HeaderLine[] {
  if (url.username === '' && url.password === '') return headers;
  if (headers.some(([name]) => name.toLowerCase() === 'authorization')) return headers;
  const credentials = `${percentDecoded(url.username)}:${percentDecoded(url.password)}`;
  return [...headers, ['Authorization', `Basic ${Buffer.from(credentials).toString('base64')}`]];
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
