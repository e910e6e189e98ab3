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
import { sharedVariable } from './subtle/shared-variable.js';

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
  /** Asked before each answer; true where it has dealt with the request in its own way. */
  readonly mishap?: (response: ServerResponse) => boolean;
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
export async function serveReference(given: ServeOptions = {}): Promise<ServedReference> {
  let filter: string | undefined;
  const options = { ...given, faults: startedFaults(given.faults ?? []) };
  const handOver = options.faults.some(({ sharesMessage }) => sharesMessage) ? sharedVariable<Received>() : undefined;
  const handle = async (
    request: IncomingMessage,
    pieces: readonly Uint8Array[] | undefined,
    response: ServerResponse,
  ): Promise<void> => {
    if (options.mishap?.(response) === true) return;
    if (options.filtered !== true || request.method !== 'PUT' || request.url !== FILTER_PATH) {
      const message = received(headerLines(request), pieces, options.faults);
      return respond(handOver === undefined ? message : await handOver(message), response, options, filter);
    }
    const text = Buffer.concat(pieces ?? []).toString('utf8');
    const problem = filterProblem(text);
    if (problem === undefined) filter = text;
    response.writeHead(problem === undefined ? 204 : 422).end(problem);
  };
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 60_000 }, (request, response) => {
    response.sendDate = false;
    readBody(request)
      .then((pieces) => handle(request, pieces, response))
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

function received(
  headers: readonly HeaderLine[],
  pieces: readonly Uint8Array[] | undefined,
  faults: readonly Fault[],
): Received {
  if (pieces === undefined) return { headers, body: undefined };
  const [join] = faults.flatMap(({ joinBody }) => joinBody ?? []);
  return { headers, body: join?.(pieces, headers) ?? Buffer.concat(pieces) };
}

/** The faults of one server: what they remember is its own. */
const startedFaults = (faults: readonly Fault[]): readonly Fault[] =>
  faults.map((fault) => (fault.createOutcome === undefined ? fault : { ...fault, outcome: fault.createOutcome() }));

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

/** The pieces of a body as they arrive; undefined for a body that is too large. Rejects when the connection breaks. */
function readBody(request: IncomingMessage): Promise<readonly Uint8Array[] | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= MAX_BODY_BYTES) pieces.push(piece);
    });
    request.on('end', () => resolve(size <= MAX_BODY_BYTES ? pieces : undefined));
    request.on('error', reject);
  });
}
