import { expect, it, onTestFinished } from 'vitest';
import type { Connection } from '../../../src/target/mqtt/connection.js';
import { type Connecting, type Line, type LineOptions, openLine } from '../../../src/target/mqtt/line.js';

/** A connection that says when it was ended. */
function connection(ended: string[], name: string): Connection {
  const nothing = (): never => expect.fail('nothing is sent');
  return {
    bounds: { receiveMaximum: 1, maximumPacketSize: 1, maximumQos: 0 },
    publish: nothing,
    subscribe: nothing,
    catchUp: nothing,
    async end() {
      ended.push(name);
    },
  };
}

interface Attempts {
  readonly line: Line;
  readonly made: Connecting[];
  readonly ended: string[];
  readonly losses: () => number;
  /** The attempts with these numbers fail. */
  readonly fail: Set<number>;
}

async function start(options: Partial<LineOptions> = {}): Promise<Attempts> {
  const made: Connecting[] = [];
  const ended: string[] = [];
  const fail = new Set<number>();
  let losses = 0;
  const line = await openLine({
    connect: async (connecting) => {
      made.push(connecting);
      if (fail.has(made.length)) throw new Error('no broker');
      return connection(ended, String(made.length));
    },
    onLost: () => {
      losses += 1;
    },
    timeoutMs: 60_000,
    ...options,
  });
  onTestFinished(() => line.close());
  return { line, made, ended, losses: () => losses, fail };
}

it('gives the connection that it has', async () => {
  const { line, made } = await start();
  expect(await line.ready()).toBe(await line.ready());
  expect(made).toMatchObject([{ timeoutMs: 60_000 }]);
});

it('rejects where the first one cannot be made', async () => {
  const connect = () => Promise.reject(new Error('no broker'));
  await expect(openLine({ connect, onLost: expect.fail, timeoutMs: 1 })).rejects.toThrow('no broker');
});

it('makes another at once when one is lost, and says so', async () => {
  const { line, made, losses } = await start();
  const first = await line.ready();
  made[0]?.onLost();
  expect(losses()).toBe(1);
  expect(await line.cameBackAtOnce()).toBe(true);
  expect(await line.ready()).not.toBe(first);
  // One attempt does not take the time of all who wait.
  expect(made[1]?.timeoutMs).toBe(5000);
});

it('tries until there is one', async () => {
  const { line, made, fail, losses } = await start();
  for (const number of [2, 3, 4]) fail.add(number);
  made[0]?.onLost();
  expect(await line.cameBackAtOnce()).toBe(false);
  await line.ready();
  expect(made).toHaveLength(5);
  expect(losses()).toBe(1);
  made[4]?.onLost();
  expect(await line.cameBackAtOnce()).toBe(true);
  expect(losses()).toBe(2);
});

it('ends its connection when it is closed, and makes none afterwards', async () => {
  const { line, made, ended, losses } = await start();
  await line.close();
  expect(ended).toEqual(['1']);
  made[0]?.onLost();
  expect([made.length, losses()]).toEqual([1, 0]);
});

it('ends a connection that was made too late', async () => {
  const ended: string[] = [];
  const made: Connecting[] = [];
  let give: ((late: Connection) => void) | undefined;
  const { line } = await start({
    connect(connecting) {
      made.push(connecting);
      if (made.length === 1) return Promise.resolve(connection(ended, 'first'));
      return new Promise((resolve) => {
        give = resolve;
      });
    },
  });
  made[0]?.onLost();
  await line.close();
  expect(made[1]?.signal.aborted).toBe(true);
  give?.(connection(ended, 'late'));
  await expect.poll(() => ended).toEqual(['late']);
});
