// One request to an adapter under test, and what is in its reply.
import { fromByteString } from '../../../src/event/byte-string.js';
import type { WireEvent } from '../../../src/event/wire.js';
import type { Adapter, AdapterMessage, AdapterMode, AdapterReply } from '../../../src/target/adapter/protocol.js';

const PATIENT = { timeoutMs: 20_000 };

/** The requests of the protocol as functions. They reject where no reply comes, or one that breaks the schema. */
export interface Questions {
  readonly decode: (message: AdapterMessage) => Promise<AdapterReply>;
  readonly encode: (mode: AdapterMode, ...events: readonly WireEvent[]) => Promise<AdapterReply>;
  readonly validate: (event: WireEvent) => Promise<AdapterReply>;
  readonly evaluate: (expression: string, event: WireEvent) => Promise<AdapterReply>;
}

/** Asks an adapter. */
export function questions(adapter: Adapter): Questions {
  const ask = async (request: Parameters<Adapter['ask']>[0]): Promise<AdapterReply> => {
    const { outcome } = await adapter.ask(request, PATIENT);
    if (outcome.kind === 'reply') return outcome.reply;
    throw new Error(outcome.failure.message);
  };
  return {
    decode: (message) => ask({ op: 'decode', binding: 'http', message }),
    encode: (mode, ...events) =>
      ask({ op: 'encode', binding: 'http', mode, ...(mode !== 'binary' && { format: 'json' as const }), events }),
    validate: (event) => ask({ op: 'validate', event }),
    evaluate: (expression, event) => ask({ op: 'evaluate', expression, event }),
  };
}

/** The headers of a message as text, by lower-case name. */
export function headersOf(reply: AdapterReply): Readonly<Record<string, string>> {
  const lines = reply.kind === 'message' ? reply.message.headers : [];
  return Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), value === null ? '' : textOf(value)]));
}

/** The body of a message as text; empty where there is none. */
export function bodyText(reply: AdapterReply): string {
  const body = reply.kind === 'message' ? reply.message.body : undefined;
  return body == null ? '' : textOf(body);
}

const textOf = (value: Parameters<typeof fromByteString>[0]): string => Buffer.from(fromByteString(value)).toString();
