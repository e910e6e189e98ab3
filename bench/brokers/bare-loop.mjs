// As bare as it gets: publish, wait for the acknowledgement, count what comes back, forget. What the library or the broker
// refuses is left out, to its advantage.
import { lastEvent } from './messages.mjs';

const CONCURRENCY = 8;

/** Where to: the broker, and the topics there. */
export function placeOf(text) {
  const { hostname, port, pathname, searchParams } = new URL(text);
  return { hostname, port, into: pathname.slice(1), reply: searchParams.get('reply') };
}

/** The last event: `see` is given every answer, `seen` resolves with the one to it. */
export function awaited() {
  let resolve;
  const { id, body } = lastEvent();
  const seen = new Promise((done) => {
    resolve = done;
  });
  return {
    seen,
    body,
    see(value) {
      if (value.includes(id)) resolve();
    },
  };
}

/** Publishes all, then the last one, and waits for its answer. */
export async function timed(messages, send, last, lastOf) {
  const started = performance.now();
  const queue = messages.values();
  let sent = 0;
  const worker = async () => {
    for (const message of queue) {
      await send(message).then(
        () => sent++,
        () => undefined,
      );
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  await send(lastOf(last.body));
  await last.seen;
  return { ms: performance.now() - started, messages: sent };
}
