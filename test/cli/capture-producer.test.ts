// Real programs that send to a real listener: what is captured of them, why it ended, and what is said.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CapturedRun, captureProducer, type ProducerSettings, QUIET_MS } from '../../src/cli/capture-producer.js';
import { gone } from '../target/adapter/helpers/processes.js';
import { nodeProgram } from '../target/adapter/helpers/programs.js';
import { diagnosticOf } from './helpers/diagnostic.js';

const LISTEN = { host: '127.0.0.1', port: 0 };
const [PATIENT, WAIT] = [60_000, 'setInterval(() => undefined, 1000);'];

/** A program in which `send(id)` posts an event in binary mode and `post(headers, body)` anything. */
const sender = (source: string): readonly string[] =>
  nodeProgram(`
    const post = (headers, body) => fetch(process.env.K_SINK, { method: 'POST', headers, body });
    const send = (id) => post({ 'ce-specversion': '1.0', 'ce-id': id, 'ce-source': '/s', 'ce-type': 't' }, 'data');
    (async () => { ${source} })();`);

async function captured(
  argv: readonly string[],
  settings: Partial<ProducerSettings> = {},
  onLine: () => void = () => undefined,
) {
  const [notes, lines] = [[] as string[], [] as string[]];
  const hooks = {
    onNote: (note: string) => notes.push(note),
    onLine: (line: string) => {
      lines.push(line);
      onLine();
    },
  };
  const run: Promise<CapturedRun> = captureProducer({ listen: LISTEN, argv, maxMs: PATIENT, ...settings }, hooks);
  return { notes, lines, ...(await run) };
}

const ids = ({ messages }: Pick<CapturedRun, 'messages'>): readonly (string | undefined)[] =>
  messages.map(({ headers }) => headers.find(([name]) => name.toLowerCase() === 'ce-id')?.[1]);

describe('a program', () => {
  test('that ends is captured to the last message', async () => {
    const run = await captured(sender(`for (const id of ['1', '2', '3']) await send(id); console.log('sent');`));
    expect(ids(run)).toEqual(['1', '2', '3']);
    expect(run).toMatchObject({ end: 'program-ended', program: { isSuccess: true, how: 'exit code 0' } });
    expect(run.lines).toEqual(['sent']);
    expect(run.notes).toEqual([expect.stringMatching(/^listening for events at http:\/\/127\.0\.0\.1:\d+\/$/)]);
  });

  test('that does not wait for its answers, too', async () => {
    const run = await captured(
      sender(`
      const { hostname, port } = new URL(process.env.K_SINK);
      const socket = require('node:net').connect(port, hostname, () => {
        const head = 'POST / HTTP/1.1\\r\\nHost: a\\r\\nce-specversion: 1.0\\r\\nce-source: /s\\r\\nce-type: t\\r\\n';
        socket.write(head + 'ce-id: last\\r\\nContent-Length: 0\\r\\n\\r\\n', () => process.exit(0));
      });`),
    );
    expect(ids(run)).toEqual(['last']);
  });

  test('that would go on is ended when enough came', async () => {
    const source = `console.log(process.pid); for (let id = 0; ; id += 1) await send(String(id));`;
    const run = await captured(sender(source), { count: 3 });
    expect(ids(run)).toEqual(['0', '1', '2']);
    expect(run.end).toBe('count');
    expect(run).not.toHaveProperty('program');
    await gone(Number(run.lines[0]));
  });

  test('that would go on is ended with the capture, even if it ignores SIGTERM', async () => {
    const source = `process.on('SIGTERM', () => 0); await send('1'); console.log('sent', process.pid); ${WAIT}`;
    const interrupt = new AbortController();
    const run = await captured(sender(source), { signal: interrupt.signal }, () => interrupt.abort());
    expect(ids(run)).toEqual(['1']);
    expect(run.end).toBe('interrupted');
    await gone(Number(run.lines[0]?.split(' ')[1]));
  });

  test('that sends less than is waited for ends the capture, when it ends', async () => {
    const run = await captured(sender(`await send('1');`), { count: 5 });
    expect(ids(run)).toEqual(['1']);
    expect(run.end).toBe('program-ended');
  });

  test('that sends nothing is told by the end alone', async () => {
    const run = await captured(nodeProgram(''));
    expect(run).toMatchObject({ messages: [], end: 'program-ended', program: { isSuccess: true } });
  });

  test('that sends nothing and does not end is ended when time is over', async () => {
    const run = await captured(nodeProgram(WAIT), { maxMs: 300 });
    expect(run).toMatchObject({ messages: [], end: 'max-time' });
  });

  test('that fails after it sent is judged, and its failure told', async () => {
    const run = await captured(sender(`await send('1'); console.error('oh'); process.exit(4);`));
    expect(ids(run)).toEqual(['1']);
    expect(run.lines).toEqual(['oh']);
    expect(run.notes.slice(1)).toEqual(['the program ended with exit code 4']);
  });

  test('whose messages are no events is not taken to have sent what is counted', async () => {
    const source = `
      await post({ 'content-type': 'text/plain' }, 'health');
      await send('1');
      await post({ 'content-type': 'application/cloudevents+xml' }, '<event/>');
      ${WAIT}`;
    const run = await captured(sender(source), { count: 2 });
    expect(run.messages).toHaveLength(3);
    expect(run.end).toBe('count');
  });

  test('that sends too much, or no HTTP, is told of it', async () => {
    const source = `
      await send('1');
      await post({}, 'x'.repeat(2 * 1024 * 1024)).catch(() => undefined);
      const { hostname, port } = new URL(process.env.K_SINK);
      const socket = require('node:net').connect(port, hostname, () => socket.write(Buffer.from([22, 3, 1])));
      socket.on('error', () => undefined).resume();`;
    const run = await captured(sender(source));
    expect(ids(run)).toEqual(['1']);
    expect(run.notes.slice(1)).toEqual([
      '1 message was too large, and not kept',
      '1 message could not be read: it begins as TLS does, and this is plain HTTP',
    ]);
    expect(run.losses).toMatchObject({ tooLarge: 1, unreadable: 1 });
  });
});

