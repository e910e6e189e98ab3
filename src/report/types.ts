// The report, as its schema describes it (`ce-conform schema report`). Every other format renders from this one.

import type { Binding, ContentMode } from '../binding/types.js';
import type { Task } from '../engine/case.js';
import type { Finding } from '../engine/findings.js';
import type { Status } from '../engine/judgement.js';
import type { Observation } from '../engine/observed.js';
import type { Level } from '../engine/requirement.js';
import type { Verdict } from '../engine/verdict.js';
import type { ByteString } from '../event/byte-string.js';
import type { JsonValue } from '../event/types.js';
import type { WireEvent } from '../event/wire.js';
import type { TransportFailure } from '../target/types.js';
import type { BaselineReport } from './baseline/types.js';

export const REPORT_SCHEMA = 'ce-conform/report/1';

export interface Summary {
  readonly pass: number;
  readonly fail: number;
  readonly warn: number;
  readonly observed: number;
  readonly notApplicable: number;
  readonly blocked: number;
  readonly inconclusive: number;
  readonly timeout: number;
  readonly harnessError: number;
  readonly notRun: number;
}

/** Header lines as sent or received, each value a byte string. */
export type HeaderLines = readonly (readonly [name: string, value: ByteString])[];

/** A Kafka record or an MQTT PUBLISH, either way. */
export interface BrokerMessage {
  readonly binding: 'kafka' | 'mqtt5' | 'mqtt3';
  /** Of MQTT. */
  readonly qos?: 0 | 1 | 2;
  /** Record headers, or user properties. */
  readonly headers: HeaderLines;
  /** Names of record headers whose value is null. */
  readonly nullHeaders?: readonly string[];
  /** The record key; absent for a null one. */
  readonly key?: ByteString;
  /** The properties of MQTT 5. */
  readonly contentType?: string;
  readonly payloadFormat?: 0 | 1;
  /** The record value, or the payload; null for a null value. */
  readonly body: ByteString | null;
}

/** Header lines and a body: what is kept of an HTTP message. */
export interface HttpBytes {
  readonly headers: HeaderLines;
  readonly body: ByteString;
}

export type SentMessage = SentRequest | BrokerMessage;

export interface SentRequest extends HttpBytes {
  readonly method: string;
  readonly via: 'client' | 'raw';
  readonly framing?: 'content-length' | 'chunked' | 'none';
  readonly pieces?: number;
}

/** Events that were asked for as a message, or asked about. */
export interface ToldEvents {
  readonly kind: 'events';
  /** Absent for HTTP. */
  readonly binding?: Exclude<Binding, 'http'>;
  readonly mode: ContentMode | 'validate';
  readonly events: readonly WireEvent[];
  /** How the record key was to come about. */
  readonly key?: { readonly value: ByteString } | { readonly mapper: 'partitionkey' };
}

/** An expression that was asked about, and the event that it was evaluated over. */
export interface AskedExpression {
  readonly kind: 'expression';
  readonly expression: WrittenExpression;
  readonly event: WireEvent;
}

/** An expression that was made the filter before the messages were sent. */
export interface SetExpression {
  readonly kind: 'filter';
  readonly expression: WrittenExpression;
}

/** The text; of a very long one its start, its length in UTF-16 code units, and its SHA-256. */
export type WrittenExpression = string | { readonly start: string; readonly length: number; readonly digest: string };

export type SentPart = SentMessage | ToldEvents | AskedExpression | SetExpression;

export type ReceivedMessage =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly reason: string;
      readonly headers: HeaderLines;
      readonly body: ByteString;
      readonly truncated?: true;
    }
  | { readonly kind: 'failure'; readonly code: TransportFailure['code']; readonly message: string }
  /** What an adapter decoded. */
  | { readonly kind: 'events'; readonly events: readonly WireEvent[] }
  /** What an adapter encoded. */
  | { readonly kind: 'messages'; readonly messages: readonly (HttpBytes | BrokerMessage)[] }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'unwritten'; readonly reason: string }
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid'; readonly reason: string }
  /** What an engine gave for an expression. */
  | { readonly kind: 'value'; readonly value?: JsonValue; readonly errors: readonly string[] }
  /** The filter is in force. */
  | { readonly kind: 'set' }
  | { readonly kind: 'unset'; readonly reason: string }
  | { readonly kind: 'unsupported' }
  /** A broker has taken the message. */
  | { readonly kind: 'published' }
  | ArrivedMessage;

