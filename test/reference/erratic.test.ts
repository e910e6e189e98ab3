import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ErraticOptions, type ServedErratic, serveErratic } from '../../src/reference/erratic.js';

async function serving(options: Partial<ErraticOptions> & Pick<ErraticOptions, 'how'>): Promise<ServedErratic> {
  const served = await serveErratic({ share: 1, seed: 's', ...options });
  onTestFinished(() => served.close());
  return served;
}

const post = (url: URL, members: object = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify({ specversion: '1.0', id: 'a', source: '/s', type: 't', ...members }),
  });

const REQUEST = 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n';

/** How the connection ends on which a request was sent, and what came before. */
function ending({ hostname, port }: URL): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(REQUEST));
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(`${text}${error.code}`));
    socket.on('end', () => resolve(`${text}end`));
  });
}

describe('serveErratic', () => {
  it.each([
    ['reset', 'ECONNRESET'],
    ['close', 'end'],
  ] as const)('%s ends the connection with %s and nothing before', async (how, end) => {
    const served = await serving({ how });
    expect(await ending(served.url)).toBe(end);
    expect(served.accidents).toBe(1);
  });

  it('error answers 500', async () => {
    expect((await post((await serving({ how: 'error' })).url)).status).toBe(500);
  });

  it('hang says nothing before it is closed, and closes all the same', async () => {
    const served = await serving({ how: 'hang' });
    const ended = ending(served.url);
    await expect.poll(() => served.accidents).toBe(1);
    await served.close();
    expect(['end', 'ECONNRESET']).toContain(await ended);
  });

  it('leak gives an event an extension of the one before it', async () => {
    const { url } = await serving({ how: 'leak' });
    expect(await (await post(url, { ext: 'one', subject: 'x' })).json()).toMatchObject({ ext: 'one' });
    expect(await (await post(url)).json()).toEqual({
      specversion: '1.0',
      id: 'a',
      source: '/s',
      type: 't',
      ext: 'one',
    });
  });

  it('is the reference in between, and has the same accidents with the same seed', async () => {
    const statuses = async (seed: number): Promise<readonly number[]> => {
      const served = await serving({ how: 'error', share: 0.3, seed });
      const seen: number[] = [];
      for (let count = 0; count < 30; count++) seen.push((await post(served.url)).status);
      expect(served.accidents).toBe(seen.filter((status) => status === 500).length);
      return seen;
    };
    const first = await statuses(1);
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await statuses(1)).toEqual(first);
    expect(await statuses(2)).not.toEqual(first);
  });

  it('has none at a share of 0', async () => {
    const served = await serving({ how: 'reset', share: 0 });
    expect((await post(served.url)).status).toBe(200);
    expect(served.accidents).toBe(0);
  });
});
