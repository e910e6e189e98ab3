// A listener for whatever a producer sends: it answers 202, keeps every message as it came, and knows when enough was
// seen. Unlike the sink, which finds the events of the harness by their tokens, it knows nothing of what will come.
import type { AddressInfo } from 'node:net';
import { createListener } from './capture/listener.js';
import { createMemoryBudget } from './capture/memory-budget.js';
import { createTally } from './capture/tally.js';
import type { Capture, CaptureEnd, CaptureLosses, CaptureOptions, Loss } from './capture/types.js';
import { waitForEnd } from './capture/wait-for-end.js';
import type { SinkMessage } from './types.js';

const DEFAULTS = {
  maxBodyBytes: 1024 * 1024,
  maxTotalBytes: 64 * 1024 * 1024,
  maxMessages: 10_000,
  requestTimeoutMs: 30_000,
} as const;

/** Rejects with the error of the socket when the address cannot be taken. */
export async function startCapture(options: CaptureOptions = {}): Promise<Capture> {
  const { maxBodyBytes, maxTotalBytes, maxMessages, requestTimeoutMs } = { ...DEFAULTS, ...options };
  const { host = '127.0.0.1', port = 0, counts = () => true } = options;
  const messages: SinkMessage[] = [];
  const lost: Record<Loss, number> = { tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 };
  let unreadableBecause: string | undefined;
  const tally = createTally();
  let ending: Promise<CaptureEnd> | undefined;
  let isOver = false;
  const closing = new AbortController();

  function lose(loss: Loss, reason?: string): void {
    if (isOver) return;
    lost[loss] += 1;
    if (loss === 'unreadable') unreadableBecause ??= reason;
    // A message that was there, and has no place: whoever waits for it waits in vain.
    if (loss === 'tooLarge' || loss === 'noRoom') tally.count();
  }

  const server = createListener(
    {
      onBegin: tally.begin,
      onMessage(message) {
        if (isOver) return false;
        if (messages.length >= maxMessages) {
          lose('noRoom');
          return false;
        }
        messages.push(message);
        if (counts(message)) tally.count();
        return true;
      },
      onLoss: lose,
      onSettled: tally.settle,
    },
    { maxBodyBytes, requestTimeoutMs, budget: createMemoryBudget(maxTotalBytes) },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

  return {
    url: addressOf(server.address() as AddressInfo),
    messages: () => [...messages],
    losses: (): CaptureLosses => ({ ...lost, ...(unreadableBecause !== undefined && { unreadableBecause }) }),
    until(until) {
      const signal = AbortSignal.any([closing.signal, ...(until.signal === undefined ? [] : [until.signal])]);
      ending ??= waitForEnd(tally, { ...until, signal }, () => {
        isOver = true;
      });
      return ending;
    },
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** An address that means all of them is reached over the loopback. */
function addressOf({ address, port, family }: AddressInfo): URL {
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return new URL(`http://${family === 'IPv6' ? `[${host}]` : host}:${port}/`);
}
