import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type ReferenceFlags, reference } from '../../../src/cli/commands/reference.js';
import { FAULTS } from '../../../src/reference/faults/index.js';
import { SUBTLE_FAULTS } from '../../../src/reference/subtle/index.js';
import { startSink } from '../../../src/target/sink.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';

const EVENT = { specversion: '1.0', id: 'tabcdefghijkl', source: '/test', type: 'test' };

/** Serves while `during` runs; then interrupts. Gives the exit code and what was printed. */
async function serving(flags: ReferenceFlags, during: (printed: string) => Promise<void>) {
  const listening = deferred();
  const io = memoryIo({ onOut: listening.resolve });
  const ended = reference(flags, io);
  ended.catch(listening.reject);
  await during(await listening.promise);
  io.interrupt();
  return { exit: await ended, stdout: io.stdout(), stderr: io.stderr() };
}

function deferred(): { promise: Promise<string>; resolve: (text: string) => void; reject: (error: unknown) => void } {
  const parts: { resolve?: (text: string) => void; reject?: (error: unknown) => void } = {};
  const promise = new Promise<string>((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return { promise, resolve: (text) => parts.resolve?.(text), reject: (error) => parts.reject?.(error) };
}

const post = (url: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(EVENT),
  });

describe('serving', () => {
  test('says where, answers with the event, and ends when interrupted', async () => {
    let url = '';
    const { exit, stdout, stderr } = await serving({}, async (printed) => {
      url = printed.replace('listening at ', '').trim();
      const answer = await post(url);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject(EVENT);
    });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^listening at http:\/\/127\.0\.0\.1:\d+\/\n$/);
    await expect(post(url)).rejects.toThrow();
  });

  test('with --json prints one line of JSON', async () => {
    const { stdout } = await serving({ json: true }, async (printed) => {
      expect((await post(JSON.parse(printed).url)).status).toBe(200);
    });
    expect(Object.keys(JSON.parse(stdout))).toEqual(['url']);
    expect(stdout.match(/\n/g)).toHaveLength(1);
  });

  test('an interrupted one ends at once', async () => {
    const io = memoryIo();
    io.interrupt();
    expect(await reference({}, io)).toBe(0);
  });

  test('passes events on with --forward', async () => {
    const sink = await startSink();
    try {
      await serving({ forward: sink.url.href }, async (printed) => {
        expect((await post(printed.replace('listening at ', '').trim())).status).toBe(202);
        const [arrived] = await sink.take(EVENT.id, { count: 1, timeoutMs: 5_000 });
        expect(JSON.parse(Buffer.from(arrived?.body ?? []).toString())).toMatchObject(EVENT);
      });
    } finally {
      await sink.close();
    }
  });
});

describe('with --filter', () => {
  const put = (url: string, body: string): Promise<Response> => fetch(url, { method: 'PUT', body });

  test('says where a filter is set, which then holds', async () => {
    const sink = await startSink();
    try {
      const { stdout } = await serving({ forward: sink.url.href, filter: true, json: true }, async (printed) => {
        const { url, filter } = JSON.parse(printed);
        expect((await put(filter, `id != '${EVENT.id}'`)).status).toBe(204);
        expect((await post(url)).status).toBe(202);
        expect(await sink.take(EVENT.id, { count: 1, timeoutMs: 0 })).toEqual([]);
        expect((await put(filter, 'TRUE')).status).toBe(204);
        expect((await post(url)).status).toBe(202);
        expect(await sink.take(EVENT.id, { count: 1, timeoutMs: 5_000 })).toHaveLength(1);
      });
      expect(Object.keys(JSON.parse(stdout))).toEqual(['url', 'filter']);
    } finally {
      await sink.close();
    }
  });

  test('says so in words', async () => {
    const { stdout } = await serving({ forward: 'http://127.0.0.1:9/', filter: true }, async () => {});
    expect(stdout).toMatch(/^listening at (\S+)\nPUT an expression to \1filter to make it the filter\n$/);
  });

  test('without --forward is a usage error', async () => {
    expect(await diagnosticOf(() => reference({ filter: true }, memoryIo()))).toMatchObject({
      code: 'reference.filter',
      exit: 2,
      hint: 'add --forward URL',
    });
  });
});

describe('faults', () => {
  test('are listed, each with what it does', async () => {
    const io = memoryIo();
    expect(await reference({ listFaults: true }, io)).toBe(0);
    const lines = io
      .stdout()
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(lines).toEqual([
      ...FAULTS.map(({ name, summary }) => [name, summary]),
      ...SUBTLE_FAULTS.map(({ name, summary }) => [name, `subtle: ${summary}`]),
    ]);
  });

  test('are listed as JSON', async () => {
    const io = memoryIo();
    await reference({ listFaults: true, json: true }, io);
    expect(JSON.parse(io.stdout())).toEqual({
      faults: [
        ...FAULTS.map(({ name, requirement, summary }) => ({ name, requirement, summary, isSubtle: false })),
        ...SUBTLE_FAULTS.map(({ name, requirement, summary }) => ({ name, requirement, summary, isSubtle: true })),
      ],
    });
  });

  test('that there are none of are a usage error', async () => {
    const { code, exit, message } = await diagnosticOf(() => reference({ fault: ['no.such/fault'] }, memoryIo()));
    expect({ code, exit }).toEqual({ code: 'reference.fault', exit: 2 });
    expect(message).toContain('"no.such/fault"');
  });
});

describe('a usage error', () => {
  test('for a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      expect(await diagnosticOf(() => reference({ port }, memoryIo()))).toEqual({
        code: 'reference.listen',
        message: `failed to listen at 127.0.0.1, port ${port}: the port is in use`,
        hint: 'choose another --port, or 0 for a free one',
        exit: 2,
      });
    } finally {
      other.close();
    }
  });

  test('for an address of another machine', async () => {
    const { message, hint } = await diagnosticOf(() => reference({ host: '192.0.2.1' }, memoryIo()));
    expect(message).toBe('failed to listen at 192.0.2.1, port 0: this machine has no such address');
    expect(hint).toBe('choose another --host');
  });

  test.each(['nonsense', 'ftp://127.0.0.1/', 'kafka://127.0.0.1:9092/in'])('for --forward %s', async (forward) => {
    expect(await diagnosticOf(() => reference({ forward }, memoryIo()))).toMatchObject({
      code: 'reference.forward',
      exit: 2,
    });
  });
});
