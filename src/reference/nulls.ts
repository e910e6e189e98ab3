// Targets that implement nothing. A harness that is satisfied with one of them can be fooled.
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Served } from './serve.js';

export interface NullTarget {
  readonly name: string;
  readonly summary: string;
  readonly start: () => Promise<Served>;
}

/** An event that was sent by nobody. */
const FIXED_EVENT = JSON.stringify({
  specversion: '1.0',
  id: 'fixed',
  source: '/fixed',
  type: 'org.example.fixed',
  datacontenttype: 'application/json',
  data: {},
});

export const NULL_TARGETS: readonly NullTarget[] = [
  { name: 'closed-port', summary: 'nothing listens', start: closedPort },
  {
    name: 'hangs',
    summary: 'takes connections and never answers',
    start: () => listen(createTcpServer((socket) => keepOpen(socket))),
  },
  {
    name: 'resets',
    summary: 'resets every connection',
    start: () => listen(createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))),
  },
  http('empty-200', 'answers 200 with nothing to everything', (_, response) => response.writeHead(200).end()),
  http('json-200', 'answers 200 {} to everything', (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  ),
  ...[204, 400, 404, 500].map((status) =>
    http(`always-${status}`, `answers ${status} to everything`, (_, response) => response.writeHead(status).end()),
  ),
  http('echo', 'sends the request back, byte for byte', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => response.writeHead(200, copiedHeaders(request.rawHeaders)).end(Buffer.concat(chunks)));
  }),
  http('echo-headers', 'sends the headers of the request back, without its body', (request, response) =>
    response.writeHead(200, copiedHeaders(request.rawHeaders)).end(),
  ),
  http('html', 'answers an HTML page to everything', (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Welcome</title><h1>It works!</h1>'),
  ),
  http('redirects', 'redirects everything', (_, response) => response.writeHead(307, { location: '/elsewhere' }).end()),
  http('fixed-event', 'replies the same event to everything', (_, response) =>
    response.writeHead(200, { 'content-type': 'application/cloudevents+json' }).end(FIXED_EVENT),
  ),
];

function http(name: string, summary: string, listener: RequestListener): NullTarget {
  return {
    name,
    summary,
    start: () =>
      listen(
        createHttpServer((request, response) => {
          response.sendDate = false;
          request.resume();
          listener(request, response);
        }),
      ),
  };
}

async function listen(server: Server): Promise<Served> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // A peer that resets is this target's business as usual.
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

// A port that was free a moment ago.
async function closedPort(): Promise<Served> {
  const served = await listen(createTcpServer());
  await served.close();
  return { url: served.url, close: () => Promise.resolve() };
}

function keepOpen(socket: Socket): void {
  socket.resume();
}

const FRAMING = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

function copiedHeaders(raw: readonly string[]): string[] {
  const copied: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name, value] = [raw[index] ?? '', raw[index + 1] ?? ''];
    if (!FRAMING.has(name.toLowerCase())) copied.push(name, value);
  }
  return copied;
}
