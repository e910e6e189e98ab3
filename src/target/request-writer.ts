// Writes an HTTP/1.1 request exactly as asked: names, values, framing and even the segments it travels in.
import type { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { type HttpEndpoint, requestLines } from './http-endpoint.js';
import { guardRequest } from './request-guard.js';
import type { HttpRequest } from './types.js';

/** A request as bytes: the head holds one character a byte; the body has its framing around it. */
export interface EncodedRequest {
  readonly head: string;
  readonly body: Uint8Array;
}

/** Throws when `guardRequest` refuses. A chunked body is cut in two chunks, so that there is a border to get wrong. */
export function encodeRequest(endpoint: HttpEndpoint, request: HttpRequest): EncodedRequest {
  const lines = requestLines(endpoint, request);
  guardRequest(request, lines);
  let head = `${request.method} ${endpoint.path} HTTP/1.1\r\nHost: ${endpoint.host}\r\n`;
  for (const [name, value] of lines) head += `${name}: ${value}\r\n`;
  const framing = request.framing ?? 'content-length';
  switch (framing) {
    case 'content-length':
      return { head: `${head}Content-Length: ${lengthOf(request)}\r\n\r\n`, body: cut(request, request.body) };
    case 'chunked':
      return { head: `${head}Transfer-Encoding: chunked\r\n\r\n`, body: cut(request, inChunks(request.body)) };
    case 'none':
      return { head: `${head}\r\n`, body: request.body };
  }
}

/** Whether more is announced than is sent, or less: such a request has no end that both sides agree on. */
export const isBroken = ({ lengthDelta, cutAfter }: HttpRequest): boolean =>
  lengthDelta !== undefined || cutAfter !== undefined;

const lengthOf = ({ body, lengthDelta = 0 }: HttpRequest): number => Math.max(0, body.length + lengthDelta);

const cut = ({ cutAfter }: HttpRequest, body: Uint8Array): Uint8Array =>
  cutAfter === undefined ? body : body.subarray(0, cutAfter);

/** How a request is cut in pieces, of so many bytes each, and how many milliseconds lie between two of them. */
export interface Pieces {
  readonly length: number;
  readonly pauseMs: number;
}

/** Puts the request on the socket. Resolves when the last piece was handed over, or at once when the socket is gone. */
export async function writeRequest(socket: Socket, request: EncodedRequest, pieces?: Pieces): Promise<void> {
  if (pieces === undefined) {
    socket.cork();
    socket.write(request.head, 'latin1');
    if (request.body.length > 0) socket.write(request.body);
    socket.uncork();
    return;
  }
  const bytes = Buffer.concat([Buffer.from(request.head, 'latin1'), request.body]);
  for (let at = 0; at < bytes.length && !socket.destroyed; at += pieces.length) {
    if (at > 0) {
      if (pieces.pauseMs > 0) await pause(pieces.pauseMs);
      // What has come meanwhile is read before anything else is written: a write that fails would hide it.
      await nextTurn();
    }
    await handOver(socket, bytes.subarray(at, at + pieces.length));
  }
}

/** The longest pause between two pieces of a request that is sent slowly, and the part of its deadline that all of them may take. */
const [LONGEST_PAUSE_MS, PART_OF_DEADLINE] = [10, 0.25] as const;

/** The pause between pieces of so many bytes with which a request is sent slowly, but well within its deadline. */
export function slowly({ head, body }: EncodedRequest, length: number, timeoutMs: number): Pieces {
  const pauses = Math.ceil((head.length + body.length) / length);
  return { length, pauseMs: Math.min(LONGEST_PAUSE_MS, Math.floor((timeoutMs * PART_OF_DEADLINE) / pauses)) };
}

function handOver(socket: Socket, piece: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.write(piece, () => resolve());
  });
}

function inChunks(body: Uint8Array): Uint8Array {
  const middle = Math.ceil(body.length / 2);
  const parts: Uint8Array[] = [];
  for (const chunk of [body.subarray(0, middle), body.subarray(middle)]) {
    if (chunk.length === 0) continue;
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}
