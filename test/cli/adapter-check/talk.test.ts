import { describe, expect, onTestFinished, test } from 'vitest';
import { startTalk, type Talk } from '../../../src/cli/adapter-check/talk.js';
import type { AdapterRequest } from '../../../src/target/adapter/protocol.js';
import { diagnosticOf } from '../helpers/diagnostic.js';

function talkTo(source: string): Talk {
  const talk = startTalk([process.execPath, '-e', source], { timeoutMs: 20_000, signal: new AbortController().signal });
  onTestFinished(async () => {
    await talk.finish();
  });
  return talk;
}

const CANARY = { op: 'canary-a' } as const;

describe('startTalk', () => {
  test('keeps the lines of the last question, cut', async () => {
    const talk = talkTo(`require('node:readline').createInterface({ input: process.stdin }).on('line', (line) =>
      console.log(JSON.stringify({ id: JSON.parse(line).id, valid: false, reason: 'x'.repeat(5000) })))`);
    const validate: AdapterRequest = { op: 'validate', event: { attributes: { id: 'y'.repeat(5000) } } };
    await talk.ask(CANARY);
    const { sent, seen, exchanges } = await talk.ask(validate);
    expect(sent).toEqual([expect.stringMatching(/^\{"id":2,"op":"validate","event":.*y…$/)]);
    expect(seen).toEqual([expect.stringMatching(/^\{"id":2,"valid":false,"reason":"x+…$/)]);
    expect([sent, seen].map(([line]) => line?.length)).toEqual([2001, 2001]);
    expect(exchanges).toMatchObject([{ outcome: { reply: { reason: 'x'.repeat(5000) } } }]);
  });

  test('asks hello once', async () => {
    const talk = talkTo(
      `process.stdin.on('data', () => undefined).on('end', () => process.exit())`.replace(
        '() => undefined',
        `() => console.log('{"id":1,"protocol":1,"name":"n","version":"1","language":"l","supports":[]}')`,
      ),
    );
    const [first, second] = [await talk.hello(), await talk.hello()];
    expect(second).toBe(first);
    expect(first.sent).toEqual(['{"id":1,"op":"hello","protocol":1}']);
  });

  test('does not wait for a reply behind a line that is none', async () => {
    const talk = talkTo(`process.stdin.on('data', () => console.log('what?'))`);
    expect(await talk.ask(CANARY)).toMatchObject({
      stray: { kind: 'no-json', line: 'what?' },
      exchanges: [{ outcome: { failure: { code: 'aborted' } } }],
    });
    expect(talk.leftover).toBeUndefined();
  });

  test('a request of ours that breaks the protocol is no fault of the author', async () => {
    const talk = talkTo('process.stdin.resume()');
    const wrong = { op: 'decode', binding: 'http' } as unknown as AdapterRequest;
    expect(await diagnosticOf(() => talk.ask(wrong))).toMatchObject({ code: 'adapter.request', exit: 4 });
  });
});
