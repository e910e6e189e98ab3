import { expect, it } from 'vitest';
import { createHttpTarget } from '../../src/target/http-target.js';
import { onRequests, startNetServer } from './helpers/net-server.js';
import { openTarget, post, responseOf } from './helpers/targets.js';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';

it('sends each request by the transport it asks for', async () => {
  const requests: string[] = [];
  const server = await startNetServer((socket) => {
    onRequests(socket, (request) => {
      requests.push(request);
      socket.write(OK);
    });
  });
  const target = openTarget(server.url);
  for (const via of ['raw', 'client'] as const) {
    responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
  }
  // Each has its own spelling of the header it adds.
  expect(requests.map((request) => /host/i.exec(request)?.[0])).toEqual(['Host', 'host']);
});

it('shows its URL without user and password', () => {
  const target = openTarget(new URL('http://user:password@example.test/in?x=1'));
  expect(target.url.href).toBe('http://example.test/in?x=1');
});

it('refuses other schemes', () => {
  expect(() => createHttpTarget({ url: new URL('mqtt://example.test') })).toThrow('saw mqtt:');
});

it('closes its connections, and may be closed twice', async () => {
  let open = 0;
  const server = await startNetServer((socket) => {
    open += 1;
    socket.on('close', () => {
      open -= 1;
    });
    onRequests(socket, () => socket.write(OK));
  });
  const target = createHttpTarget({ url: server.url });
  for (const via of ['raw', 'client'] as const) responseOf(await target.exchange(post(via), { timeoutMs: 5_000 }));
  expect(open).toBe(2);
  await target.close();
  await target.close();
  await expect.poll(() => open).toBe(0);
});
