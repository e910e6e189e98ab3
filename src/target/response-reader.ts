// Reads one HTTP/1.1 response from pieces of any size. As strict as undici's parser (so that both transports judge alike),
// and never holding more than its limits, whatever the peer sends.
import type { HeaderLine } from '../binding/types.js';
import { appendBody, bytesOf, emptyBody } from './growing-body.js';
import {
  type BodyFraming,
  bodyFraming,
  keepsAlive,
  parseHeaderLine,
  parseStatusLine,
  type StatusLine,
} from './response-head.js';
import { failed } from './transport-failure.js';
import type { Reply } from './types.js';

/** The end of reading: the reply, and whether the connection may carry another request. */
export interface Reading {
  readonly reply: Reply;
  readonly reusable: boolean;
}

export interface ResponseReader {
  /** Takes bytes as they come. Undefined as long as the response is not complete; nothing may be pushed after that. */
  push(bytes: Buffer): Reading | undefined;
  /** The peer closed its side. */
  end(): Reading;
}

export interface ReaderLimits {
  /** For the status and header lines of all heads (1xx too), for the trailers, and for each chunk-size line. */
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
}

type Phase = 'status' | 'headers' | 'length' | 'until-close' | 'chunk-size' | 'chunk-data' | 'chunk-end' | 'trailers';

const LF = 0x0a;
const CR = 0x0d;
const CHUNK_SIZE = /^([0-9A-Fa-f]{1,12})[\t ]*(?:;.*)?$/;
const START = Buffer.from('HTTP/1.');

/** A reader of the response to a request with this method. */
export function createResponseReader(method: string, limits: ReaderLimits): ResponseReader {
  let phase: Phase = 'status';
  let pending: Buffer | undefined;
  let lineBytes = 0;
  let statusLine: StatusLine = { minor: 1, status: 0, reason: '' };
  let headers: HeaderLine[] = [];
  let heard = false;
  let remaining = 0;
  const body = emptyBody();

  function push(chunk: Buffer): Reading | undefined {
    heard ||= chunk.length > 0;
    const scanned = pending?.length ?? 0;
    const bytes = pending === undefined ? chunk : Buffer.concat([pending, chunk]);
    pending = undefined;
    let at = 0;
    while (true) {
      if (isBody(phase)) {
        const end = phase === 'until-close' ? bytes.length : Math.min(bytes.length, at + remaining);
        if (appendBody(body, bytes.subarray(at, end), limits.maxBodyBytes)) return complete(true, false);
        remaining -= end - at;
        at = end;
        if (phase === 'until-close' || remaining > 0) return undefined;
        if (phase === 'length') return complete(false, at === bytes.length);
        phase = 'chunk-end';
        continue;
      }
      const lf = bytes.indexOf(LF, Math.max(at, scanned));
      lineBytes += (lf < 0 ? bytes.length : lf + 1) - at;
      if (lineBytes > limits.maxHeaderBytes)
        return refuse('too-large', `more than ${limits.maxHeaderBytes} bytes of header lines`);
      if (lf < 0) {
        pending = bytes.subarray(at);
        lineBytes -= pending.length;
        return phase === 'status' && !mayBegin(pending) ? notHttp('it does not begin with a status line') : undefined;
      }
      if (lf === at || bytes[lf - 1] !== CR) return notHttp('a line does not end with CR LF');
      const line = bytes.toString('latin1', at, lf - 1);
      at = lf + 1;
      const reading = takeLine(line, at === bytes.length);
      if (reading !== undefined) return reading;
    }
  }

  function takeLine(line: string, last: boolean): Reading | undefined {
    switch (phase) {
      case 'status':
        return takeStatus(line);
      case 'headers':
        return line === '' ? endOfHead(last) : takeHeader(line);
      case 'chunk-size':
        return takeChunkSize(line);
      case 'chunk-end':
        if (line !== '') return notHttp('a chunk is longer than its size');
        phase = 'chunk-size';
        return undefined;
      case 'trailers':
        if (line === '') return complete(false, last);
        return parseHeaderLine(line) === undefined ? notHttp('a trailer line is malformed') : undefined;
      default:
        return undefined;
    }
  }

  function takeStatus(line: string): Reading | undefined {
    if (line === '') return undefined;
    const parsed = parseStatusLine(line);
    if (parsed === undefined) return notHttp('it does not begin with a status line');
    statusLine = parsed;
    phase = 'headers';
    return undefined;
  }

  function takeHeader(line: string): Reading | undefined {
    const parsed = parseHeaderLine(line);
    if (parsed === undefined) return notHttp('a header line is malformed');
    headers.push(parsed);
    return undefined;
  }

  function endOfHead(last: boolean): Reading | undefined {
    if (statusLine.status === 101) return notHttp('it switches protocols unasked');
    if (statusLine.status < 200) {
      headers = [];
      phase = 'status';
      return undefined;
    }
    const framing = bodyFraming(method, statusLine.status, headers);
    lineBytes = 0;
    return beginBody(framing, last);
  }

  function beginBody(framing: BodyFraming, last: boolean): Reading | undefined {
    switch (framing.kind) {
      case 'none':
        return complete(false, last && !framing.promised);
      case 'invalid':
        return notHttp(`it has ${framing.why}`);
      case 'until-close':
        phase = 'until-close';
        return undefined;
      case 'chunked':
        phase = 'chunk-size';
        return undefined;
      case 'length':
        if (framing.length === 0) return complete(false, last);
        phase = 'length';
        remaining = framing.length;
        return undefined;
    }
  }

  function takeChunkSize(line: string): Reading | undefined {
    const digits = CHUNK_SIZE.exec(line)?.[1];
    if (digits === undefined) return notHttp('a chunk size is malformed');
    remaining = Number.parseInt(digits, 16);
    lineBytes = 0;
    phase = remaining === 0 ? 'trailers' : 'chunk-data';
    return undefined;
  }

  function complete(truncated: boolean, reusable: boolean): Reading {
    const { minor, status, reason } = statusLine;
    return {
      reply: { kind: 'response', response: { status, reason, headers, body: bytesOf(body), truncated } },
      reusable: reusable && keepsAlive(minor, headers),
    };
  }

  function end(): Reading {
    if (phase === 'until-close') return complete(false, false);
    if (!heard) return refuse('closed', 'the target closed the connection without a response');
    if (phase === 'status' && pending !== undefined && !mayBegin(pending)) return notHttp('it has no status line');
    return refuse('closed', 'the target closed the connection before the response was complete');
  }

  return { push, end };
}

function isBody(phase: Phase): boolean {
  return phase === 'length' || phase === 'until-close' || phase === 'chunk-data';
}

/** Whether an unfinished first line can still become a status line, so that garbage need not wait for the deadline. */
function mayBegin(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, START.length);
  return (bytes[0] === CR && bytes.length === 1) || START.compare(bytes, 0, length, 0, length) === 0;
}

function refuse(code: 'closed' | 'too-large' | 'not-http', message: string): Reading {
  return { reply: failed(code, message), reusable: false };
}

function notHttp(why: string): Reading {
  return refuse('not-http', `what came is no HTTP response: ${why}`);
}
