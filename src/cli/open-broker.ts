// From `--target kafka://…` or `mqtt://…` to something that can be driven. The drivers are loaded here, and nowhere else.
import type { Binding, Message } from '../binding/types.js';
import { tasksOf } from '../engine/tasks.js';
import { kafkaProblemOf } from '../target/kafka/kafka-problem.js';
import { openKafka } from '../target/kafka/open-kafka.js';
import { parseKafkaUrl } from '../target/kafka/parse-kafka-url.js';
import { mqttProblemOf } from '../target/mqtt/mqtt-problem.js';
import { openMqtt } from '../target/mqtt/open-mqtt.js';
import { openMqttBroker } from '../target/mqtt/open-mqtt-broker.js';
import { parseMqttUrl } from '../target/mqtt/parse-mqtt-url.js';
import { redactUrl } from '../target/redact.js';
import { brokerError } from './broker-problem.js';
import { isKafkaUrl } from './broker-url.js';
import type { OpenedTarget } from './opened-target.js';

export interface BrokerOpening {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly ca?: string;
  readonly insecure?: boolean;
  /** The broker itself is judged: what is published is read from the same topic. */
  readonly isRelay: boolean;
  /** Hears what comes to the reply topic, instead of the sink. */
  readonly onMessage?: (message: Message) => void;
}

/** An opened broker: where messages go to, and where what comes of them is read. */
export interface OpenedBroker extends OpenedTarget {
  readonly topics: { readonly in: string; readonly reply: string };
}

/** Opens the broker. Throws a `ConformError`: exit 2 for an address that can be none, else 3. */
export const openBroker = (text: string, opening: BrokerOpening): Promise<OpenedBroker> =>
  isKafkaUrl(text) ? overKafka(text, opening) : overMqtt(text, opening);

async function overKafka(text: string, { timeoutMs, signal, isRelay, ...tls }: BrokerOpening): Promise<OpenedBroker> {
  const parsed = parseKafkaUrl(text);
  if (parsed.kind === 'problem') throw brokerError(parsed.problem);
  const { address } = parsed;
  const settings = { ...address, ...tls, isRelay };
  try {
    const opened = await openKafka(settings, { timeoutMs, ...(signal && { signal }) });
    return described(text, 'kafka', ['kafka'], isRelay, opened);
  } catch (error) {
    throw told(error, kafkaProblemOf(error));
  }
}

async function overMqtt(text: string, { timeoutMs, signal, isRelay, ...tls }: BrokerOpening): Promise<OpenedBroker> {
  const parsed = parseMqttUrl(text);
  if (parsed.kind === 'problem') throw brokerError(parsed.problem);
  const settings = { ...parsed.address, ...tls };
  const limits = { timeoutMs, ...(signal && { signal }) };
  try {
    if (isRelay) return described(text, 'mqtt', ['mqtt5', 'mqtt3'], true, await openMqttBroker(settings, limits));
    const bindings = [settings.version === 3 ? ('mqtt3' as const) : ('mqtt5' as const)];
    return described(text, 'mqtt', bindings, false, await openMqtt(settings, limits));
  } catch (error) {
    throw told(error, mqttProblemOf(error));
  }
}

const told = (error: unknown, problem: Parameters<typeof brokerError>[0] | undefined): unknown =>
  problem === undefined ? error : brokerError(problem);

function described(
  text: string,
  kind: 'kafka' | 'mqtt',
  bindings: readonly Binding[],
  isRelay: boolean,
  {
    target,
    sink,
    topics,
    close,
  }: Pick<OpenedBroker, 'target' | 'topics'> & {
    readonly sink: NonNullable<OpenedBroker['sink']>;
    close(): Promise<unknown>;
  },
): OpenedBroker {
  return {
    target,
    sink,
    topics,
    name: target.name,
    kind,
    url: redactUrl(text),
    tasks: tasksOf(isRelay ? 'broker' : 'sink'),
    bindings,
    close: async () => void (await close()),
  };
}
