// Evidence to JSON and back, without the loss of a byte.
import type { HeaderLine } from '../binding/http/types.js';
import type { Evidence } from '../engine/evidence.js';
import type { Observation } from '../engine/observed.js';
import { fromByteString, latin1ToByteString, toByteString } from '../event/byte-string.js';
import type { HttpRequest, Reply, SinkMessage } from '../target/types.js';
import { digestOf } from './evidence-digest.js';
import type { CaseReport, HeaderLines, ReceivedMessage, SentMessage } from './types.js';

export type EvidenceReport = NonNullable<CaseReport['evidence']>;

/** Hides header values that are secret; applied before anything is written. */
export type Redact = (lines: readonly HeaderLine[]) => readonly HeaderLine[];

/** Evidence as the report holds it, with a digest over both directions. */
export function toEvidenceReport(evidence: Evidence, redact: Redact): EvidenceReport {
  const sent = evidence.requests.map((request) => sentOf(request, redact));
  const received = [
    ...evidence.replies.map((reply) => receivedOf(reply, redact)),
    ...evidence.arrived.map((message) => arrivedOf(message, redact)),
  ];
  const fence = evidence.fence === undefined ? {} : { fence: evidence.fence };
  return { digest: digestOf({ sent, received, ...fence }), sent, received, ...fence };
}

/** The evidence of a report, for judging it again. */
export function fromEvidenceReport(
  report: EvidenceReport,
  token: string,
  observation: Observation,
  ms: number,
): Evidence {
  return {
    token,
    observation,
    ms,
    ...(report.fence === undefined ? {} : { fence: report.fence }),
    requests: report.sent.map(requestOf),
    replies: report.received.flatMap((message) => (message.kind === 'arrived' ? [] : [replyOf(message)])),
    arrived: report.received.flatMap((message) =>
      message.kind === 'arrived'
        ? [
            {
              method: message.method,
              path: message.path,
              headers: linesOf(message.headers),
              body: fromByteString(message.body),
            },
          ]
        : [],
    ),
  };
}

function sentOf(request: HttpRequest, redact: Redact): SentMessage {
  return {
    method: request.method,
    via: request.via,
    ...(request.framing === undefined ? {} : { framing: request.framing }),
    ...(request.pieces === undefined ? {} : { pieces: request.pieces }),
    headers: headerLines(redact(request.headers)),
    body: toByteString(request.body),
  };
}

function receivedOf(reply: Reply, redact: Redact): ReceivedMessage {
  if (reply.kind === 'failure') return { kind: 'failure', ...reply.failure };
  const { status, reason, headers, body, truncated } = reply.response;
  return {
    kind: 'response',
    status,
    reason,
    headers: headerLines(redact(headers)),
    body: toByteString(body),
    ...(truncated ? { truncated } : {}),
  };
}

const arrivedOf = ({ method, path, headers, body }: SinkMessage, redact: Redact): ReceivedMessage => ({
  kind: 'arrived',
  method,
  path,
  headers: headerLines(redact(headers)),
  body: toByteString(body),
});

const requestOf = ({ headers, body, ...rest }: SentMessage): HttpRequest => ({
  ...rest,
  headers: linesOf(headers),
  body: fromByteString(body),
});

function replyOf(message: Exclude<ReceivedMessage, { readonly kind: 'arrived' }>): Reply {
  if (message.kind === 'failure') return { kind: 'failure', failure: { code: message.code, message: message.message } };
  const { status, reason, headers, body, truncated } = message;
  return {
    kind: 'response',
    response: { status, reason, headers: linesOf(headers), body: fromByteString(body), truncated: truncated === true },
  };
}

// A header value holds one character for each byte.
const headerLines = (lines: readonly HeaderLine[]): HeaderLines =>
  lines.map(([name, value]) => [name, latin1ToByteString(value)]);

const linesOf = (lines: HeaderLines): readonly HeaderLine[] =>
  lines.map(([name, value]) => [name, Buffer.from(fromByteString(value)).toString('latin1')]);
