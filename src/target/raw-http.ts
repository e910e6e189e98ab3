// Sends requests on a socket of its own, for what a client library would refuse, repair or join: any bytes in headers,
// chunked or absent bodies, requests that arrive in pieces.
import type { Socket } from 'node:net';
import { handOn } from './hand-on.js';
import type { HttpEndpoint } from './http-endpoint.js';
import type { RawConnection } from './raw-connection.js';
import { createRawPool, type RawPool } from './raw-pool.js';
import { type EncodedRequest, encodeRequest, isBroken, type Pieces, slowly, writeRequest } from './request-writer.js';
import { createResponseReader, type Reading } from './response-reader.js';
import { aborted, failureOf, timedOut } from './transport-failure.js';
import type { Exchange, ExchangeOptions, HttpRequest, Reply } from './types.js';
import type { HttpTransport } from './undici-http.js';

/** Idle connections kept when the target sets no number of its own. */
const DEFAULT_IDLE = 64;

/** A transport over `node:net` and `node:tls`. `exchange` rejects when the request cannot be written as asked. */
export function createRawHttp(endpoint: HttpEndpoint): HttpTransport {
  const pool = createRawPool(endpoint.connector, endpoint.connections ?? DEFAULT_IDLE);
  const running = new Set<() => void>();
  let closed = false;

  return {
    async exchange(request, options) {
      const encoded = encodeRequest(endpoint, request);
      if (closed || options.signal?.aborted === true) return { reply: aborted(), ms: 0 };
      return run({ endpoint, pool, running, request, encoded }, options);
    },
    async close() {
      closed = true;
      for (const stop of running) stop();
      pool.close();
    },
  };
}

/** How often a request in pieces is sent whose connection is reset meanwhile. */
const ATTEMPTS = 3;

interface Job {
  readonly endpoint: HttpEndpoint;
  readonly pool: RawPool;
  /** What ends each exchange under way. */
  readonly running: Set<() => void>;
  readonly request: HttpRequest;
  readonly encoded: EncodedRequest;
}

function run(job: Job, options: ExchangeOptions): Promise<Exchange> {
  const { endpoint, pool, request, running } = job;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    let socket: Socket | undefined;
    let settled = false;
    let attempts = 1;
    let lost: Reply | undefined;

    const end = (): void => {
      settled = true;
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
      running.delete(stop);
    };
    const settle = (reply: Reply): void => {
      if (settled) return;
      end();
      handOn(resolve, { reply, ms: performance.now() - started });
    };
    const giveUp = (reply: Reply): void => {
      settle(reply);
      socket?.destroy();
    };
    const fail = (error: unknown): void => {
      if (settled) return;
      const failure = failureOf(error);
      if (failure !== undefined) {
        settle({ kind: 'failure', failure });
        return;
      }
      end();
      reject(error);
    };

    const use = (connection: RawConnection, reused: boolean): void => {
      socket = connection.socket;
      const reader = createResponseReader(request.method, endpoint);
      let heard = false;
      let writing = true;
      const finish = (reading: Reading): void => {
        // A response that overtakes its request leaves the rest of the request in the way.
        const reusable = reading.reusable && !writing && !isBroken(request) && connection.socket.writableLength === 0;
        connection.user = undefined;
        if (reusable) pool.release(connection);
        else connection.socket.destroy();
        settle(reading.reply);
      };
      connection.user = {
        data(bytes) {
          heard = true;
          const reading = reader.push(bytes);
          if (reading !== undefined) finish(reading);
        },
        gone(error) {
          if (settled) return;
          if (reused && !heard) open();
          else if (error === undefined) finish(reader.end());
          else if (isHidden(writing)) openAgain(error);
          else fail(error);
        },
      };
      const pieces = piecesOf(request.pieces, job.encoded, attempts > 1 ? options.timeoutMs : undefined);
      writeRequest(connection.socket, job.encoded, pieces).then(() => {
        writing = false;
        // Whoever waits for the rest learns that there is none.
        if (isBroken(request)) connection.socket.end();
      }, fail);
    };
    const open = (): void => {
      socket = pool.open((result) => {
        if (result instanceof Error) fail(result);
        else if (settled) result.socket.destroy();
        else use(result, false);
      });
    };

    /**
     * Who answers before the request is whole and closes has the next piece answered by a reset, and that may destroy the answer
     * before it is read (RFC 9112, 9.6). It shows nothing until it comes again and again with time to read between the pieces.
     */
    const isHidden = (writing: boolean): boolean => writing && request.pieces !== undefined && attempts < ATTEMPTS;
    const openAgain = (error: Error): void => {
      const failure = failureOf(error);
      if (failure !== undefined) lost = { kind: 'failure', failure };
      attempts += 1;
      open();
    };

    const stop = (): void => giveUp(aborted());
    // Where there was no time to send it again, what was seen is the reset.
    const timer = setTimeout(() => giveUp(lost ?? timedOut(options.timeoutMs)), options.timeoutMs);
    options.signal?.addEventListener('abort', stop);
    running.add(stop);
    const kept = pool.takeIdle();
    if (kept === undefined) open();
    else use(kept, true);
  });
}

/** In one go, in pieces one after the other, or with pauses between them that are well within a deadline. */
function piecesOf(
  length: number | undefined,
  encoded: EncodedRequest,
  timeoutMs: number | undefined,
): Pieces | undefined {
  if (length === undefined) return undefined;
  return timeoutMs === undefined ? { length, pauseMs: 0 } : slowly(encoded, length, timeoutMs);
}
