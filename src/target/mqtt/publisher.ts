// Publishes one message for each exchange, over a connection that may be lost at any time. No message is ever sent twice: whether
// the broker had taken it nobody knows, and a target that is handed an event twice answers twice.
import { type AbortWatcher, unwatchAbort, watchAbort } from '../abort-watch.js';
import { aborted, failed } from '../transport-failure.js';
import type { Exchange, ExchangeOptions, MqttPublish, Reply } from '../types.js';
import { blameOf } from './blame.js';
import type { Connection, Sent } from './connection.js';
import { type LineOptions, openLine } from './line.js';
import { type PreparedPublish, preparePublish } from './prepare-publish.js';
import { reasonName } from './reason-name.js';
import { createTurnstile } from './turnstile.js';
import type { MqttVersion, Qos } from './types.js';

export interface PublisherOptions extends Omit<LineOptions, 'onLost'> {
  readonly topic: string;
  readonly version: MqttVersion;
  readonly qos: Qos;
  /** Settles when whoever listens for replies is there: what is published before that is answered to nobody. */
  readonly listening: () => Promise<unknown>;
}

export interface Publisher {
  exchange(message: MqttPublish, options: ExchangeOptions): Promise<Exchange>;
  /** How often its connection was lost so far, and more with it than a message that is to blame. */
  interruptions(): number;
  close(): Promise<void>;
}

/** One exchange under way. Once it has an answer, nothing changes that. */
interface Order {
  readonly message: PreparedPublish;
  readonly isAnswered: () => boolean;
  /** What it waits for, in words: the answer when time is over. */
  waitsFor: 'connection' | 'room' | 'acknowledgement';
}

/** Before the first connection is known, and where it says nothing. */
const MOST_IN_FLIGHT = 0xffff;

export async function openPublisher(options: PublisherOptions): Promise<Publisher> {
  const { topic, version, qos, listening } = options;
  const turnstile = createTurnstile(MOST_IN_FLIGHT);
  const waiting = new Set<AbortWatcher>();
  let isClosed = false;
  let interruptions = 0;
  /** A message is under way that is to blame if the connection ends now. */
  let isTrying = false;

  const line = await openLine({
    ...options,
    async connect(connecting) {
      const connection = await options.connect(connecting);
      turnstile.resize(connection.bounds.receiveMaximum);
      return connection;
    },
    onLost() {
      if (!isTrying) interruptions += 1;
    },
  });

  async function carry(order: Order): Promise<Reply> {
    const { message } = order;
    for (;;) {
      order.waitsFor = 'connection';
      await listening();
      const connection = await line.ready();
      const refusal = order.isAnswered() ? aborted() : beyond(connection, message);
      if (refusal !== undefined) return refusal;
      order.waitsFor = 'acknowledgement';
      isTrying = message.isRisky;
      const sent = await connection.publish(topic, message);
      isTrying = false;
      if (sent.kind === 'lost') order.waitsFor = 'connection';
      if (sent.kind !== 'unsent') return replyTo(sent, message);
    }
  }

  async function replyTo(sent: Exclude<Sent, { kind: 'unsent' }>, { isRisky }: PreparedPublish): Promise<Reply> {
    switch (sent.kind) {
      case 'taken':
        return { kind: 'published' };
      case 'refused':
        return failed(sent.code === 0x95 ? 'too-large' : 'broker', `the broker refused it: ${reasonName(sent.code)}`);
      case 'lost': {
        const failure = blameOf(sent, await line.cameBackAtOnce());
        if (failure.code === 'interrupted' && isRisky) interruptions += 1;
        return { kind: 'failure', failure };
      }
    }
  }

  return {
    exchange(stimulus, { timeoutMs, signal: ended }) {
      const prepared = preparePublish(stimulus, topic, version, stimulus.qos ?? qos);
      if (prepared.kind === 'failure') return Promise.resolve({ reply: prepared, ms: 0 });
      const started = performance.now();
      return new Promise((resolve, reject) => {
        let isAnswered = false;
        const watcher = { onAbort: () => answer(aborted()) };
        function answer(reply: Reply): void {
          if (isAnswered) return;
          isAnswered = true;
          clearTimeout(timer);
          waiting.delete(watcher);
          if (ended !== undefined) unwatchAbort(ended, watcher);
          resolve({ reply, ms: performance.now() - started });
        }
        const order: Order = { message: prepared.publish, isAnswered: () => isAnswered, waitsFor: 'room' };
        const timer = setTimeout(() => answer(late(order, timeoutMs)), timeoutMs);
        waiting.add(watcher);
        if (ended !== undefined) watchAbort(ended, watcher);
        if (isClosed || ended?.aborted === true) return answer(aborted());
        turnstile.pass(order.message.isRisky, order.isAnswered, (leave) => {
          // An error is a fault of the harness. The deadline ends the exchange where this does not.
          carry(order).then(answer, reject).finally(leave);
        });
      });
    },
    interruptions: () => interruptions,
    async close() {
      isClosed = true;
      for (const watcher of waiting) watcher.onAbort();
      await line.close();
    },
  };
}

/** The answer for a message that the broker has said it will not take: it would close the connection instead. */
function beyond({ bounds }: Connection, { size, qos }: PreparedPublish): Reply | undefined {
  if (size > bounds.maximumPacketSize)
    return failed('too-large', `not sent: it has ${size} bytes, and the broker takes ${bounds.maximumPacketSize}`);
  if (qos > bounds.maximumQos)
    return failed('broker', `not sent: it has QoS ${qos}, and the broker takes at most ${bounds.maximumQos}`);
  return undefined;
}

function late({ waitsFor }: Order, timeoutMs: number): Reply {
  switch (waitsFor) {
    case 'connection':
      return failed('unreachable', `the connection to the broker was lost, and was not back within ${timeoutMs} ms`);
    case 'room':
      return failed('broker', `the broker did not acknowledge what was sent before within ${timeoutMs} ms`);
    case 'acknowledgement':
      return failed('broker', `the broker did not acknowledge it within ${timeoutMs} ms`);
  }
}
