// Every HTTP message of the evidence as an entry: what was sent with what came back, what arrived, and what an adapter was handed or wrote.

import { describeReceived } from '../text/relevant-lines.js';
import { safe } from '../text/safe.js';
import type {
  ArrivedMessage,
  CaseReport,
  HttpBytes,
  ReceivedMessage,
  Report,
  SentPart,
  SentRequest,
} from '../types.js';
import { type Entry, type Exchanged, entryOf } from './entry-of.js';
import { placeOf } from './place-of.js';

/** Longest comment, in characters. */
const MOST = 300;

export function entriesOf(report: Report): readonly Entry[] {
  const exchanged = [...report.cases.flatMap((item) => ofCase(item, report)), ...ofCapture(report)];
  return exchanged.map((one) => entryOf(one, report.run.startedAt));
}

function ofCase(item: CaseReport, { target }: Report): readonly Exchanged[] {
  const { sent = [], received = [] } = item.evidence ?? {};
  const about = `${safe(item.id, MOST)}: ${item.status}`;
  const replies = received.filter(({ kind }) => kind !== 'arrived');
  // Every other question has one reply, and requests come last.
  const first = sent.filter((part) => 'kind' in part).length;
  const messages = sent.filter((part) => !('kind' in part));
  return [
    ...messages.flatMap((part, index) =>
      isRequest(part) ? [handed(part, replies[first + index], { about, target })] : [],
    ),
    ...received
      .flatMap((message) => (message.kind === 'messages' ? message.messages : []))
      .flatMap((message) => ('binding' in message ? [] : [written(message, about)])),
    ...received.flatMap((message) => (message.kind === 'arrived' ? arrived(message, about) : [])),
  ];
}

const isRequest = (part: SentPart): part is SentRequest => 'method' in part;

function handed(
  request: SentRequest,
  reply: ReceivedMessage | undefined,
  { about, target }: { readonly about: string; readonly target: Report['target'] },
): Exchanged {
  const { method, headers, body } = request;
  const isOnWire = target.kind !== 'adapter';
  return {
    request: { method, url: placeOf(target), httpVersion: isOnWire ? 'HTTP/1.1' : 'unknown', headers, body },
    ...(reply?.kind === 'response' ? { response: reply } : {}),
    comment: [
      about,
      ...(isOnWire ? [] : ['handed to an adapter as a message, not sent over HTTP']),
      answer(reply),
    ].join('; '),
  };
}

function answer(reply: ReceivedMessage | undefined): string {
  if (reply === undefined) return 'no reply is known';
  return reply.kind === 'response' ? 'answered' : describeReceived(reply, MOST);
}

const written = (message: HttpBytes, about: string): Exchanged => ({
  request: { method: 'POST', url: placeOf({ kind: 'message' }), httpVersion: 'unknown', ...message },
  comment: `${about}; written by an adapter as a message, not sent over HTTP`,
});

function arrived(message: ArrivedMessage, about: string): readonly Exchanged[] {
  if ('binding' in message) return [];
  const { method, path, headers, body } = message;
  return [
    {
      request: {
        method: safe(method, 40),
        url: placeOf({ kind: 'sink' }, path),
        httpVersion: 'unknown',
        headers,
        body,
      },
      comment: `${about}; arrived at the listener of the harness, whose answer is not kept`,
    },
  ];
}

const ofCapture = ({ capture }: Report): readonly Exchanged[] =>
  (capture?.messages ?? []).flatMap((message, index) => arrived(message, `captured message ${index + 1}`));
