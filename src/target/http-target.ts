// An HTTP receiver as the engine sees it: one exchange function, two transports behind it.
import { resolveEndpoint } from './http-endpoint.js';
import { createRawHttp } from './raw-http.js';
import type { HttpTarget, HttpTargetOptions } from './types.js';
import { createUndiciHttp } from './undici-http.js';

/**
 * A target at a URL. Its `url` is without user and password, which travel as Basic credentials instead. `exchange`
 * gives every failure of the target as data, and rejects only for a request that cannot be sent as asked. `close` ends
 * exchanges under way as `aborted`. Throws when the URL is not http or https.
 */
export function createHttpTarget(options: HttpTargetOptions): HttpTarget {
  const endpoint = resolveEndpoint(options);
  const raw = createRawHttp(endpoint);
  const client = createUndiciHttp(endpoint, raw.exchange);
  return {
    name: endpoint.url.host,
    url: endpoint.url,
    exchange(request, exchangeOptions) {
      if (request.binding !== undefined) throw new Error(`a message of ${request.binding} cannot be sent over HTTP`);
      switch (request.via) {
        case 'client':
          return client.exchange(request, exchangeOptions);
        case 'raw':
          return raw.exchange(request, exchangeOptions);
      }
    },
    async close() {
      endpoint.connector.close();
      await Promise.all([raw.close(), client.close()]);
    },
  };
}
