// The harness's own listener: takes every message, answers 202, and hands messages out by the token inside them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appendBody, bytesOf, emptyBody } from './growing-body.js';
import { createInbox } from './inbox.js';
import { messageOf } from './incoming-message.js';
import type { Sink } from './types.js';

export interface SinkOptions {
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** A longer message is answered 413 and not kept. Default 1 MiB. */
  readonly maxBodyBytes?: number;
  /** Messages kept; then the oldest is dropped. Default 10 000. */
  readonly capacity?: number;
}

/** A sink that also says how many messages it had to drop or refuse. */
export interface StartedSink extends Sink {
  readonly dropped: number;
}

const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;
/** As much as the harness itself accepts from a target. */
const MAX_HEADER_BYTES = 64 * 1024;
/** Longer than any pause of a run, so that a target never meets a connection that is just being closed. */
const KEEP_ALIVE_MS = 120_000;

/**
 * Starts a listener. OPTIONS is answered as a web hook that agrees to any sender (web hook specification, section 4).
 * `take` resolves with what is there when enough came, the time is over, the signal fires or the sink is closed.
 */
export async function startSink(options: SinkOptions = {}): Promise<StartedSink> {
  const host = options.host ?? '127.0.0.1';
  const limit = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const inbox = createInbox(options.capacity);
  let refused = 0;

  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      response.sendDate = false;
      const body = emptyBody();
      let cut = false;
      request.on('data', (chunk: Buffer) => {
        cut ||= appendBody(body, chunk, limit);
        if (!cut || response.headersSent) return;
        refused += 1;
        response.writeHead(413, { 'Content-Length': 0, Connection: 'close' }).end(() => request.destroy());
      });
      request.on('error', () => undefined);
      request.on('end', () => {
        if (cut) return;
        inbox.arrive(messageOf(request, bytesOf(body)));
        answer(request, response);
      });
    },
  );
  server.maxHeadersCount = 0; // the bytes are limited, the lines need not be
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}/`),
    take: inbox.take,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      inbox.close();
      await closed;
    },
    get dropped() {
      return inbox.dropped + refused;
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'OPTIONS') {
    const agreed = { Allow: 'POST', 'WebHook-Allowed-Origin': '*', 'WebHook-Allowed-Rate': '*' };
    response.writeHead(200, { ...agreed, 'Content-Length': 0 }).end();
    return;
  }
  response.writeHead(202, { 'Content-Length': 0 }).end();
}
