// What a server alone can do wrong, against real ones: the pieces of a body, several requests at a time, earlier events.
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultNamed } from '../../../src/reference/faults/index.js';
import { serveReference } from '../../../src/reference/serve.js';

async function serving(...names: readonly string[]): Promise<URL> {
  const served = await serveReference({ faults: names.map(faultNamed) });
  onTestFinished(() => served.close());
  return served.url;
}

const event = (members: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ specversion: '1.0', id: 'a', source: '/s', type: 't', ...members });

async function send(url: URL, members: Readonly<Record<string, unknown>>): Promise<unknown> {
  const headers = { 'content-type': 'application/cloudevents+json' };
  return (await fetch(url, { method: 'POST', headers, body: event(members) })).json();
}

async function open({ hostname, port }: URL): Promise<Socket> {
  const socket = connect(Number(port), hostname);
  onTestFinished(() => {
    socket.destroy();
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
}

/** The text that comes until the server closes. */
async function answered(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const head = (type: string, ...more: readonly string[]): string =>
  ['POST / HTTP/1.1', 'Host: h', `Content-Type: ${type}`, ...more, '', ''].join('\r\n');

const chunk = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

/** Sends a body in two chunks, the first of which ends before this byte. */
async function sendSplit(url: URL, type: string, body: Buffer, at: number): Promise<string> {
  const socket = await open(url);
  socket.write(head(type, 'Transfer-Encoding: chunked', 'Connection: close'));
  for (const part of [body.subarray(0, at), body.subarray(at)]) socket.write(chunk(part));
  socket.write('0\r\n\r\n');
  return answered(socket);
}

describe('core.type.str/split-character', () => {
  const name = 'core.type.str/split-character';
  const STRUCTURED = 'application/cloudevents+json';
  const body = Buffer.from(event({ ext: 'x\u00e9y' }));
  const inside = body.indexOf(0xc3) + 1;

  it('loses a character whose bytes come in two pieces', async () => {
    expect(await sendSplit(await serving(), STRUCTURED, body, inside)).toContain('"x\u00e9y"');
    expect(await sendSplit(await serving(name), STRUCTURED, body, inside)).toContain('"x\ufffd\ufffdy"');
  });

  it.each([inside - 1, inside + 1])('keeps one beside which the body is split, at byte %i', async (at) => {
    expect(await sendSplit(await serving(name), STRUCTURED, body, at)).toContain('"x\u00e9y"');
  });

  it('keeps the bytes of binary mode, and refuses what is no UTF-8', async () => {
    const url = await serving(name);
    const attributes = 'text/plain\r\nce-specversion: 1.0\r\nce-id: a\r\nce-source: /s\r\nce-type: t';
    expect(await sendSplit(url, attributes, Buffer.from('\u00e9'), 1)).toContain('"data_base64":"w6k="');
    const broken = Buffer.concat([body.subarray(0, inside), body.subarray(inside + 1)]);
    expect(await sendSplit(url, STRUCTURED, broken, inside)).toContain('HTTP/1.1 400');
  });
});

describe('http.bin.attrs/shared', () => {
  const name = 'http.bin.attrs/shared';

  const request = (id: string, ...more: readonly string[]): string =>
    head('text/plain', 'Ce-Specversion: 1.0', `Ce-Id: ${id}`, 'Ce-Source: /s', 'Ce-Type: t', ...more);

  /** The ids that are answered to two requests that come in one piece, so that both are under way at the same time. */
  async function together(url: URL): Promise<readonly unknown[]> {
    const socket = await open(url);
    socket.write(`${request('one')}${request('two', 'Connection: close')}`);
    return [...(await answered(socket)).matchAll(/"id":"(\w+)"/g)].map(([, id]) => id);
  }

  it('gives two requests at a time the same event', async () => {
    expect(await together(await serving())).toEqual(['one', 'two']);
    expect(await together(await serving(name))).toEqual(['two', 'two']);
  });

  it('gives a request that is alone its own', async () => {
    const url = await serving(name);
    for (const id of Array.from({ length: 5 }, (_, index) => `i${index}`))
      expect(await send(url, { id })).toMatchObject({ id });
  });

  it('mixes up nothing between two servers', async () => {
    const [one, two] = [await serving(name), await serving(name)];
    const answers = Promise.all([send(one, { id: 'one' }), send(two, { id: 'two' })]);
    expect(await answers).toMatchObject([{ id: 'one' }, { id: 'two' }]);
  });
});

describe('core.id.dedupe/data-lost', () => {
  const name = 'core.id.dedupe/data-lost';

  it('answers an event without its data the second time, and the third', async () => {
    const url = await serving(name);
    const [first, ...later] = [
      await send(url, { data: 1 }),
      await send(url, { data: 1 }),
      await send(url, { data: 2, subject: 'x' }),
    ];
    expect(first).toHaveProperty('data', 1);
    for (const answer of later) expect(answer).not.toHaveProperty('data');
    expect(later[1]).toHaveProperty('subject', 'x');
  });

  it('knows another id, and another source, for new ones', async () => {
    const url = await serving(name);
    for (const members of [{}, { id: 'b' }, { source: '/b' }, { id: 'b', source: '/b' }])
      expect(await send(url, { ...members, data: 1 })).toHaveProperty('data', 1);
  });

  it('remembers for one server alone', async () => {
    await send(await serving(name), { data: 1 });
    expect(await send(await serving(name), { data: 1 })).toHaveProperty('data', 1);
  });
});
