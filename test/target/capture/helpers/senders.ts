// A capture that ends with the test, and ways to send to it: bytes on a socket, and requests of a client.
import { connect, type Socket } from 'node:net';
import { request } from 'undici';
import { onTestFinished } from 'vitest';
import type { Capture, CaptureOptions } from '../../../../src/target/capture/types.js';
import { startCapture } from '../../../../src/target/capture.js';

export async function opened(options?: CaptureOptions): Promise<Capture> {
  const capture = await startCapture(options);
  onTestFinished(() => capture.close());
  return capture;
}

/** A connection that is closed with the test. Characters of what is written stand for bytes. */
export function connected({ url }: Capture): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname.replace(/^\[|\]$/g, ''), () => resolve(socket));
    socket.setEncoding('latin1');
    socket.on('error', reject);
    onTestFinished(() => {
      socket.destroy();
    });
  });
}

/** All that comes back for these bytes until the connection is closed. */
export async function sendRaw(capture: Capture, bytes: string): Promise<string> {
  const socket = await connected(capture);
  socket.removeAllListeners('error').on('error', () => undefined);
  return new Promise((resolve) => {
    let seen = '';
    socket.on('data', (text) => {
      seen += text;
    });
    socket.on('close', () => resolve(seen));
    socket.write(bytes, 'latin1');
  });
}

/** Resolves with what came on a connection, once it holds `text`. */
export function seenOn(socket: Socket, text: string): Promise<string> {
  return new Promise((resolve) => {
    let seen = '';
    socket.on('data', (chunk) => {
      seen += chunk;
      if (seen.includes(text)) resolve(seen);
    });
  });
}

/** Posts a body, and gives the status. */
export async function post(
  capture: Capture,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<number> {
  const response = await request(capture.url, { method: 'POST', body, headers });
  await response.body.dump();
  return response.statusCode;
}

export const textOf = (body: Uint8Array): string => Buffer.from(body).toString('latin1');

/** The bodies of what was captured, as latin1. */
export const bodies = (capture: Capture): readonly string[] => capture.messages().map(({ body }) => textOf(body));
