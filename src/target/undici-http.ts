// Sends requests through undici's dispatcher: below fetch and request(), where response headers are still the bytes
// received and nothing is followed, decompressed or renamed. This is the hot path of runs and of fuzzing.
import { Client, type Dispatcher, Pool } from 'undici';
import { type HttpEndpoint, requestLines } from './http-endpoint.js';
import { aborted } from './transport-failure.js';
import type { Exchange, ExchangeOptions, HttpRequest } from './types.js';
import { type DispatchContext, UndiciExchange } from './undici-exchange.js';

/** A transport of HTTP requests. `exchange` rejects only for faults of the harness, such as a request it cannot send. */
export interface HttpTransport {
  exchange(request: HttpRequest, options: ExchangeOptions): Promise<Exchange>;
  close(): Promise<void>;
}

/**
 * A transport with keep-alive and without pipelining. `withInterim` takes over once the target has sent 100 Continue
 * unasked, which undici takes for a broken response although RFC 9110, 15.2 has clients skip it.
 */
export function createUndiciHttp(endpoint: HttpEndpoint, withInterim: HttpTransport['exchange']): HttpTransport {
  const settings = {
    pipelining: 1,
    headersTimeout: 0, // the deadline of the exchange covers everything
    bodyTimeout: 0,
    maxHeaderSize: endpoint.maxHeaderBytes,
    connect: (_: unknown, opened: Parameters<typeof endpoint.connector.open>[0]) => {
      endpoint.connector.open(opened);
    },
  };
  const pool = new Pool(endpoint.url.origin, { ...settings, connections: endpoint.connections ?? null });
  const spares = new Set<Client>();
  let sendsInterim = false;
  let closed = false;

  const context: DispatchContext = {
    maxBodyBytes: endpoint.maxBodyBytes,
    maxHeaderBytes: endpoint.maxHeaderBytes,
    fresh: false,
    dispatchFresh(options, handler) {
      const spare = new Client(endpoint.url.origin, settings);
      spares.add(spare);
      spare.dispatch(options, handler);
      spare.close().then(
        () => spares.delete(spare),
        () => spares.delete(spare),
      );
    },
    resend(request, options) {
      sendsInterim = true;
      return withInterim(request, options);
    },
  };
  // undici writes the waiting request right after this event, in the same turn.
  pool.on('connect', () => {
    context.fresh = true;
    queueMicrotask(() => {
      context.fresh = false;
    });
  });

  return {
    exchange(request, options) {
      if (closed || options.signal?.aborted === true) return Promise.resolve({ reply: aborted(), ms: 0 });
      if (sendsInterim) return withInterim(request, options);
      return new Promise((resolve, reject) => {
        const dispatch = dispatchOptions(endpoint, request);
        pool.dispatch(dispatch, new UndiciExchange(context, request, dispatch, options, resolve, reject));
      });
    },
    async close() {
      closed = true;
      await Promise.all([pool.destroy(), ...[...spares].map((spare) => spare.destroy())]);
    },
  };
}

function dispatchOptions(endpoint: HttpEndpoint, request: HttpRequest): Dispatcher.DispatchOptions {
  const headers = ['host', endpoint.host];
  for (const [name, value] of requestLines(endpoint, request)) headers.push(name, value);
  return { path: endpoint.path, method: request.method, headers, body: request.body };
}
