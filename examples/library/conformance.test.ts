// Every case as a test of this suite: npx vitest run
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeMessage, encodeMessage } from 'ce-conform/arbitraries';
import { conformance } from 'ce-conform/vitest';
import { afterAll, beforeAll } from 'vitest';

// In place of your own application: it takes an event, and answers with what it read.
const server: Server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { rawHeaders: raw } = request;
    const headers = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
    const decoded = decodeMessage({ headers, body: Buffer.concat(chunks) });
    if (decoded.kind === 'rejected') return response.writeHead(400).end();
    const { mode, events } = decoded.value;
    const answer = encodeMessage(events, { binding: 'http', mode: mode === 'batch' ? 'batch' : 'structured' });
    return response.writeHead(200, Object.fromEntries(answer.headers)).end(answer.body);
  });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

conformance({
  target: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  only: ['http.dec.*'],
});