/** A message that arrived where the harness listens. */
export type ArrivedMessage = ArrivedRequest | ArrivedFromBroker;

export interface ArrivedRequest extends HttpBytes {
  readonly kind: 'arrived';
  readonly method: string;
  readonly path: string;
}

export interface ArrivedFromBroker extends BrokerMessage {
  readonly kind: 'arrived';
}

export interface CaseReport {
  readonly id: string;
  readonly requirement: string;
  readonly level: Level;
  readonly title: string;
  readonly status: Status;
  readonly expected?: JsonValue;
  readonly actual?: JsonValue;
  readonly message?: string;
  readonly positions: readonly string[];
  /** The requirement is not part of the scored specification. */
  readonly unscored?: true;
  /** The case is in none of the profiles of the report: the verdict does not speak of it. */
  readonly uncounted?: true;
  readonly twin?: string;
  /** Which of the captured messages it rests on, from 0. */
  readonly captured?: number;
  readonly evidence?: {
    readonly digest: string;
    readonly sent: readonly SentPart[];
    readonly received: readonly ReceivedMessage[];
    /** `lost`: an event that was sent later did not arrive at the sink either. `late`: it came when the filter was gone. */
    readonly fence?: 'lost' | 'late';
    /** What an adapter wrote on its stderr while it failed. */
    readonly stderr?: string;
  };
  /** Milliseconds spent, in whole seconds, where a deadline passed; else 0, so that equal runs give equal reports. */
  readonly ms: number;
}

/** All that was captured of a producer: every case of such a report rests on it. */
export interface CaptureReport {
  readonly digest: string;
  readonly messages: readonly ArrivedMessage[];
  /** What ended the capture. */
  readonly ended: string;
  /** Messages that came and were not kept, by reason. */
  readonly lost: { readonly [reason: string]: number };
}

export interface ProfileReport {
  readonly id: string;
  readonly verdict: Verdict;
  readonly summary: Summary;
  readonly requirements: { readonly applicable: number; readonly verified: number; readonly failed: number };
  /** Why it is inconclusive. */
  readonly reason?: string;
}

export interface RequirementReport {
  readonly id: string;
  readonly level: Level;
  readonly outcome: 'verified' | 'failed' | 'warned' | 'observed' | 'open' | 'not-applicable';
  readonly cases: number;
  readonly reason?: string;
  /** The section that holds the rule: its document and title. */
  readonly document?: string;
  readonly section?: string;
  /** The requirement is not part of the scored specification. */
  readonly unscored?: true;
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  /** Over all the rest of the report; see `digest.ts`. */
  readonly digest: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly suite: { readonly digest: string; readonly specVersion: string };
  readonly target: {
    readonly name: string;
    /** Of an SDK behind an adapter. */
    readonly version?: string;
    readonly language?: string;
    readonly kind: string;
    readonly url?: string;
    readonly observation: Observation;
    /** What it was asked. */
    readonly tasks: readonly Task[];
    /** Over which bindings; absent for HTTP alone. */
    readonly bindings?: readonly Binding[];
    readonly claims: readonly string[];
    /** What the probe of each message form gave. */
    readonly probes: Readonly<Record<string, string>>;
    readonly notes: readonly string[];
  };
  readonly run: {
    readonly seed: string;
    readonly startedAt: string;
    readonly durationMs: number;
    readonly node: string;
    readonly platform: string;
    readonly stopped?: string;
  };
  /** Present when only a part of the suite was asked for: the verdict then speaks of that part alone. */
  readonly selection?: {
    readonly only: readonly string[];
    readonly skip: readonly string[];
    readonly cases: number;
    readonly of: number;
  };
  readonly verdict: Verdict;
  readonly summary: Summary;
  readonly profiles: readonly ProfileReport[];
  /** Profiles that could not be decided, with what would make them visible. */
  readonly unseen: readonly { readonly id: string; readonly reveal: string }[];
  readonly requirements: readonly RequirementReport[];
  /** Present where a producer was captured. */
  readonly capture?: CaptureReport;
  readonly findings: readonly Finding[];
  /** Present when failures were listed before the run: it decides the exit code, and never the verdict. */
  readonly baseline?: BaselineReport;
  readonly cases: readonly CaseReport[];
}
