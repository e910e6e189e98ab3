// Serves the reference receiver over HTTP.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeHttp } from '../binding/http/encode.js';
import type { HeaderLine, HttpMessage } from '../binding/types.js';
import { headerLines } from '../target/incoming-message.js';
import type { Fault } from './fault.js';
import { filterProblem, passes } from './filter.js';
import { receiveWith } from './receive-with.js';
import { answer, type Outcome } from './receiver.js';

export interface ServeOptions {
  readonly host?: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly faults?: readonly Fault[];
  /** Where decoded events are passed on to; the answer is then 202 without a body. */
  readonly forward?: URL;
  /** Only events that pass the filter are passed on; it is set by PUT of an expression to /filter. Without one all pass. */
  readonly filtered?: true;
  /** The mode they are passed on in: structured, the default, or the other than they came in. */
  readonly forwardMode?: 'structured' | 'other';
}

export interface Served {
  readonly url: URL;
  close(): Promise<void>;
}

export interface ServedReference extends Served {
  /** Where a filter is set, if one can be. */
  readonly filterUrl: URL;
}

/** Bodies beyond this are refused with 413. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

const FILTER_PATH = '/filter';

/** Headers may be large: an event with many extensions is legal. */
const MAX_HEADER_BYTES = 256 * 1024;

/** Starts the reference receiver. Rejects with the error of the socket when the port cannot be taken. */
export async function serveReference(options: ServeOptions = {}): Promise<ServedReference> {
  let filter: string | undefined;
  const handle = (request: IncomingMessage, body: Uint8Array | undefined, response: ServerResponse): Promise<void> => {
    if (options.filtered !== true || request.method !== 'PUT' || request.url !== FILTER_PATH)
      return respond({ headers: headerLines(request), body } as Received, response, options, filter);
    const text = Buffer.from(body ?? []).toString('utf8');
    const problem = filterProblem(text);
    if (problem === undefined) filter = text;
    response.writeHead(problem === undefined ? 204 : 422).end(problem);
    return Promise.resolve();
  };
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 60_000 }, (request, response) => {
    response.sendDate = false;
    readBody(request)
      .then((body) => handle(request, body, response))
      .catch(() => response.destroy());
  });
  server.maxHeadersCount = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { address, port, family } = server.address() as AddressInfo;
  const url = new URL(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`);
  return {
    url,
    filterUrl: new URL(FILTER_PATH, url),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Received = HttpMessage | { readonly headers: readonly HeaderLine[]; readonly body: undefined };

async function respond(
  message: Received,
  response: ServerResponse,
  options: ServeOptions,
  filter: string | undefined,
): Promise<void> {
  if (message.body === undefined) {
    response.writeHead(413).end();
    return;
  }
  const outcome = receiveWith(message, options.faults ?? []);
  if (outcome.kind === 'events' && options.forward !== undefined) {
    let isPassedOn = true;
    const events = outcome.events.filter((event) => passes(event, filter, options.faults ?? []));
    const kept = events.length === 0 ? [] : passedOn({ ...outcome, events }, message, options);
    for (const passed of kept) isPassedOn &&= await post(options.forward, passed);
    response.writeHead(isPassedOn ? 202 : 502).end();
    return;
  }
  const { status, headers, body } = answer(outcome);
  response.writeHead(status, [...headers.flat(), 'Content-Length', String(body.length)]).end(body);
}

/** The messages that an intermediary makes of what it received. */
function passedOn(
  { mode, events }: Extract<Outcome, { readonly kind: 'events' }>,
  message: HttpMessage,
  { faults = [], forwardMode = 'structured' }: ServeOptions,
): readonly HttpMessage[] {
  const altered = events.map((event) =>
    faults.reduce((current, { forward }) => forward?.(current, message) ?? current, event),
  );
  if (mode === 'batch') return [encodeHttp(altered, 'batch')];
  const out = forwardMode === 'other' && mode === 'structured' ? 'binary' : 'structured';
  return altered.map((event) => encodeHttp([event], out));
}

async function post(url: URL, { headers, body }: HttpMessage): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body: Buffer.from(body),
  });
  await response.arrayBuffer();
  return response.ok;
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}
