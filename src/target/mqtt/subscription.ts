// A subscription that comes back: whenever its connection is lost, it is made again. What was published meanwhile is lost, so
// nothing is published until it is there.
import type { Connection } from './connection.js';
import { dial } from './dial.js';
import { explainSubscription, type SubscriptionRefusal } from './explain-refusal.js';
import { type Connecting, type Line, openLine } from './line.js';
import { createPublishReader, type ReaderEvents } from './publish-reader.js';
import type { MqttLimits, MqttSettings, MqttVersion } from './types.js';

export interface SubscriptionOptions extends MqttLimits {
  readonly settings: MqttSettings;
  readonly version: MqttVersion;
  readonly filter: string;
  /** Longer payloads are not handed over. */
  readonly maxBodyBytes: number;
  readonly events: Omit<ReaderEvents, 'onOverflow'>;
  /** Its connection was lost. */
  readonly onInterruption: () => void;
}

/** Rejects with an `MqttError` where there is no subscription in time. */
export function openSubscription(options: SubscriptionOptions): Promise<Line> {
  const { settings, version, filter, timeoutMs, signal, maxBodyBytes, events, onInterruption } = options;
  return openLine({
    async connect(connecting) {
      const until = performance.now() + connecting.timeoutMs;
      let isThere = false;
      const connection = await dial({
        ...connecting,
        settings,
        version,
        onLost: () => isThere && connecting.onLost(),
        reader: (giveUp) => createPublishReader(version, maxBodyBytes, { ...events, onOverflow: giveUp }),
      });
      const refusal = await subscribe(connection, filter, { ...connecting, timeoutMs: until - performance.now() });
      if (refusal !== undefined) throw explainSubscription(refusal, filter, connecting.timeoutMs);
      isThere = true;
      return connection;
    },
    onLost: onInterruption,
    timeoutMs,
    ...(signal && { signal }),
  });
}

/** Why there is no subscription, where there is none. Then there is no connection either. */
async function subscribe(
  connection: Connection,
  filter: string,
  { timeoutMs, signal }: Pick<Connecting, 'timeoutMs' | 'signal'>,
): Promise<SubscriptionRefusal | undefined> {
  let given: SubscriptionRefusal | undefined;
  // The end of the connection ends the wait.
  const giveUp = (kind: 'late' | 'aborted'): void => {
    given = { kind };
    void connection.end();
  };
  const abort = (): void => giveUp('aborted');
  const timer = setTimeout(() => giveUp('late'), timeoutMs);
  signal.addEventListener('abort', abort);
  const answer = await connection.subscribe(filter);
  clearTimeout(timer);
  signal.removeEventListener('abort', abort);
  if (answer.kind === 'subscribed' && given === undefined) return undefined;
  await connection.end();
  return (
    given ??
    (answer.kind === 'refused' && answer.code !== undefined ? { kind: 'code', code: answer.code } : { kind: 'closed' })
  );
}
