// A program behind the adapter protocol as the engine sees it: messages in, events or messages out.

import { headerValue } from '../../binding/http/headers.js';
import { contentMode } from '../../binding/http/mode.js';
import type { ContentMode } from '../../binding/http/types.js';
import { toWire } from '../../event/wire.js';
import type { Exchange, ExchangeOptions, HttpRequest, Target, Told } from '../types.js';
import { failureReply, replyOf } from './adapter-reply.js';
import { toAdapterMessage } from './http-message.js';
import type { Adapter, AdapterHello, AdapterRequest } from './protocol.js';

/** Events of one message that are passed on, far more than a message of one event has. */
const MOST_PASSED_ON = 100;

/** A greeted adapter as a target: it can be asked for everything. `close` ends the program. */
export function createAdapterTarget(adapter: Adapter, hello: AdapterHello): Required<Target> {
  const supports = new Set(hello.supports);

  async function ask(request: AdapterRequest, options: ExchangeOptions): Promise<Exchange> {
    const { timeoutMs, signal } = options;
    const { outcome, ms, stderr } = await adapter.ask(request, { timeoutMs, ...(signal && { signal }) });
    if (outcome.kind === 'reply') return { reply: replyOf(outcome.reply), ms };
    // Only then: what a program logs while all goes well differs from run to run.
    return { reply: failureReply(outcome.failure), ms, ...(stderr === undefined ? {} : { stderr }) };
  }

  const decode = (request: HttpRequest, options: ExchangeOptions): Promise<Exchange> =>
    ask({ op: 'decode', binding: 'http', message: toAdapterMessage(request) }, options);

  const emit = ({ mode, events }: Told, options: ExchangeOptions): Promise<Exchange> =>
    ask({ op: 'encode', binding: 'http', mode, ...formatOf(mode), events: events.map(toWire) }, options);

  return {
    name: `${hello.name} ${hello.version}`,
    exchange: decode,
    emit,
    evaluate: ({ expression, event }, options) => ask({ op: 'evaluate', expression, event: toWire(event) }, options),
    validate: (event, options) => ask({ op: 'validate', event: toWire(event) }, options),
    async forward(request, options) {
      const decoded = await decode(request, options);
      // That many are no message passed on, and each would be a question more: they are judged as they are.
      if (decoded.reply.kind !== 'events' || decoded.reply.events.length > MOST_PASSED_ON) return decoded;
      const mode = otherMode(contentMode(headerValue(request.headers, 'content-type')).mode, supports);
      const messages = [];
      let ms = decoded.ms;
      for (const event of decoded.reply.events) {
        const encoded = await emit({ mode, events: [event] }, options);
        ms += encoded.ms;
        if (encoded.reply.kind === 'rejected')
          return { ...encoded, reply: { ...encoded.reply, kind: 'unwritten' }, ms };
        if (encoded.reply.kind !== 'messages') return { ...encoded, ms };
        messages.push(...encoded.reply.messages);
      }
      return { reply: { kind: 'messages', messages }, ms };
    },
    close: () => adapter.close(),
  };
}

const formatOf = (mode: ContentMode): { readonly format?: 'json' } => (mode === 'binary' ? {} : { format: 'json' });

// What passes an event on in the mode it came in need not have understood it, so the other one is asked for if it is claimed.
function otherMode(came: ContentMode, supports: ReadonlySet<string>): 'binary' | 'structured' {
  const wanted = came === 'binary' ? 'structured' : 'binary';
  if (supports.has(`encode:http-${wanted}`)) return wanted;
  return wanted === 'binary' ? 'structured' : 'binary';
}
