import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { adapterInMemory } from '../../../src/reference/adapter/in-memory.js';
import { type Answerer, serveAdapter } from '../../../src/reference/adapter/serve-adapter.js';
import { truly } from '../../engine/helpers/adapter.js';

/** What is written for these lines. */
async function written(lines: string, answer: Answerer): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const ended = serveAdapter(input, output, answer);
  input.end(lines);
  await ended;
  return (await output.toArray()).map(String).join('');
}

describe('serveAdapter', () => {
  it('answers each line under its id, in order, and ends when its input does', async () => {
    const text = await written('{"id":7,"op":"a"}\n{"id":8,"op":"b"}\n', ({ op }) => ({ seen: op }));
    expect(text).toBe('{"id":7,"seen":"a"}\n{"id":8,"seen":"b"}\n');
  });

  it('writes a text as it is, and nothing for nothing', async () => {
    const answers = ['raw', undefined];
    expect(await written('{"id":1}\n{"id":2}\n', () => answers.shift())).toBe('raw');
  });

  it('ends with what its answerer throws, and with a line that is no JSON', async () => {
    await expect(
      written('{"id":1}\n', () => {
        throw new Error('oh');
      }),
    ).rejects.toThrow('oh');
    await expect(written('ready\n', () => ({}))).rejects.toThrow(/JSON/);
  });
});

it('ends when it is interrupted, with its input still open', async () => {
  const end = new AbortController();
  const ended = serveAdapter(new PassThrough(), new PassThrough(), () => ({}), end.signal);
  end.abort();
  await expect(ended).resolves.toBeUndefined();
});

describe('an adapter in memory', () => {
  const open = (answer: Answerer) => {
    const adapter = adapterInMemory(answer);
    onTestFinished(() => adapter.close());
    return adapter;
  };

  it('speaks the protocol', async () => {
    const { outcome } = await open(truly()).ask({ op: 'hello', protocol: 1 }, { timeoutMs: 20_000 });
    expect(outcome).toMatchObject({ kind: 'reply', reply: { kind: 'hello', name: 'ce-conform reference' } });
  });

  it('dies of what its answerer throws, and lives again', async () => {
    let asked = 0;
    const adapter = open(() => {
      asked += 1;
      if (asked === 1) throw new Error('dies');
      return { unsupported: true };
    });
    expect((await adapter.ask({ op: 'canary-a' }, { timeoutMs: 20_000 })).outcome).toMatchObject({
      kind: 'failure',
      failure: { code: 'closed' },
    });
    expect((await adapter.ask({ op: 'canary-b' }, { timeoutMs: 20_000 })).outcome).toMatchObject({ kind: 'reply' });
  });
});
