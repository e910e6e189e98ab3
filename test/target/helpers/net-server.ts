// A server that does whatever a test writes on its sockets, closed when the test ends.
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

export interface NetServer {
  readonly url: URL;
  /** Connections accepted so far. */
  readonly connections: number;
}

/** Serves plain connections, or TLS when a certificate is given. `index` counts connections from 0. */
export async function startNetServer(
  serve: (socket: Socket, index: number) => void,
  tls?: TlsOptions,
): Promise<NetServer> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const onSocket = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    connections += 1;
    serve(socket, connections - 1);
  };
  const server: Server = tls === undefined ? createServer(onSocket) : createTlsServer(tls, onSocket);
  server.on('tlsClientError', () => undefined);
  const port = await listen(server);
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: new URL(`${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/in`),
    get connections() {
      return connections;
    },
  };
}

/** A port of 127.0.0.1 on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Calls back with the bytes of each request on the socket, once its Content-Length or last chunk is there. */
export function onRequests(socket: Socket, serve: (request: string) => void): void {
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
    for (let end = requestEnd(text); end !== undefined; end = requestEnd(text)) {
      const request = text.slice(0, end);
      text = text.slice(end);
      serve(request);
    }
  });
}

function requestEnd(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const lines = text.slice(0, head);
  if (/^transfer-encoding: *chunked/im.test(lines)) {
    const last = text.indexOf('0\r\n\r\n', head + 4);
    return last < 0 ? undefined : last + 5;
  }
  const end = head + 4 + Number(/^content-length: *(\d+)/im.exec(lines)?.[1] ?? 0);
  return text.length < end ? undefined : end;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
