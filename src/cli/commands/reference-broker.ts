// `ce-conform reference --consume URL` and `--produce URL`: the reference over a broker, as a reader and as a writer.
import { ConformError, EXIT, usageError } from '../../engine/error.js';
import { faultNamed } from '../../reference/faults/index.js';
import { emitWith } from '../../reference/producer.js';
import { serveConsumer } from '../../reference/serve-consumer.js';
import type { Stimulus } from '../../target/types.js';
import { isBrokerUrl } from '../broker-url.js';
import type { Io } from '../io.js';
import { openBroker } from '../open-broker.js';
import { DEFAULTS } from '../options.js';
import { printJson } from '../print-json.js';

export interface BrokerFlags {
  readonly fault?: readonly string[];
  readonly replyMode?: 'structured' | 'other';
  readonly count?: number;
  readonly json?: boolean;
}

/** Events that a producer publishes where nothing else is said, in each mode of the binding. */
const DEFAULT_COUNT = 10;

const SEED = 'reference';

/** Reads until `io.signal` fires. */
export async function consume(url: string, { fault = [], replyMode, json }: BrokerFlags, io: Io): Promise<number> {
  const options = { faults: fault.map(faultNamed), timeoutMs: DEFAULTS.timeoutMs };
  const served = await serveConsumer(
    (onMessage) =>
      openBroker(swapped(url), { timeoutMs: DEFAULTS.timeoutMs, signal: io.signal, isRelay: false, onMessage }),
    { ...options, ...(replyMode && { reply: replyMode }) },
  );
  try {
    const { topics } = served;
    const [from, to] = [topics.reply, topics.in];
    if (json === true) printJson({ in: from, reply: to }, io);
    else io.out.write(`reading from ${from}, replying to ${to}\n`);
    await aborted(io.signal);
  } finally {
    await served.close();
  }
  return 0;
}

/** Publishes generated events, the same each time. */
export async function produce(url: string, { fault = [], count, json }: BrokerFlags, io: Io): Promise<number> {
  checked(url);
  const faults = fault.map(faultNamed);
  const opened = await openBroker(url, { timeoutMs: DEFAULTS.timeoutMs, signal: io.signal, isRelay: true });
  try {
    // MQTT 3.1.1 is asked for by its version; a relay is open for both.
    const binding = /^mqtt/i.test(url) ? (/[?&]version=3(?:&|$)/.test(url) ? 'mqtt3' : 'mqtt5') : 'kafka';
    const modes = binding === 'mqtt3' ? (['structured'] as const) : (['binary', 'structured'] as const);
    let published = 0;
    // Who generates nothing does without fast-check.
    const [{ event: anyEvent }, { sample }] = await Promise.all([
      import('../../generate/event.js'),
      import('../../generate/sample.js'),
    ]);
    for (const event of sample(anyEvent, SEED, count ?? DEFAULT_COUNT)) {
      for (const mode of modes) {
        const emission = emitWith({ binding, mode, events: [event] }, faults);
        if (emission.kind === 'refused') continue;
        const { reply } = await opened.target.exchange(emission.message as Stimulus, { timeoutMs: DEFAULTS.timeoutMs });
        if (reply.kind !== 'published')
          throw unpublished(reply.kind === 'failure' ? reply.failure.message : reply.kind);
        published += 1;
      }
    }
    if (json === true) printJson({ topic: opened.topics.in, published }, io);
    else io.out.write(`published ${published} messages to ${opened.topics.in}\n`);
  } finally {
    await opened.close();
  }
  return 0;
}

const unpublished = (reason: string): ConformError =>
  new ConformError({
    code: 'reference.publish',
    message: `failed to publish an event: ${reason}`,
    hint: 'look at the log of the broker',
    exit: EXIT.inconclusive,
  });

/** The address as who reads has it: what is `in` for the harness is where messages come from here. */
function swapped(url: string): string {
  checked(url);
  const [, before = '', topic = '', query = ''] = /^([a-z]+:\/\/[^/?]*)\/?([^?]*)\??(.*)$/is.exec(url) ?? [];
  const parameters = query.split('&').filter((pair) => pair !== '');
  const reply = parameters.find((pair) => pair.startsWith('reply='))?.slice('reply='.length);
  if (topic === '' || reply === undefined || reply === '') {
    throw usageError(
      'reference.topics',
      'failed to read from a broker: two topics are needed, and the address does not name both',
      'for example --consume kafka://HOST:PORT/IN?reply=OUT',
    );
  }
  const others = parameters.filter((pair) => !pair.startsWith('reply='));
  return `${before}/${reply}?${[`reply=${topic}`, ...others].join('&')}`;
}

function checked(url: string): void {
  if (isBrokerUrl(url)) return;
  throw usageError(
    'reference.broker',
    `failed to open ${JSON.stringify(url)}: it is no address of a broker`,
    'use kafka://HOST:PORT/TOPIC or mqtt://HOST:PORT/TOPIC',
  );
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
