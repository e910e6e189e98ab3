// What the protocol promises, over a program and over streams in memory alike.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../src/event/types.js';
import { connectAdapter } from '../../../src/target/adapter/connect-adapter.js';
import type { AdapterExchange, AdapterRequest } from '../../../src/target/adapter/protocol.js';
import type { AdapterWatch, Stray } from '../../../src/target/adapter/watch.js';
import { inMemory, type Script, WAYS } from './helpers/programs.js';

const HELLO: AdapterRequest = { op: 'hello', protocol: 1 };
const PATIENT = { timeoutMs: 20_000 };
const decode = (text: string): AdapterRequest => ({
  op: 'decode',
  binding: 'http',
  message: { headers: [], body: { text } },
});
const validate = (id: string): AdapterRequest => ({ op: 'validate', event: { attributes: { id } } });

/** What came back, in short: the id of the event, the reason, or the failure. */
const shown = ({ outcome }: AdapterExchange): string => {
  if (outcome.kind === 'failure') return `${outcome.failure.code}: ${outcome.failure.message}`;
  const { reply } = outcome;
  if (reply.kind === 'events') return String(reply.events[0]?.attributes['id']);
  if (reply.kind === 'rejected' || reply.kind === 'invalid') return reply.reason;
  return reply.kind === 'hello' ? reply.name : reply.kind;
};

/** Answers decode with an event whose id is the body. */
const good: Script = ({ onLine, write }) =>
  onLine((line) => {
    const { id, op, message } = JSON.parse(line);
    if (op === 'hello') {
      write(`${JSON.stringify({ id, protocol: 1, name: 'n', version: '1', language: 'js', supports: [] })}\n`);
    } else if (op === 'decode') {
      write(`${JSON.stringify({ id, events: [{ attributes: { id: message.body.text } }] })}\n`);
    } else write(`${JSON.stringify({ id, unsupported: true })}\n`);
  });

