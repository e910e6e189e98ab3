import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpTargetOptions } from '../../src/target/types.js';
import { onRequests, startNetServer } from './helpers/net-server.js';
import { selfSigned } from './helpers/self-signed.js';
import { failureOf, openTarget, post, responseOf, type Via } from './helpers/targets.js';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** What each transport adds by itself, in front of the request's own lines. */
const ADDED: Readonly<Record<Via, readonly RegExp[]>> = {
  client: [/^host: /, /^connection: keep-alive$/],
  raw: [/^Host: /],
};

describe.each<Via>(['client', 'raw'])('requests via %s', (via) => {
  it('adds Host, Connection and Content-Length, and nothing else', async () => {
    const headers = [
      ['ce-SpecVersion', '1.0'],
      ['CE-ID', 'a%20b'],
      ['ce-id', ''],
      ['X-Latin', 'caf\xe9'],
      ['Content-Type', 'text/plain'],
      ['ce-id', 'again'],
    ] as const;
    const lines = (await sent(via, { headers })).split('\r\n');
    const [requestLine, ...rest] = lines.slice(0, lines.indexOf(''));
    expect(requestLine).toBe('POST /in HTTP/1.1');
    for (const added of ADDED[via]) expect(rest.shift()).toMatch(added);
    expect(rest.pop()?.toLowerCase()).toBe('content-length: 5');
    expect(rest).toEqual(headers.map(([name, value]) => `${name}: ${value}`));
    expect(lines.at(-1)).toBe('hello');
  });

  it('sends a body byte for byte', async () => {
    const body = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect((await sent(via, { body })).endsWith(`\r\n\r\n${Buffer.from(body).toString('latin1')}`)).toBe(true);
  });

  it('sends an empty body with its length', async () => {
    expect(await sent(via, { body: new Uint8Array() })).toMatch(/\r\ncontent-length: 0\r\n\r\n$/i);
  });

  it('sends any method', async () => {
    expect(await sent(via, { method: 'PUT' })).toMatch(/^PUT \/in HTTP\/1\.1\r\n/);
    expect(await sent(via, { method: 'OPTIONS', body: new Uint8Array() })).toMatch(/^OPTIONS \/in /);
  });

  it('keeps path and query, and drops the fragment', async () => {
    expect(await sent(via, {}, {}, (url) => new URL('/a%20b/?x=%7e&x=#f', url))).toMatch(
      /^POST \/a%20b\/\?x=%7e&x= HTTP\/1\.1\r\n/,
    );
  });

  it('names the host of the URL, or the authority given', async () => {
    const server = await recording();
    await openTarget(server.url).exchange(post(via), { timeoutMs: 5_000 });
    await openTarget(server.url, { authority: 'example.test' }).exchange(post(via), { timeoutMs: 5_000 });
    const hosts = server.requests.map((request) => /^host: (.*)\r$/im.exec(request)?.[1]);
    expect(hosts).toEqual([server.url.host, 'example.test']);
  });

  it('sends user and password as Basic credentials', async () => {
    const request = await sent(via, {}, {}, (url) => withUser(url, 'us%20er', 'p%C3%A9%zz'));
    const encoded = /^authorization: Basic (.*)\r$/im.exec(request)?.[1] ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe('us er:p%C3%A9%zz');
    expect(request).toMatch(/^host: 127\.0\.0\.1:\d+\r$/im);
  });

  it('puts the lines of the target on every request, but for those the request has itself', async () => {
    const headers = [
      ['Authorization', 'Bearer a'],
      ['X-Extra', '1'],
    ] as const;
    const request = await sent(via, { headers: [['authorization', 'none']] }, { headers }, (url) =>
      withUser(url, 'user', 'password'),
    );
    expect(request).toMatch(/\r\nX-Extra: 1\r\nauthorization: none\r\n/);
    expect(request.match(/authorization/gi)).toHaveLength(1);
  });

  it('takes the lines of the target before the user of the URL', async () => {
    const request = await sent(via, {}, { headers: [['Authorization', 'Bearer a']] }, (url) => withUser(url, 'u', 'p'));
    expect(request.match(/authorization.*/gi)).toEqual(['Authorization: Bearer a']);
  });

  it('speaks TLS with a certificate it is given, or with any when told so', async () => {
    const identity = selfSigned();
    const names: (string | false | null)[] = [];
    const server = await startNetServer((socket) => {
      names.push((socket as TLSSocket).servername);
      onRequests(socket, () => socket.write(OK));
    }, identity);
    const options = { authority: 'elsewhere.test', connections: 1 };
    for (const tls of [{ ca: identity.cert }, { insecure: true }]) {
      const target = openTarget(server.url, { ...options, tls });
      for (let round = 0; round < 2; round += 1) {
        expect(responseOf(await target.exchange(post(via), { timeoutMs: 5_000 })).status).toBe(200);
        await nextTurn();
      }
    }
    // The authority is for the Host header alone: the server name would be elsewhere.test.
    expect(names).toEqual([false, false]);
  });

  it('uses a connection again', async () => {
    const server = await recording();
    const target = openTarget(server.url);
    for (let round = 0; round < 20; round += 1) {
      responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
      await nextTurn();
    }
    expect(server.requests).toHaveLength(20);
    expect(server.connections).toBe(1);
  });

  it('runs exchanges at the same time, each with its own response', async () => {
    const server = await startNetServer((socket) => {
      onRequests(socket, (request) => {
        const body = request.slice(-2);
        setImmediate(() => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n${body}`));
      });
    });
    const target = openTarget(server.url);
    const bodies = Array.from({ length: 50 }, (_, index) => String(10 + index));
    const exchanges = bodies.map((body) =>
      target.exchange(post(via, { body: Buffer.from(body) }), { timeoutMs: 5_000 }),
    );
    const replies = (await Promise.all(exchanges)).map((exchange) => Buffer.from(responseOf(exchange).body).toString());
    expect(replies).toEqual(bodies);
  });

  it.each(['destroy', 'resetAndDestroy'] as const)(
    'sends once more when a kept connection is gone before any byte of a response (%s)',
    async (leave) => {
      let requests = 0;
      const server = await startNetServer((socket) => {
        let served = 0;
        onRequests(socket, () => {
          requests += 1;
          served += 1;
          if (served === 1) socket.write(OK);
          else socket[leave]();
        });
      });
      const target = openTarget(server.url);
      responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
      await nextTurn();
      await nextTurn();
      responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
      expect(requests).toBe(3);
      expect(server.connections).toBe(2);
    },
  );

  it('survives a server that closes idle connections at once', async () => {
    const server = await startNetServer((socket) => {
      onRequests(socket, () => socket.write(OK, () => setImmediate(() => socket.end())));
    });
    const target = openTarget(server.url);
    for (let round = 0; round < 50; round += 1) {
      expect(responseOf(await target.exchange(post(via), { timeoutMs: 5_000 })).status).toBe(200);
    }
  });

  it('sends once only when a new connection is closed without a response', async () => {
    let requests = 0;
    const server = await startNetServer((socket) => {
      onRequests(socket, () => {
        requests += 1;
        socket.destroy();
      });
    });
    const failure = failureOf(await openTarget(server.url).exchange(post(via), { timeoutMs: 5_000 }));
    expect(failure.code).toBe('closed');
    expect(requests).toBe(1);
  });

  it('sends once more, and not again, when the new connection is closed too', async () => {
    let requests = 0;
    const server = await startNetServer((socket) => {
      onRequests(socket, () => {
        requests += 1;
        if (requests === 1) socket.write(OK);
        else socket.destroy();
      });
    });
    const target = openTarget(server.url);
    responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
    await nextTurn();
    await nextTurn();
    expect(failureOf(await target.exchange(post(via), { timeoutMs: 5_000 })).code).toBe('closed');
    expect(requests).toBe(3);
  });

  it('rejects a request that cannot be sent as asked: a fault of the harness, not of the target', async () => {
    const server = await recording();
    const target = openTarget(server.url);
    for (const headers of [[['ce-id', 'a\r\nX: b']], [['ce-id', '\u20ac']]] as const) {
      await expect(target.exchange(post(via, { headers }), { timeoutMs: 5_000 })).rejects.toThrow();
    }
    expect(server.requests).toEqual([]);
  });
});

/** The bytes a server sees of one request. */
async function sent(
  via: Via,
  request: Partial<HttpRequest>,
  options: Partial<HttpTargetOptions> = {},
  at: (url: URL) => URL = (url) => url,
): Promise<string> {
  const server = await recording();
  responseOf(await openTarget(at(server.url), options).exchange(post(via, request), { timeoutMs: 5_000 }));
  return server.requests.join('');
}

async function recording(): Promise<{
  readonly url: URL;
  readonly requests: readonly string[];
  readonly connections: number;
}> {
  const requests: string[] = [];
  const server = await startNetServer((socket: Socket) => {
    onRequests(socket, (request) => {
      requests.push(request);
      socket.write(OK);
    });
  });
  return {
    url: server.url,
    requests,
    get connections() {
      return server.connections;
    },
  };
}

function withUser(url: URL, username: string, password: string): URL {
  return new URL(url.href.replace('//', `//${username}:${password}@`));
}
