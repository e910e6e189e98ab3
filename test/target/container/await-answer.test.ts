// How long a container is waited for: until it answers, ends, takes too long, or nobody wants it any more.
import { expect, test } from 'vitest';
import { hostAndPort } from '../../../src/target/container/address-of.js';
import { awaitAnswer } from '../../../src/target/container/await-answer.js';
import type { RunningContainer } from '../../../src/target/container/host.js';
import { problemOf } from './helpers/host.js';

const running: RunningContainer = { address: '127.0.0.1:1', state: async () => ({ kind: 'runs' }) };

const ended: RunningContainer = {
  address: '127.0.0.1:1',
  state: async () => ({ kind: 'ended', exit: 3, log: 'no such file' }),
};

const never = async (): Promise<boolean> => false;

test('it is asked until it answers', async () => {
  let asked = 0;
  await awaitAnswer(running, 'it', async () => ++asked === 3, { timeoutMs: 60_000 });
  expect(asked).toBe(3);
});

test('one that answers and has ended by then was there', async () => {
  await expect(awaitAnswer(ended, 'it', async () => true, { timeoutMs: 60_000 })).resolves.toBeUndefined();
});

test('one that ended is not waited for', async () => {
  expect(await problemOf(awaitAnswer(ended, 'it', never, { timeoutMs: 60_000 }))).toMatchObject({
    code: 'container.start',
    message: 'failed to start it: it ended with exit code 3 and last wrote: "no such file"',
  });
});

test('time is over', async () => {
  expect(await problemOf(awaitAnswer(running, 'it', never, { timeoutMs: 1 }))).toMatchObject({
    code: 'container.start',
    message: 'failed to start it: no answer within 1 ms',
  });
});

test('a run that is interrupted waits for nothing', async () => {
  const patience = { timeoutMs: 60_000, signal: AbortSignal.abort() };
  expect(await problemOf(awaitAnswer(running, 'it', never, patience))).toMatchObject({ code: 'container.aborted' });
});

test.each([
  ['127.0.0.1:80', '127.0.0.1', 80],
  ['docker.example:65535', 'docker.example', 65535],
  ['::1:9092', '::1', 9092],
])('the host and the port of %s', (address, host, port) => {
  expect(hostAndPort(address)).toEqual({ host, port });
});
