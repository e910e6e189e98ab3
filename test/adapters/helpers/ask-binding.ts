// Requests to an adapter about one binding, and the messages in its replies with their bytes as text.
import { type ByteString, fromByteString } from '../../../src/event/byte-string.js';
import type { WireEvent } from '../../../src/event/wire.js';
import type {
  Adapter,
  AdapterKey,
  AdapterMessage,
  AdapterMode,
  AdapterReply,
  AdapterRequest,
} from '../../../src/target/adapter/protocol.js';

const PATIENT = { timeoutMs: 20_000 };

/** An event with what is required, and `time`, which some SDKs set where it is absent. */
export const BASE: WireEvent = {
  attributes: { specversion: '1.0', id: '1', source: '/s', type: 't', time: '2026-01-02T03:04:05Z' },
};

/** The attributes of an event as headers or user properties, each name with a prefix. */
export const namedLines = ({ attributes }: WireEvent, prefix: string): AdapterMessage['headers'] =>
  Object.entries(attributes).map(([name, value]) => [`${prefix}${name}`, { text: String(value) }]);

/** A message with the bytes of each part as text, null where the part is null, and undefined where it is absent. */
export interface ShownMessage {
  readonly headers: Readonly<Record<string, string | null>>;
  readonly key?: string | null;
  readonly contentType?: string;
  readonly body?: string | null;
}

/** Questions about one binding. They reject where no reply comes, or one that breaks the schema. */
export interface BindingQuestions {
  readonly decode: (message: AdapterMessage) => Promise<AdapterReply>;
  readonly encode: (mode: AdapterMode, event: WireEvent, key?: AdapterKey) => Promise<AdapterReply>;
  /** The message of `encode`, or the reply where it is none. */
  readonly written: (mode: AdapterMode, event: WireEvent, key?: AdapterKey) => Promise<ShownMessage | AdapterReply>;
}

/** Asks an adapter, which may not run before the first question. */
export function bindingQuestions(adapter: () => Adapter, binding: 'kafka' | 'mqtt5' | 'mqtt3'): BindingQuestions {
  const ask = async (request: AdapterRequest): Promise<AdapterReply> => {
    const { outcome } = await adapter().ask(request, PATIENT);
    if (outcome.kind === 'reply') return outcome.reply;
    throw new Error(outcome.failure.message);
  };
  const encode: BindingQuestions['encode'] = (mode, event, key) =>
    ask({
      op: 'encode',
      binding,
      mode,
      ...(mode !== 'binary' && { format: 'json' as const }),
      events: [event],
      ...(key && { key }),
    });
  return {
    decode: (message) => ask({ op: 'decode', binding, message }),
    encode,
    written: async (mode, event, key) => {
      const reply = await encode(mode, event, key);
      return reply.kind === 'message' ? shown(reply.message) : reply;
    },
  };
}

const shown = ({ headers, key, contentType, body }: AdapterMessage): ShownMessage => ({
  headers: Object.fromEntries(headers.map(([name, value]) => [name, textOf(value)])),
  ...(key !== undefined && { key: textOf(key) }),
  ...(contentType !== undefined && { contentType }),
  ...(body !== undefined && { body: textOf(body) }),
});

const textOf = (value: ByteString | null): string | null =>
  value && Buffer.from(fromByteString(value)).toString('utf8');
