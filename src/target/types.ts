// The one seam to the outside: what the engine asks of a target, and what it gets back.
import type { Form } from '../binding/encode-message.js';
import type { HeaderLine, HttpMessage, KafkaMessage, Message, MqttMessage } from '../binding/types.js';
import type { CloudEvent, JsonValue } from '../event/types.js';

/**
 * A request as the harness sends it. `headers` holds neither Host nor the framing headers: the transport adds them.
 * Names keep their casing, repeats and order.
 */
export interface HttpRequest extends HttpMessage {
  readonly method: string;
  /** `client`: through undici. `raw`: written on a socket byte by byte, for what a client library would repair. */
  readonly via: 'client' | 'raw';
  /** How the body is delimited (raw only). `none`: no framing header at all, so an empty body. Default content-length. */
  readonly framing?: 'content-length' | 'chunked' | 'none';
  /** Raw only: the bytes are written in pieces of this many bytes, each in its own TCP segment. */
  readonly pieces?: number;
  /** Raw only: Content-Length says so many bytes more (or fewer) than the body has; then the connection ends. */
  readonly lengthDelta?: number;
  /** Raw only: so many bytes of the body are written, and the connection ends. */
  readonly cutAfter?: number;
}

/** A PUBLISH as the harness sends it. It is never retained. */
export interface MqttPublish extends MqttMessage {
  /** Default 1. */
  readonly qos?: 0 | 1 | 2;
}

/** A message as the harness sends it. */
export type Stimulus = HttpRequest | KafkaMessage | MqttPublish;

/** A response as received. The body is cut at the limit of the target; `truncated` says so. */
export interface HttpResponse extends HttpMessage {
  readonly status: number;
  readonly reason: string;
  readonly truncated: boolean;
}

/** Why no response came. `message` is one sentence, safe to print. */
export interface TransportFailure {
  readonly code:
    | 'timeout' // nothing complete within the deadline
    | 'unreachable' // no connection: refused, no route, unknown host
    | 'closed' // the peer closed before a complete response
    | 'reset' // the peer reset the connection
    | 'tls' // handshake or certificate
    | 'not-http' // bytes came that are no HTTP response
    | 'too-large' // headers beyond the limit, or a message beyond that of a broker
    | 'broker' // a broker did not take the message, which says nothing about who reads from it
    | 'interrupted' // the connection to a broker was lost meanwhile, and messages with it
    | 'thrown' // the software behind an adapter threw what is none of its own errors
    | 'protocol' // an adapter answered what is no reply
    | 'aborted'; // the run was ended
  readonly message: string;
}

/** A request that arrived at the harness's own listener. */
export interface HttpArrival extends HttpMessage {
  readonly method: string;
  readonly path: string;
}

/** A PUBLISH that arrived at the harness's own subscription. */
export interface MqttArrival extends MqttMessage {
  readonly qos: 0 | 1 | 2;
}

/** A message that arrived where the harness listens. */
export type SinkMessage = HttpArrival | KafkaMessage | MqttArrival;

/** What a target made of what it was given. All but `response`, `published` and `failure` are answers of adapters. */
export type Reply =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  /** A broker has taken the message; what its reader makes of it shows elsewhere. */
  | { readonly kind: 'published' }
  /** The events it decoded. */
  | { readonly kind: 'events'; readonly events: readonly CloudEvent[] }
  /** The messages it encoded. */
  | { readonly kind: 'messages'; readonly messages: readonly Message[] }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** Asked to pass an event on, it decoded it and then refused to encode it. */
  | { readonly kind: 'unwritten'; readonly reason: string }
  /** What it says of an event that it was asked to validate. */
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid'; readonly reason: string }
  /** The value of an expression, of whatever type, and the kinds of the errors that were met. */
  | { readonly kind: 'value'; readonly value?: JsonValue; readonly errors: readonly string[] }
  /** The expression is the filter from now on. */
  | { readonly kind: 'set' }
  /** The filter could not be set, for a reason that says nothing about the expression. */
  | { readonly kind: 'unset'; readonly reason: string }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'failure'; readonly failure: TransportFailure };

/** How a producer over Kafka is to set the record key (Kafka binding, section 3.1). */
export type KeyChoice =
  /** A key that its user gives. */
  | { readonly kind: 'given'; readonly key: Uint8Array }
  /** The opt-in mapper of this attribute. */
  | { readonly kind: 'mapper'; readonly attribute: 'partitionkey' };

/** Events that a target is asked to emit, and the form it is to write them in. */
export interface Told extends Form {
  readonly events: readonly CloudEvent[];
  readonly key?: KeyChoice;
}

/** An expression, and the event that it is evaluated over. */
export interface Question {
  readonly expression: string;
  readonly event: CloudEvent;
}

/** All that one exchange showed. Times are milliseconds of a monotonic clock. */
export interface Exchange {
  readonly reply: Reply;
  readonly ms: number;
  /** What a program wrote on its stderr meanwhile, at most 4 KiB. */
  readonly stderr?: string;
}

export interface ExchangeOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Whatever the engine drives. */
export interface Target {
  /** For messages: a host, or the name of a program. */
  readonly name: string;
  /** Hands a message in. */
  exchange(stimulus: Stimulus, options: ExchangeOptions): Promise<Exchange>;
  /** Asks for events as a message. Absent where a target emits on its own account only. */
  emit?(told: Told, options: ExchangeOptions): Promise<Exchange>;
  /** Hands a message in and asks for what would be passed on. Absent where that arrives at a sink. */
  forward?(stimulus: Stimulus, options: ExchangeOptions): Promise<Exchange>;
  /** Asks whether an event is valid. */
  validate?(event: CloudEvent, options: ExchangeOptions): Promise<Exchange>;
  /** Asks for the value of an expression. */
  evaluate?(question: Question, options: ExchangeOptions): Promise<Exchange>;
  /**
   * How often the way to the target was interrupted so far. Where it grew during an exchange, what did not come back may have
   * been lost on the way.
   */
  interruptions?(): number;
  close(): Promise<void>;
}

/** Makes an expression the filter between the target and the sink; resolves when it is in force. */
export type SetFilter = (expression: string, options: ExchangeOptions) => Promise<Exchange>;

/** A receiver of events over HTTP. */
export interface HttpTarget extends Target {
  readonly url: URL;
}

export interface HttpTargetOptions {
  readonly url: URL;
  /** Extra header lines on every request, such as Authorization. */
  readonly headers?: readonly HeaderLine[];
  /** Replaces the Host header, so that evidence does not hold a random port. */
  readonly authority?: string;
  readonly connections?: number;
  readonly maxBodyBytes?: number;
  readonly maxHeaderBytes?: number;
  readonly tls?: { readonly ca?: string; readonly insecure?: boolean };
}

/** Where the harness listens: its own listener, to which a target forwards events, or the topic that it replies to. */
export interface Sink {
  readonly url: URL;
  /**
   * Messages whose header values, key or body hold `token`, taken out of the sink. Waits until at least `count` are there
   * or `timeoutMs` passed, whichever is first.
   */
  take(token: string, options: ExchangeOptions & { readonly count: number }): Promise<readonly SinkMessage[]>;
  close(): Promise<void>;
}
