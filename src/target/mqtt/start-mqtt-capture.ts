// A topic, or a filter over topics, as a listener: whatever a producer publishes to it from now on. It is what the capture over
// HTTP is, but for what only a connection of the producer's own would show.
import { costOfHead, createMemoryBudget } from '../capture/memory-budget.js';
import { createRecorder } from '../capture/recorder.js';
import type { Capture, CaptureOptions } from '../capture/types.js';
import { pause } from '../pause.js';
import { mqttUrl } from './mqtt-url.js';
import { openSubscription } from './subscription.js';
import { ownPrefix } from './topic.js';
import type { MqttLimits, MqttSettings } from './types.js';

export type MqttCaptureOptions = MqttLimits &
  Pick<CaptureOptions, 'maxBodyBytes' | 'maxTotalBytes' | 'maxMessages' | 'counts'>;

const DEFAULTS = { maxBodyBytes: 1024 * 1024, maxTotalBytes: 64 * 1024 * 1024, maxMessages: 10_000 } as const;

/**
 * Listens at the topic or filter `in` of the settings, or at a topic of its own. Rejects with an `MqttError`. Its `url` holds no
 * user and no password. A connection that is lost comes back, and counts as a message that is not complete.
 */
export async function startMqttCapture(settings: MqttSettings, options: MqttCaptureOptions): Promise<Capture> {
  const { maxBodyBytes, maxTotalBytes, maxMessages } = { ...DEFAULTS, ...options };
  const { timeoutMs, signal, counts = () => true } = options;
  const filter = settings.in ?? `${ownPrefix()}/in`;
  const recorder = createRecorder({ maxMessages, counts });
  const budget = createMemoryBudget(maxTotalBytes);
  const subscription = await openSubscription({
    settings,
    version: settings.version,
    filter,
    timeoutMs,
    ...(signal && { signal }),
    maxBodyBytes,
    events: {
      onMessage(message) {
        const cost = costOfHead('', message.headers) + message.body.length;
        if (!budget.take(cost)) recorder.lose('noRoom');
        else if (!recorder.keep(message)) budget.giveBack(cost);
      },
      onLoss: (loss) => recorder.lose(loss, 'it is no PUBLISH that can be read'),
    },
    onInterruption: () => recorder.lose('incomplete'),
  });
  const { messages, losses } = recorder;
  /** Resolves when what a program published before it ended is here, or is not to be had in time. */
  async function arrived(): Promise<void> {
    const caught = new AbortController();
    const catchingUp = subscription.ready().then((connection) => connection.catchUp());
    await Promise.race([catchingUp, pause(timeoutMs, caught.signal)]);
    caught.abort();
  }
  return {
    url: mqttUrl(settings, filter),
    messages,
    losses,
    until(until) {
      const ended = until.ended?.then(arrived, arrived);
      return recorder.until({ ...until, ...(ended !== undefined && { ended }) });
    },
    async close() {
      recorder.interrupt();
      await subscription.close();
    },
  };
}
