// From evidence to what a judge may look at. Pure: `verify` runs it again on a report.
import { decodeMessage } from '../binding/decode-message.js';
import { headersByName } from '../binding/http/headers.js';
import { attributeLines, mediaTypeOf, modeOfMessage } from '../binding/parts.js';
import { bindingOf, type HeaderLine, type Message } from '../binding/types.js';
import { trimOws } from '../target/header-text.js';
import type { HttpResponse, Reply, Stimulus } from '../target/types.js';
import type { Evidence } from './evidence.js';
import type { Observed, Output, Reaction } from './observed.js';

/** Answers that are about the request's place, rights or rate rather than about the event it carries. */
const UNDECIDED: ReadonlyMap<number, string> = new Map([
  [401, 'authentication is asked for'],
  [403, 'access is forbidden'],
  [404, 'nothing is served at this path'],
  [405, 'the method is not allowed'],
  [407, 'a proxy asks for authentication'],
  [408, 'the target gave up waiting'],
  [410, 'the resource is gone'],
  [421, 'the request is misdirected'],
  [425, 'the target asks to try later'],
  [429, 'the target limits the rate'],
  [502, 'a gateway got no answer from behind it'],
  [503, 'the service is unavailable'],
  [504, 'a gateway got no answer in time'],
]);

/** Of an error text, so many bytes or letters are kept for grouping. */
const TEXT_LENGTH = 240;

/** What a reply says about the event. */
export function reaction(reply: Reply): Reaction {
  switch (reply.kind) {
    case 'failure':
      return { kind: 'broken', failure: reply.failure };
    case 'events':
    case 'messages':
    case 'valid':
    case 'set':
    case 'published':
      return { kind: 'accepted' };
    case 'value':
      return reply.errors.includes('parse') ? { kind: 'refused', text: 'a parse error' } : { kind: 'accepted' };
    case 'unset':
      return { kind: 'undecided', reason: `the filter could not be set: ${start(reply.reason)}` };
    case 'invalid':
    case 'rejected':
      return { kind: 'refused', text: start(reply.reason) };
    case 'unwritten':
      return { kind: 'undecided', reason: `the event was decoded, and then not written: ${start(reply.reason)}` };
    case 'unsupported':
      return { kind: 'undecided', reason: 'the adapter claims this, and answers unsupported' };
    case 'response':
      return responseReaction(reply.response);
  }
}

function responseReaction({ status, body }: HttpResponse): Reaction {
  if (status >= 200 && status < 300) return { kind: 'accepted', status };
  if (status < 400) return { kind: 'undecided', status, reason: 'a redirect is not followed' };
  const reason = UNDECIDED.get(status);
  if (reason !== undefined) return { kind: 'undecided', status, reason };
  return { kind: 'refused', status, text: Buffer.from(body.subarray(0, TEXT_LENGTH)).toString('utf8') };
}

// Half a surrogate pair is no letter.
const start = (text: string): string => text.slice(0, TEXT_LENGTH).replace(/[\ud800-\udbff]$/, '');

/** Everything a judge may look at, from the evidence alone. */
export function observe(evidence: Evidence): Observed {
  return {
    token: evidence.token,
    observation: evidence.observation,
    requests: evidence.requests,
    ...(evidence.told === undefined ? {} : { told: evidence.told }),
    ...(evidence.validated === undefined ? {} : { validated: evidence.validated }),
    ...(evidence.filter === undefined ? {} : { filtered: true as const }),
    reactions: evidence.replies.map(reaction),
    outputs: outputs(evidence),
    answers: evidence.replies.flatMap((reply) => (reply.kind === 'value' ? [reply] : [])),
    ...(evidence.observation === 'capture' || evidence.observation === 'sink' ? { arrived: evidence.arrived } : {}),
    ...(evidence.fence === undefined ? {} : { fence: evidence.fence }),
  };
}

function outputs(evidence: Evidence): readonly Output[] {
  switch (evidence.observation) {
    case 'status':
    case 'capture':
      return [];
    case 'sink':
      return evidence.arrived.map((message) => output(message, evidence.requests));
    case 'reply':
      return evidence.replies.flatMap((reply) =>
        reply.kind === 'response' && isEventful(reply.response.status)
          ? [reply.response.truncated ? cut(reply.response) : output(reply.response, evidence.requests)]
          : [],
      );
    case 'adapter':
      return evidence.replies.flatMap((reply) => told(reply, evidence.requests));
  }
}

// The events of an adapter are not hidden behind any encoding.
function told(reply: Reply, requests: readonly Stimulus[]): readonly Output[] {
  if (reply.kind === 'messages') return reply.messages.map((message) => output(message, requests));
  if (reply.kind !== 'events') return [];
  const { events } = reply;
  return [{ decoded: { kind: 'decoded', value: { mode: 'structured', events } }, copied: false }];
}

// An event may well be in what was not read: neither seen nor missing.
const cut = (message: Message): Output => ({
  message,
  decoded: { kind: 'rejected', code: 'malformed', reason: 'the reply is longer than the harness reads' },
  copied: false,
});

const isEventful = (status: number): boolean => status >= 200 && status < 300;

function output(message: Message, requests: readonly Stimulus[]): Output {
  return {
    message,
    decoded: decodeMessage(message),
    copied: requests.some((request) => isCopy(request, message)),
  };
}

// In binary mode a copy shows in the headers: every attribute came back with the very bytes that were sent.
function isCopy(request: Message, message: Message): boolean {
  if (Buffer.compare(request.body, message.body) !== 0 || mediaType(request) !== mediaType(message)) return false;
  if (modeOfMessage(request).mode !== 'binary') return request.body.length > 0;
  return repeatsHeaders(request, message);
}

/** Whether a message has every line of an attribute that the request has, with the very bytes that were sent. */
export function repeatsHeaders(request: Message, message: Message): boolean {
  const sent = attributeHeaders(request);
  const came = attributeHeaders(message);
  return sent.size > 0 && [...sent].every(([name, value]) => came.get(name) === value);
}

// White space around a value does not belong to it, and every server takes it away.
const attributeHeaders = (message: Message): ReadonlyMap<string, string> =>
  headersByName(
    attributeLines(message).map(([name, value]): HeaderLine => [name, isHttp(message) ? trimOws(value) : value]),
  );

const isHttp = (message: Message): boolean => bindingOf(message) === 'http';

const mediaType = (message: Message): string | undefined => mediaTypeOf(message)?.split(';')[0]?.trim().toLowerCase();
