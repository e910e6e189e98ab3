// A real server whose answers a test writes, closed when the test ends.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { HeaderLine, HttpMessage } from '../../../src/binding/types.js';
import { answer, receive } from '../../../src/reference/receiver.js';

/** A request as it came in. `text` is its body; `index` counts requests from 0. */
export interface Incoming extends HttpMessage {
  readonly text: string;
  readonly index: number;
}

export interface TestServer {
  readonly url: URL;
  readonly requests: number;
  close(): Promise<void>;
}

export async function startHttp(serve: (request: Incoming, response: ServerResponse) => unknown): Promise<TestServer> {
  let requests = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const index = requests++;
    response.sendDate = false;
    // The transport repeats a request that is lost on a connection it had used before; a test counts its requests.
    response.shouldKeepAlive = false;
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      serve({ headers: linesOf(request.rawHeaders), body, text: body.toString('utf8'), index }, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    get requests() {
      return requests;
    },
    close,
  };
}

/** Answers as the faultless reference does. */
export function answerTruly(request: HttpMessage, response: ServerResponse): void {
  const { status, headers, body } = answer(receive(request));
  response.writeHead(status, headers.flat()).end(body);
}

/** Whether the request is the one case that a test is about. */
export const mentions = ({ text, headers }: Incoming, word: string): boolean =>
  text.includes(word) || headers.some(([, value]) => value.includes(word));

function linesOf(raw: readonly string[]): readonly HeaderLine[] {
  return Array.from({ length: raw.length / 2 }, (_, at): HeaderLine => [raw[2 * at] ?? '', raw[2 * at + 1] ?? '']);
}
