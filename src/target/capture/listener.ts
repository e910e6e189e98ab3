// The server of a capture: every request that is no handshake is received, and whatever is no request is counted.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { codeOf } from '../transport-failure.js';
import { type Lose, type RequestHandler, type RequestLimits, receiveRequest } from './receive-request.js';
import type { Loss } from './types.js';
import { unreadableReason } from './unreadable-reason.js';

export interface ListenerLimits extends RequestLimits {
  readonly requestTimeoutMs: number;
}

/** As much as the harness itself accepts from a target. */
const MAX_HEADER_BYTES = 64 * 1024;

/** More connections than any producer opens to one address by itself. */
const MAX_CONNECTIONS = 256;

/** Longer than any pause of a producer, so that it never meets a connection that is just being closed. */
const KEEP_ALIVE_MS = 120_000;

/** How often requests that take too long are looked for. */
const CHECKS_PER_TIMEOUT = 10;

/** A server that does not listen yet. */
export function createListener(handler: RequestHandler, limits: ListenerLimits): Server {
  const { requestTimeoutMs } = limits;
  /** What is being read, by connection. */
  const reading = new WeakMap<Duplex, Lose>();

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    response.sendDate = false;
    if (request.method === 'OPTIONS') {
      agree(request, response);
      return;
    }
    const { socket } = request;
    const lose = receiveRequest(request, response, handler, limits, () => {
      if (reading.get(socket) === lose) reading.delete(socket);
    });
    reading.set(socket, lose);
  }

  function onClientError(error: Error, socket: Duplex & { readonly bytesRead?: number }): void {
    const { loss, status } = meaningOf(error);
    const reason = unreadableReason(error);
    // A request that was complete before the bytes that are wrong ends first.
    setImmediate(() => {
      const isOfRequest = reading.get(socket)?.(loss, reason) ?? false;
      if (isOfRequest || status === undefined || socket.bytesRead === 0) {
        socket.destroy();
        return;
      }
      handler.onLoss(loss, reason);
      socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`, () => socket.destroy());
    });
  }

  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.ceil(requestTimeoutMs / CHECKS_PER_TIMEOUT),
    // Control characters in header values are the producer's, and evidence: they are not turned away unseen.
    insecureHTTPParser: true,
  });
  server.maxHeadersCount = 0; // the bytes are limited, the lines need not be
  server.maxConnections = MAX_CONNECTIONS;
  server.on('request', onRequest).on('checkExpectation', onRequest).on('clientError', onClientError);
  server.on('drop', () => handler.onLoss('incomplete'));
  return server;
}

interface Meaning {
  readonly loss: Loss;
  /** Absent where the peer is gone, and there is nobody to answer: then only a request under way is lost. */
  readonly status?: string;
}

function meaningOf(error: Error): Meaning {
  const code = codeOf(error);
  if (code === 'HPE_HEADER_OVERFLOW') return { loss: 'tooLarge', status: '431 Request Header Fields Too Large' };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { loss: 'incomplete', status: '408 Request Timeout' };
  if (code === 'HPE_INVALID_EOF_STATE') return { loss: 'incomplete', status: '400 Bad Request' };
  return code.startsWith('HPE_') ? { loss: 'unreadable', status: '400 Bad Request' } : { loss: 'incomplete' };
}

// A web hook that agrees to any sender (web hook specification, section 4). The handshake carries no event.
function agree(request: IncomingMessage, response: ServerResponse): void {
  const isAsked = request.headers['webhook-request-origin'] !== undefined;
  const agreed = isAsked ? { 'WebHook-Allowed-Origin': '*', 'WebHook-Allowed-Rate': '*' } : {};
  request.resume();
  response.writeHead(200, { Allow: 'POST', ...agreed, 'Content-Length': 0 }).end();
}
