import { type ByteString, fromByteString } from '../../event/byte-string.js';
import type { HeaderLines, HttpBytes, ReceivedMessage } from '../types.js';

/** A request, and the response to it where there was one. */
export interface Exchanged {
  readonly request: HttpBytes & { readonly method: string; readonly url: string; readonly httpVersion: string };
  readonly response?: Extract<ReceivedMessage, { readonly kind: 'response' }>;
  readonly comment: string;
}

/** An entry of an archive. */
export type Entry = Readonly<Record<string, unknown>>;

/** The sizes and times that a report does not have. */
const UNKNOWN = -1;

/** Times of an entry: the format wants numbers for the first three that are not negative. */
const TIMINGS = {
  send: 0,
  wait: 0,
  receive: 0,
  blocked: UNKNOWN,
  dns: UNKNOWN,
  connect: UNKNOWN,
  ssl: UNKNOWN,
  comment: 'not known',
};

export const entryOf = ({ request, response, comment }: Exchanged, startedAt: string): Entry => ({
  startedDateTime: startedAt,
  time: 0,
  request: {
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    cookies: [],
    headers: headersOf(request.headers),
    queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
    ...postData(request),
    headersSize: UNKNOWN,
    bodySize: fromByteString(request.body).length,
  },
  response: response === undefined ? NO_RESPONSE : responseOf(response),
  cache: {},
  timings: TIMINGS,
  comment,
});

// Browsers write a request that got no answer so.
const NO_RESPONSE = {
  status: 0,
  statusText: '',
  httpVersion: 'unknown',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: UNKNOWN,
  bodySize: UNKNOWN,
};

function responseOf({ status, reason, headers, body, truncated }: NonNullable<Exchanged['response']>): object {
  const bytes = fromByteString(body);
  return {
    status,
    statusText: reason,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(headers),
    content: {
      size: bytes.length,
      mimeType: typeOf(headers),
      ...('text' in body ? { text: body.text } : { text: body.base64, encoding: 'base64' }),
      ...(truncated === true ? { comment: 'the end of the body was not kept' } : {}),
    },
    redirectURL: headerNamed(headers, 'location') ?? '',
    headersSize: UNKNOWN,
    bodySize: truncated === true ? UNKNOWN : bytes.length,
  };
}

// The format has an encoding for responses alone; a name of one's own begins with an underscore.
function postData({ headers, body }: HttpBytes): object {
  if (fromByteString(body).length === 0) return {};
  const mimeType = typeOf(headers);
  return 'text' in body
    ? { postData: { mimeType, text: body.text } }
    : { postData: { mimeType, text: body.base64, _encoding: 'base64', comment: 'the text is base64' } };
}

const headersOf = (lines: HeaderLines): readonly object[] =>
  lines.map(([name, value]) => ({ name, value: headerValue(value) }));

// A value that is no UTF-8 has a character for each byte, as in other archives.
const headerValue = (value: ByteString): string =>
  'text' in value ? value.text : Buffer.from(fromByteString(value)).toString('latin1');

const headerNamed = (lines: HeaderLines, name: string): string | undefined => {
  const found = lines.find(([one]) => one.toLowerCase() === name);
  return found === undefined ? undefined : headerValue(found[1]);
};

const typeOf = (lines: HeaderLines): string => headerNamed(lines, 'content-type') ?? 'x-unknown';
