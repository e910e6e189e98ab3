import { describe, expect, it, onTestFinished } from 'vitest';
import { encodeHttp } from '../../../src/binding/http/encode.js';
import type { ContentMode, Message } from '../../../src/binding/types.js';
import type { CloudEvent } from '../../../src/event/types.js';
import { createAdapterTarget } from '../../../src/target/adapter/adapter-target.js';
import type { AdapterRequest } from '../../../src/target/adapter/protocol.js';
import type { HttpRequest, Reply, Target } from '../../../src/target/types.js';
import { adapterTarget, truly } from '../../engine/helpers/adapter.js';
import { connected } from './helpers/programs.js';

const OPTIONS = { timeoutMs: 20_000 };
const EVENT: CloudEvent = {
  attributes: new Map([
    ['specversion', '1.0'],
    ['id', 'one'],
    ['source', '/s'],
    ['type', 't'],
    ['datacontenttype', 'text/plain'],
  ]),
  data: { kind: 'binary', bytes: Buffer.from('hello') },
};
const request = (mode: ContentMode, events: readonly CloudEvent[] = [EVENT]): HttpRequest => ({
  method: 'POST',
  via: 'client',
  ...encodeHttp(events, mode),
});

/** A target over the reference, and everything that it was asked. */
function watched(
  supports: readonly string[],
  answer: (request: AdapterRequest) => object | string | undefined = (asked) => truly()(asked, '') as object,
): { readonly target: Required<Omit<Target, 'interruptions'>>; readonly asked: readonly AdapterRequest[] } {
  const asked: AdapterRequest[] = [];
  const target = adapterTarget((one) => {
    asked.push(one);
    return answer(one);
  }, supports);
  return { target, asked };
}

/** The messages of a reply, their bodies as text. */
const messagesIn = (reply: Reply): readonly object[] =>
  reply.kind === 'messages' ? reply.messages.map(readable) : [reply];

const readable = ({ headers, body }: Message): object => ({ headers, body: Buffer.from(body).toString('latin1') });

const BOTH = ['encode:http-binary', 'encode:http-structured'];

describe('what is asked', () => {
  it('is the message as it is, to be decoded', async () => {
    const { target, asked } = watched([]);
    const { reply, ms } = await target.exchange(request('binary'), OPTIONS);
    expect(reply).toMatchObject({ kind: 'events', events: [{ data: { kind: 'binary' } }] });
    expect(ms).toBeGreaterThan(0);
    expect(asked).toMatchObject([{ op: 'decode', binding: 'http', message: { body: { text: 'hello' } } }]);
  });

  it.each([
    ['binary', undefined],
    ['structured', 'json'],
    ['batch', 'json'],
  ] as const)('is the events as they are, to be encoded in %s mode', async (mode, format) => {
    const { target, asked } = watched([]);
    const { reply } = await target.emit({ binding: 'http', mode, events: [EVENT] }, OPTIONS);
    expect(messagesIn(reply)).toEqual([readable(encodeHttp([EVENT], mode))]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ op: 'encode', mode, events: [{ attributes: { id: 'one' } }] });
    expect((asked[0] as { readonly format?: string }).format).toBe(format);
  });

  it('is the event as it is, to be validated', async () => {
    const { target, asked } = watched([]);
    expect((await target.validate(EVENT, OPTIONS)).reply).toEqual({ kind: 'valid' });
    const bad = { attributes: new Map([...EVENT.attributes, ['source', '']]) };
    expect((await target.validate(bad, OPTIONS)).reply).toMatchObject({ kind: 'invalid' });
    expect(asked.map(({ op }) => op)).toEqual(['validate', 'validate']);
  });

  it('bears the name of the SDK', () => {
    expect(adapterTarget(truly()).name).toBe('tested 1');
  });
});

