// A program behind the adapter protocol as the engine sees it: messages in, events or messages out.

import { modeOfMessage } from '../../binding/parts.js';
import { type Binding, bindingOf, type ContentMode, type Message } from '../../binding/types.js';
import { toByteString } from '../../event/byte-string.js';
import { toWire } from '../../event/wire.js';
import type { Exchange, ExchangeOptions, Target, Told } from '../types.js';
import { toAdapterMessage } from './adapter-message.js';
import { failureReply, replyOf } from './adapter-reply.js';
import type { Adapter, AdapterHello, AdapterKey, AdapterRequest } from './protocol.js';

/** Events of one message that are passed on, far more than a message of one event has. */
const MOST_PASSED_ON = 100;

/** A greeted adapter as a target: it can be asked for everything. `close` ends the program. */
export function createAdapterTarget(adapter: Adapter, hello: AdapterHello): Required<Omit<Target, 'interruptions'>> {
  const supports = new Set(hello.supports);

  async function ask(request: AdapterRequest, options: ExchangeOptions): Promise<Exchange> {
    const { timeoutMs, signal } = options;
    const { outcome, ms, stderr } = await adapter.ask(request, { timeoutMs, ...(signal && { signal }) });
    if (outcome.kind === 'reply') {
      const binding = 'binding' in request ? request.binding : undefined;
      return { reply: replyOf(outcome.reply, binding), ms };
    }
    // Only then: what a program logs while all goes well differs from run to run.
    return { reply: failureReply(outcome.failure), ms, ...(stderr === undefined ? {} : { stderr }) };
  }

  const decode = (message: Message, options: ExchangeOptions): Promise<Exchange> =>
    ask({ op: 'decode', binding: bindingOf(message), message: toAdapterMessage(message) }, options);

  const emit = ({ binding, mode, events, key }: Told, options: ExchangeOptions): Promise<Exchange> =>
    ask(
      { op: 'encode', binding, mode, ...formatOf(mode), events: events.map(toWire), ...(key && { key: keyOf(key) }) },
      options,
    );

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
      const binding = bindingOf(request);
      const mode = otherMode(binding, modeOfMessage(request).mode, supports);
      const messages = [];
      let ms = decoded.ms;
      for (const event of decoded.reply.events) {
        const encoded = await emit({ binding, mode, events: [event] }, options);
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

const keyOf = (key: NonNullable<Told['key']>): AdapterKey =>
  key.kind === 'given' ? { value: toByteString(key.key) } : { mapper: key.attribute };

// What passes an event on in the mode it came in need not have understood it, so the other one is asked for if it is claimed.
function otherMode(binding: Binding, came: ContentMode, supports: ReadonlySet<string>): 'binary' | 'structured' {
  const wanted = came === 'binary' ? 'structured' : 'binary';
  if (supports.has(`encode:${binding}-${wanted}`)) return wanted;
  return wanted === 'binary' ? 'structured' : 'binary';
}
