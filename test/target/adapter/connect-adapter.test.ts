// What differs from a program: streams that are given as they are have one life. The rest is in adapter.contract.test.ts.
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { connectAdapter } from '../../../src/target/adapter/connect-adapter.js';
import type { AdapterExchange } from '../../../src/target/adapter/protocol.js';
import { connected, inMemory, type Script } from './helpers/programs.js';

const PATIENT = { timeoutMs: 20_000 };
const CANARY = { op: 'canary-a' } as const;
const failure = ({ outcome }: AdapterExchange): string =>
  outcome.kind === 'failure' ? `${outcome.failure.code}: ${outcome.failure.message}` : outcome.reply.kind;

const unsupported: Script = ({ onLine, write }) =>
  onLine((line) => write(`{"id":${JSON.parse(line).id},"unsupported":true}\n`));

test('one pair of streams has one life', async () => {
  const streams = inMemory(unsupported);
  const adapter = connectAdapter(streams);
  onTestFinished(() => adapter.close());
  expect(failure(await adapter.ask(CANARY, PATIENT))).toBe('unsupported');
  streams.output.end();
  await new Promise((resolve) => streams.output.once('close', resolve));
  expect(failure(await adapter.ask(CANARY, PATIENT))).toBe('unreachable: the streams of the adapter have ended');
});

test('an output that ends closes what is under way', async () => {
  const streams = { input: new PassThrough(), output: new PassThrough() };
  const adapter = connectAdapter(streams);
  const asked = adapter.ask(CANARY, PATIENT);
  streams.output.end('{"id":1,"unsup');
  expect(failure(await asked)).toMatch(/^closed: the program ended before it replied \(its streams ended\); meanwhile/);
});

test('a function is called for each life', async () => {
  let lives = 0;
  const adapter = connectAdapter(() => {
    lives += 1;
    return lives === 1 ? { input: new PassThrough(), output: new PassThrough() } : inMemory(unsupported);
  });
  onTestFinished(() => adapter.close());
  expect(failure(await adapter.ask(CANARY, { timeoutMs: 50 }))).toBe('timeout: no reply within 50 ms');
  expect(failure(await adapter.ask(CANARY, PATIENT))).toBe('unsupported');
  expect(lives).toBe(2);
});

test('it ends with its input, or is ended', async () => {
  const adapter = connected(unsupported);
  await adapter.ask(CANARY, PATIENT);
  expect(await adapter.finish()).toEqual({ kind: 'ended', how: 'its streams ended' });
  const deaf = connectAdapter({ input: new PassThrough(), output: new PassThrough() }, { graceMs: 20 });
  await deaf.ask(CANARY, { timeoutMs: 20 });
  expect(await deaf.finish()).toEqual({ kind: 'not-running' });
  const stubborn = connectAdapter({ input: new PassThrough(), output: new PassThrough() }, { graceMs: 20 });
  const asked = stubborn.ask(CANARY, PATIENT);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await stubborn.finish()).toEqual({ kind: 'killed' });
  expect(failure(await asked)).toMatch(/^aborted/);
});

test('an error of a stream ends the life, and nothing else', async () => {
  const streams = { input: new PassThrough(), output: new PassThrough() };
  const adapter = connectAdapter(streams);
  const asked = adapter.ask(CANARY, PATIENT);
  streams.output.destroy(new Error('broken'));
  expect(failure(await asked)).toBe('closed: the program ended before it replied (its streams ended)');
});
