// A listener for whatever a producer sends: it answers 202, keeps every message as it came, and knows when enough was
// seen. Unlike the sink, which finds the events of the harness by their tokens, it knows nothing of what will come.
import type { AddressInfo } from 'node:net';
import { createListener } from './capture/listener.js';
import { createMemoryBudget } from './capture/memory-budget.js';
import { createRecorder } from './capture/recorder.js';
import type { Capture, CaptureOptions } from './capture/types.js';

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
  const recorder = createRecorder({ maxMessages, counts });
  const { tally, keep, lose, messages, losses, until } = recorder;
  const server = createListener(
    { onBegin: tally.begin, onMessage: keep, onLoss: lose, onSettled: tally.settle },
    { maxBodyBytes, requestTimeoutMs, budget: createMemoryBudget(maxTotalBytes) },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

  return {
    url: addressOf(server.address() as AddressInfo),
    messages,
    losses,
    until,
    async close() {
      recorder.interrupt();
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
