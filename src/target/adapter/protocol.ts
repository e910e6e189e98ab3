// The adapter protocol, version 1: JSON Lines on the stdin and stdout of a program that stands before an SDK.
// Schemas: `ce-conform schema adapter-request` and `ce-conform schema adapter-reply`.
import type { Binding } from '../../binding/types.js';
import type { ByteString } from '../../event/byte-string.js';
import type { JsonValue } from '../../event/types.js';
import type { WireEvent } from '../../event/wire.js';

export const PROTOCOL_VERSION = 1;

/** The content modes of the bindings, as requests name them. */
export type AdapterMode = 'binary' | 'structured' | 'batch';

/** A protocol message. A header value is a byte string; Kafka's null is null. */
export interface AdapterMessage {
  /** Header lines, record headers, or user properties. */
  readonly headers: readonly (readonly [name: string, value: ByteString | null])[];
  /** The record key, of Kafka alone. */
  readonly key?: ByteString | null;
  /** The properties of these names, of MQTT 5 alone. */
  readonly contentType?: string;
  readonly payloadFormat?: 0 | 1;
  readonly body?: ByteString | null;
}

/** How the record key comes about (Kafka binding, section 3.1). */
export type AdapterKey = { readonly value: ByteString } | { readonly mapper: 'partitionkey' };

/** What is asked, without the `id` that the connection gives to each request. */
export type AdapterRequest =
  | { readonly op: 'hello'; readonly protocol: 1 }
  | { readonly op: 'decode'; readonly binding: Binding; readonly message: AdapterMessage }
  | {
      readonly op: 'encode';
      readonly binding: Binding;
      readonly mode: AdapterMode;
      /** The event format of structured and batch mode. */
      readonly format?: 'json';
      readonly events: readonly WireEvent[];
      /** Of Kafka alone. Absent: no key is given, and no mapper opted in. */
      readonly key?: AdapterKey;
    }
  | { readonly op: 'evaluate'; readonly expression: string; readonly event: WireEvent }
  | { readonly op: 'validate'; readonly event: WireEvent }
  /** An op that does not exist: whoever does not answer `unsupported` answers without reading. */
  | { readonly op: `canary-${string}` };

/** What an adapter answers, without the `id`. Checked against the schema, and against what was asked. */
export type AdapterReply =
  | {
      readonly kind: 'hello';
      readonly name: string;
      readonly version: string;
      readonly language: string;
      readonly supports: readonly string[];
    }
  | { readonly kind: 'events'; readonly events: readonly WireEvent[] }
  | { readonly kind: 'message'; readonly message: AdapterMessage }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid'; readonly reason: string }
  | { readonly kind: 'value'; readonly value?: JsonValue; readonly errors: readonly string[] }
  /** The engine threw what is none of its errors. */
  | { readonly kind: 'thrown'; readonly reason: string }
  | { readonly kind: 'unsupported' };

/** The answer to hello: who stands behind the adapter, and what it supports. */
export type AdapterHello = Extract<AdapterReply, { readonly kind: 'hello' }>;

/** Why there is no answer that can be used. `message` is one sentence, safe to print. */
export interface AdapterFailure {
  readonly code:
    | 'timeout' // no reply within the deadline; the program was ended and started again
    | 'unreachable' // the program could not be started, or ended too often
    | 'closed' // the program ended before it replied
    | 'protocol' // a line that is no reply, or a reply that breaks the schema or does not fit what was asked
    | 'aborted'; // the run was ended
  readonly message: string;
}

/** One request and what came of it. `stderr` is what the program wrote there meanwhile, at most 4 KiB. */
export interface AdapterExchange {
  readonly request: AdapterRequest;
  readonly outcome:
    | { readonly kind: 'reply'; readonly reply: AdapterReply }
    | { readonly kind: 'failure'; readonly failure: AdapterFailure };
  readonly stderr?: string;
  readonly ms: number;
}

/** A program that speaks the protocol. It never throws for what the program does. */
export interface Adapter {
  ask(
    request: AdapterRequest,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<AdapterExchange>;
  /** Ends the program: stdin is closed first, and it is killed when it does not end by itself. */
  close(): Promise<void>;
}