describe('an event that is passed on', () => {
  it.each([
    ['binary', BOTH, 'structured'],
    ['structured', BOTH, 'binary'],
    ['binary', ['encode:http-binary'], 'binary'],
    ['structured', ['encode:http-structured', 'encode:http-batch'], 'structured'],
    ['batch', BOTH, 'binary'],
    ['batch', ['encode:http-structured'], 'structured'],
  ] as const)('that came in %s mode, by who claims %j: in %s mode', async (came, supports, mode) => {
    const { target, asked } = watched(supports);
    const { reply } = await target.forward(request(came), OPTIONS);
    expect(messagesIn(reply)).toEqual([readable(encodeHttp([EVENT], mode))]);
    expect(asked.map(({ op }) => op)).toEqual(['decode', 'encode']);
    expect(asked[1]).toMatchObject({ mode });
  });

  it('that was rejected is not passed on', async () => {
    const { target, asked } = watched(BOTH, () => ({ rejected: { reason: 'no' } }));
    expect((await target.forward(request('binary'), OPTIONS)).reply).toEqual({ kind: 'rejected', reason: 'no' });
    expect(asked).toHaveLength(1);
  });

  it('that cannot be written is told so', async () => {
    const { target } = watched(BOTH, (asked) =>
      asked.op === 'encode' ? { rejected: { reason: 'not that' } } : (truly()(asked, '') as object),
    );
    expect((await target.forward(request('binary'), OPTIONS)).reply).toEqual({ kind: 'unwritten', reason: 'not that' });
  });

  it('one after the other, each as a message of its own', async () => {
    const two = [EVENT, { ...EVENT, attributes: new Map([...EVENT.attributes, ['id', 'two']]) }];
    const { target } = watched(BOTH);
    const { reply } = await target.forward(request('batch', two), OPTIONS);
    expect(
      reply.kind === 'messages' && reply.messages.map(({ headers }) => Object.fromEntries(headers)['ce-id']),
    ).toEqual(['one', 'two']);
  });

  it('without end is not: so many events of one message are told as they are', async () => {
    const events = Array.from({ length: 101 }, () => ({ attributes: { id: 'one' } }));
    const { target, asked } = watched(BOTH, () => ({ events }));
    const { reply } = await target.forward(request('structured'), OPTIONS);
    expect(reply).toMatchObject({ kind: 'events', events: { length: 101 } });
    expect(asked).toHaveLength(1);
  });

  it('none at all is passed on as no message', async () => {
    const { target } = watched(BOTH, () => ({ events: [] }));
    expect((await target.forward(request('structured'), OPTIONS)).reply).toEqual({ kind: 'messages', messages: [] });
  });
});

describe('what a program writes on stderr', () => {
  const hello = { kind: 'hello', name: 'a', version: '1', language: 'x', supports: [] } as const;
  const target = (): Required<Omit<Target, 'interruptions'>> => {
    const made = createAdapterTarget(
      connected(({ onLine, write, log }) =>
        onLine((line) => {
          const { id, op } = JSON.parse(line);
          log(`${op} went wrong\n`);
          setImmediate(() => write(`${JSON.stringify(op === 'decode' ? { id, events: {} } : { id, valid: true })}\n`));
        }),
      ),
      hello,
    );
    onTestFinished(() => made.close());
    return made;
  };

  it('is kept where it failed', async () => {
    const exchange = await target().exchange(request('binary'), OPTIONS);
    expect(exchange).toMatchObject({
      reply: { kind: 'failure', failure: { code: 'protocol' } },
      stderr: 'decode went wrong\n',
    });
  });

  it('is left out where all went well, so that equal runs are equal', async () => {
    expect(await target().validate(EVENT, OPTIONS)).not.toHaveProperty('stderr');
  });
});

describe('an exchange that gets no reply', () => {
  it('is over at its deadline', async () => {
    const { target } = watched([], () => undefined);
    const { reply } = await target.exchange(request('binary'), { timeoutMs: 50 });
    expect(reply).toMatchObject({ kind: 'failure', failure: { code: 'timeout' } });
  });

  it('is over when the run is', async () => {
    const end = new AbortController();
    const { target } = watched([], () => {
      end.abort();
      return undefined;
    });
    const { reply } = await target.forward(request('binary'), { timeoutMs: 20_000, signal: end.signal });
    expect(reply).toMatchObject({ kind: 'failure', failure: { code: 'aborted' } });
  });
});