describe.each(WAYS)('%s', (_, open) => {
  test('answers', async () => {
    const adapter = open(good);
    expect((await adapter.ask(HELLO, PATIENT)).outcome).toEqual({
      kind: 'reply',
      reply: { kind: 'hello', name: 'n', version: '1', language: 'js', supports: [] },
    });
    const exchange = await adapter.ask(decode('a'), PATIENT);
    expect(exchange).toEqual({
      request: decode('a'),
      outcome: { kind: 'reply', reply: { kind: 'events', events: [{ attributes: { id: 'a' } }] } },
      ms: expect.any(Number),
    });
    expect(exchange.ms).toBeGreaterThan(0);
    expect(shown(await adapter.ask({ op: 'canary-x' }, PATIENT))).toBe('unsupported');
  });

  test('hundreds are under way at a time, more than a pipe takes', async () => {
    const adapter = open(good);
    const texts = Array.from({ length: 300 }, (_, index) => `${index}-${'x'.repeat(20_000)}`);
    const exchanges = await Promise.all(texts.map((text) => adapter.ask(decode(text), PATIENT)));
    expect(exchanges.map(shown)).toEqual(texts);
  });

  test('replies may come in any order', async () => {
    const adapter = open(({ onLine, write }) => {
      const waiting: string[] = [];
      onLine((line) => {
        const { id, message } = JSON.parse(line);
        waiting.unshift(JSON.stringify({ id, events: [{ attributes: { id: message.body.text } }] }));
        if (waiting.length === 3) write(`${waiting.join('\n')}\n`);
      });
    });
    const asked = ['a', 'b', 'c'].map((text) => adapter.ask(decode(text), PATIENT));
    expect((await Promise.all(asked)).map(shown)).toEqual(['a', 'b', 'c']);
  });

  test('a reply may come byte by byte, with CRLF and blank lines between', async () => {
    const adapter = open(({ onLine, write }) =>
      onLine((line) => {
        const { id } = JSON.parse(line);
        const bytes = Buffer.from(`\r\n${JSON.stringify({ id, rejected: { reason: '€😀' } })}\r\n \n`);
        for (const byte of bytes) write(Buffer.from([byte]));
      }),
    );
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe('€😀');
    expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe('€😀');
  });

  test('values reach the program as they are: -0, infinite, deep, half a surrogate pair', async () => {
    const adapter = open(({ onLine, write }) =>
      onLine((line) => write(`${JSON.stringify({ id: JSON.parse(line).id, valid: false, reason: line })}\n`)),
    );
    let deep: JsonValue = [];
    for (let level = 0; level < 20_000; level++) deep = [deep];
    const events = [{ json: [-0, Number.POSITIVE_INFINITY] }, { json: deep }, { text: '\ud800\u0000\n' }].map(
      (data) => ({
        attributes: { ['__proto__']: 1, id: '1' },
        data,
      }),
    );
    const reasons = await Promise.all(events.map((event) => adapter.ask({ op: 'validate', event }, PATIENT)));
    expect(reasons.map(shown)).toEqual([
      '{"id":1,"op":"validate","event":{"attributes":{"__proto__":1,"id":"1"},"data":{"json":[-0,1e400]}}}',
      expect.stringContaining(`{"json":${'['.repeat(20_001)}]`),
      '{"id":3,"op":"validate","event":{"attributes":{"__proto__":1,"id":"1"},"data":{"text":"\\ud800\\u0000\\n"}}}',
    ]);
  });

  test('stderr belongs to the exchange during which it came', async () => {
    const adapter = open(({ onLine, write, log }) =>
      onLine((line) => {
        const { id, event } = JSON.parse(line);
        if (event.attributes.id === 'loud') log(`\u001b[31m${'x'.repeat(5000)}end`);
        setTimeout(() => write(`${JSON.stringify({ id, valid: true })}\n`), 50);
      }),
    );
    const loud = await adapter.ask(validate('loud'), PATIENT);
    expect(loud.stderr).toBe(`${'x'.repeat(4093)}end`);
    expect((await adapter.ask(validate('quiet'), PATIENT)).stderr).toBeUndefined();
  });

  describe('what breaks the protocol', () => {
    test('a reply that breaks the schema, or answers something else', async () => {
      const adapter = open(({ onLine, write }) =>
        onLine((line) => {
          const { id, op } = JSON.parse(line);
          const reply = op === 'decode' ? { events: [{ attributes: { id: null } }] } : { events: [] };
          write(`${JSON.stringify({ id, ...reply })}\n`);
        }),
      );
      expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe(
        "protocol: the adapter's reply to decode breaks the protocol: /events/0/attributes/id is null, must be string, number or boolean",
      );
      const encode = { op: 'encode', binding: 'http', mode: 'binary', events: [] } as const;
      expect(shown(await adapter.ask(encode, PATIENT))).toMatch(
        /^protocol: the adapter's reply to encode breaks the protocol: it has a member "events"/,
      );
    });

    test('a reply that is no JSON, where its id can still be read', async () => {
      const adapter = open(({ onLine, write }) =>
        onLine((line) => write(`{"id":${JSON.parse(line).id},"events":[{"attributes":{"n":NaN}}]}\n`)),
      );
      const both = await Promise.all([adapter.ask(decode('a'), PATIENT), adapter.ask(decode('b'), PATIENT)]);
      expect(both.map(shown)).toEqual(
        [1, 2].map(
          (id) =>
            `protocol: the adapter's reply to decode breaks the protocol: a line that is no JSON: "{\\"id\\":${id},\\"events\\":[{\\"attributes\\":{\\"n\\":NaN}}]}"`,
        ),
      );
    });

    test.each([
      ['console.log', 'a line that is no JSON: "console.log"'],
      ['[1]', 'a line that is no JSON object: "[1]"'],
      ['{"events":[]}', String.raw`a reply without an id: "{\"events\":[]}"`],
      ['{"id":"1"}', String.raw`a reply whose id is "\"1\"" and no number: "{\"id\":\"1\"}"`],
      ['{"id":99,"events":[]}', 'a reply to 99, which was not asked'],
    ])('only %s in the place of a reply', async (text, why) => {
      const script = `({ onLine, write }) => onLine(() => write(${JSON.stringify(`${text}\n`)}))`;
      const adapter = open(new Function(`return ${script}`)() as Script);
      expect(shown(await adapter.ask(decode('a'), { timeoutMs: 1500 }))).toBe(
        `protocol: the adapter's reply to decode breaks the protocol: no reply within 1500 ms, but ${why}`,
      );
    });

    test('a stray line is nobody’s fault while replies come, and is told to who watches', async () => {
      const seen: string[] = [];
      const watch: AdapterWatch = {
        sent: (line) => seen.push(`> ${line.slice(0, 10)}`),
        received: (line) => seen.push(`< ${line.slice(0, 10)}`),
        stray: ({ line, kind }) => seen.push(`! ${line} ${kind}`),
      };
      const adapter = open(
        ({ onLine, write }) =>
          onLine((line) => {
            const { id } = JSON.parse(line);
            write(`debug\n{"id":${id},"valid":true}\n`);
          }),
        { watch },
      );
      expect(shown(await adapter.ask(validate('a'), PATIENT))).toBe('valid');
      expect(seen).toEqual(['> {"id":1,"o', '< debug', '! debug no-json', '< {"id":1,"v']);
    });

    test('a reply without its line feed', async () => {
      const strays: Stray[] = [];
      const adapter = open(({ onLine, write }) => onLine(() => write('{"id":1,"valid":true}')), {
        watch: { stray: (stray) => strays.push(stray) },
      });
      expect(shown(await adapter.ask(validate('a'), { timeoutMs: 1500 }))).toBe(
        String.raw`protocol: the adapter's reply to validate breaks the protocol: no reply within 1500 ms, but a line without its line feed: "{\"id\":1,\"valid\":true}"`,
      );
      expect(strays).toMatchObject([{ kind: 'unended', line: '{"id":1,"valid":true}' }]);
    });

    test('a second reply to one request is stray', async () => {
      const strays: string[] = [];
      const adapter = open(
        ({ onLine, write }) =>
          onLine((line) => {
            const reply = `{"id":${JSON.parse(line).id},"valid":true}\n`;
            write(reply + reply);
          }),
        { watch: { stray: ({ why }) => strays.push(why) } },
      );
      for (const id of ['a', 'b', 'c']) expect(shown(await adapter.ask(validate(id), PATIENT))).toBe('valid');
      expect(strays.slice(0, 2)).toEqual(['a second reply to 1', 'a second reply to 2']);
    });

    test('where several wait, a stray line convicts none of them', async () => {
      const adapter = open(({ onLine, write }) => onLine(() => write('what?\n')));
      const both = [adapter.ask(decode('a'), { timeoutMs: 1500 }), adapter.ask(decode('b'), PATIENT)];
      const [first, second] = (await Promise.all(both)).map(shown);
      expect(first).toBe('timeout: no reply within 1500 ms; meanwhile it wrote a line that is no JSON: "what?"');
      expect(second).toMatch(/^closed: the program was ended while it owed a reply, because another request got none/);
    });

    test('bytes that are no UTF-8, and what a terminal would obey', async () => {
      const adapter = open(({ onLine, write }) => {
        let first = true;
        onLine(() => {
          write(first ? Buffer.from([0xff, 0x1b, 0x5b, 0x0a]) : '\u001b[2J\u202e\u0085\n');
          first = false;
        });
      });
      const asked = [await adapter.ask(decode('a'), { timeoutMs: 2_000 })];
      expect(asked.map(shown)[0]).toMatch(/a line that is no UTF-8: "ÿ\\u001b\["$/);
    });

    test('a line without an end costs no memory, and ends the program', async () => {
      const adapter = open(
        ({ onLine, write }) =>
          onLine(() => {
            for (let index = 0; index < 64; index++) write('x'.repeat(1024));
          }),
        { maxLineBytes: 10_000 },
      );
      expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe(
        "protocol: the adapter's reply to decode breaks the protocol: a line of more than 10000 bytes",
      );
    });

    test('a line without an end convicts none of several', async () => {
      const adapter = open(
        ({ onLine, write }) => {
          let lines = 0;
          onLine(() => {
            lines += 1;
            if (lines === 2) write('x'.repeat(20_000));
          });
        },
        { maxLineBytes: 10_000 },
      );
      const both = await Promise.all([adapter.ask(decode('a'), PATIENT), adapter.ask(decode('b'), PATIENT)]);
      for (const one of both.map(shown)) expect(one).toMatch(/^closed: .*meanwhile it wrote a line of more than/);
    });
  });

  describe('the end of the run', () => {
    test('ends a request, and a reply that comes late is no fault', async () => {
      const strays: string[] = [];
      const adapter = open(
        ({ onLine, write }) => {
          const late: string[] = [];
          onLine((line) => {
            const { id, event } = JSON.parse(line);
            late.push(`{"id":${id},"valid":true}\n`);
            if (event.attributes.id === 'now') write(late.splice(0).join(''));
          });
        },
        { watch: { stray: ({ why }) => strays.push(why) } },
      );
      expect(shown(await adapter.ask(validate('now'), PATIENT))).toBe('valid');
      const run = new AbortController();
      const asked = adapter.ask(validate('later'), { ...PATIENT, signal: run.signal });
      const other = adapter.ask(validate('later'), PATIENT);
      run.abort();
      expect(shown(await asked)).toBe('aborted: the run ended before a reply came');
      expect(shown(await adapter.ask(validate('now'), PATIENT))).toBe('valid');
      expect(shown(await other)).toBe('valid');
      expect(strays).toEqual([]);
      expect(shown(await adapter.ask(validate('now'), { ...PATIENT, signal: run.signal }))).toMatch(/^aborted/);
    });

    test('close ends what is under way, and nothing is asked afterwards', async () => {
      const adapter = open(() => undefined);
      const asked = adapter.ask(decode('a'), PATIENT);
      await Promise.all([adapter.close(), adapter.close()]);
      expect(shown(await asked)).toBe('aborted: the run ended before a reply came');
      expect(shown(await adapter.ask(decode('a'), PATIENT))).toBe('aborted: the run ended before a reply came');
    });
  });
});

test('whatever bytes a program writes, each request has its end', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom(
        '\n',
        '{"id":1,',
        '"valid":true}',
        '{"id":1}\n',
        '{"id":2,"valid":true}\n',
        '[',
        '\r',
        '1e999',
        '\\',
      )
      .map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.boolean(), async (pieces, ends) => {
      const { input, output } = inMemory(() => undefined);
      const adapter = connectAdapter({ input, output }, { graceMs: 1, maxLineBytes: 200 });
      const asked = [adapter.ask(validate('a'), { timeoutMs: 15 }), adapter.ask(validate('b'), { timeoutMs: 15 })];
      for (const bytes of pieces) output.write(bytes);
      if (ends) output.end();
      for (const { outcome } of await Promise.all(asked)) {
        if (outcome.kind === 'failure') expect(outcome.failure.message).not.toMatch(/\p{Cc}/u);
        else expect(outcome.reply).toEqual({ kind: 'valid' });
      }
      await adapter.close();
    }),
    { numRuns: 60 },
  );
});
