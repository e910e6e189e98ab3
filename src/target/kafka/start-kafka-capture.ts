// A topic as a listener: whatever a producer sends to it from now on, in the order of each partition. It is what the capture
// over HTTP is, but for what only a connection of the producer's own would show.
import type { KafkaMessage } from '../../binding/types.js';
import { costOfHead, createMemoryBudget } from '../capture/memory-budget.js';
import { createTally } from '../capture/tally.js';
import type { Capture, CaptureEnd, CaptureOptions, Loss } from '../capture/types.js';
import { waitForEnd } from '../capture/wait-for-end.js';
import type { SinkMessage } from '../types.js';
import { openSession } from './session.js';
import type { KafkaLimits, KafkaSettings } from './types.js';
import { limitOf } from './within.js';

export type KafkaCaptureOptions = KafkaLimits &
  Pick<CaptureOptions, 'maxBodyBytes' | 'maxTotalBytes' | 'maxMessages' | 'counts'>;

const DEFAULTS = { maxBodyBytes: 1024 * 1024, maxTotalBytes: 64 * 1024 * 1024, maxMessages: 10_000 } as const;

/** kafkajs reads what is not compressed, and gzip. */
const COMPRESSED = 'they are compressed otherwise than with gzip';

/** A capture over Kafka, whose end may leave topics behind. */
export interface KafkaCapture extends Capture {
  readonly topic: string;
  /** Names of topics that could not be removed, once it is closed. */
  left(): readonly string[];
}

/**
 * Listens at the topic `in` of the settings, or at one of its own. Rejects with a `KafkaError`. Its `url` holds no user and no
 * password. What a program sent before it ended is waited for, however slow the machine is.
 */
export function startKafkaCapture(settings: KafkaSettings, options: KafkaCaptureOptions): Promise<KafkaCapture> {
  const { maxBodyBytes, maxTotalBytes, maxMessages } = { ...DEFAULTS, ...options };
  const { counts = () => true, timeoutMs } = options;
  return openSession(settings, options, async (session) => {
    const topic = await session.ensureTopic(settings.in, 'in');
    const messages: SinkMessage[] = [];
    const lost: Record<Loss, number> = { tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 };
    const tally = createTally();
    const budget = createMemoryBudget(maxTotalBytes);
    const closing = new AbortController();
    let ending: Promise<CaptureEnd> | undefined;
    let isOver = false;
    let left: readonly string[] = [];

    function lose(loss: Loss): void {
      lost[loss] += 1;
      tally.count();
    }
    function onMessage(message: KafkaMessage): void {
      if (isOver) return;
      const { headers, body, key } = message;
      const cost = costOfHead('', headers) + body.length + (key?.length ?? 0);
      if (body.length > maxBodyBytes) lose('tooLarge');
      else if (messages.length >= maxMessages || !budget.take(cost)) lose('noRoom');
      else {
        messages.push(message);
        if (counts(message)) tally.count();
      }
    }
    await session.read(topic, onMessage, (records) => {
      if (!isOver) lost.unreadable += records;
    });

    return {
      url: new URL(`kafka://${settings.brokers[0] ?? ''}/${topic}`),
      topic,
      messages: () => [...messages],
      losses: () => ({ ...lost, ...(lost.unreadable > 0 && { unreadableBecause: COMPRESSED }) }),
      left: () => left,
      until(until) {
        const signal = AbortSignal.any([closing.signal, ...(until.signal === undefined ? [] : [until.signal])]);
        const sent = (): Promise<void> => session.catchUp(topic, limitOf(timeoutMs, signal));
        const ended = until.ended?.then(sent, sent);
        ending ??= waitForEnd(tally, { ...until, signal, ...(ended !== undefined && { ended }) }, () => {
          isOver = true;
        });
        return ending;
      },
      async close() {
        closing.abort();
        left = await session.close();
      },
    };
  });
}