describe('an error', () => {
  test('is a program that cannot be started', async () => {
    const hint = 'give its command line after two dashes: -- node producer.mjs; there is no shell in between';
    const message = expect.stringMatching(/^failed to start "no-such-program x": there is no such program/);
    expect(await diagnosticOf(() => captured(['no-such-program x']))).toEqual({
      code: 'program.start',
      message,
      hint,
      exit: 2,
    });
  });

  test.each([
    ['process.exit(7)', 'exit code 7'],
    ['process.kill(process.pid, "SIGKILL")', 'signal SIGKILL'],
  ])('is a program that fails before anything came: %s', async (source, how) => {
    const lines: string[] = [];
    const argv = nodeProgram(`require('node:fs').writeSync(2, 'my reason\\n'); ${source}`);
    const capture = () => captureProducer({ listen: LISTEN, argv }, { onLine: (line) => lines.push(line) });
    expect(await diagnosticOf(capture)).toEqual({
      code: 'program.failed',
      message: `failed to capture anything: the program ended with ${how} before a message came`,
      hint: expect.stringContaining('K_SINK'),
      exit: 3,
    });
    expect(lines).toEqual(['my reason']);
  });

  test('is a port that is taken', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await diagnosticOf(() => captured([], { listen: { host: '127.0.0.1', port } }))).toEqual({
      code: 'listen.failed',
      message: `failed to listen at 127.0.0.1, port ${port}: the port is in use`,
      hint: 'choose another port: --listen :0 takes a free one',
      exit: 2,
    });
  });
});

describe('without a program', () => {
  /** Captures without a program, while `send` does what it does with the address. */
  async function beside(
    send: (url: URL) => Promise<unknown>,
    settings: Partial<ProducerSettings> = {},
  ): Promise<CapturedRun> {
    let sent: Promise<unknown> | undefined;
    const run = await captureProducer(
      { listen: LISTEN, argv: [], maxMs: PATIENT, ...settings },
      {
        onNote: (note) => {
          sent ??= send(new URL(/http:\S+/.exec(note)?.[0] ?? ''));
        },
      },
    );
    await sent;
    return run;
  }
  const event = (id: string): RequestInit => ({
    method: 'POST',
    headers: { 'ce-specversion': '1.0', 'ce-id': id, 'ce-source': '/s', 'ce-type': 't' },
  });

  test('it is quiet after the last message', async () => {
    const started = performance.now();
    const run = await beside((url) => fetch(url, event('1')));
    expect(ids(run)).toEqual(['1']);
    expect(run.end).toBe('quiet');
    expect(performance.now() - started).toBeGreaterThan(QUIET_MS - 10);
  });

  test('or enough came', async () => {
    const run = await beside((url) => Promise.all(['1', '2'].map((id) => fetch(url, event(id)))), { count: 2 });
    expect(ids(run).toSorted()).toEqual(['1', '2']);
    expect(run.end).toBe('count');
  });

  test('or the user ends it', async () => {
    const interrupt = new AbortController();
    const run = await beside(
      async (url) => {
        await fetch(url, event('1'));
        interrupt.abort();
      },
      { signal: interrupt.signal },
    );
    expect(ids(run)).toEqual(['1']);
    expect(run.end).toBe('interrupted');
  });
});
