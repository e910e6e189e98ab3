// Where a producer is captured: a port of this machine, or a topic of a broker.
import type { Binding } from '../binding/types.js';
import type { Capture, CaptureOptions } from '../target/capture/types.js';
import { startCapture } from '../target/capture.js';
import { brokerError } from './broker-problem.js';
import { isKafkaUrl } from './broker-url.js';
import { listenError } from './listen-error.js';
import type { ListenAddress } from './parse-listen.js';

/** A topic, and what it takes to reach its broker. */
export interface ListenTopic {
  readonly broker: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  readonly ca?: string;
  readonly insecure?: boolean;
}

export type ListenPlace = ListenAddress | ListenTopic;

export interface OpenedCapture {
  readonly capture: Capture;
  readonly bindings: readonly Binding[];
}

/** Starts to listen. Throws a `ConformError`: exit 2 for a place that cannot be had, 3 for a broker that cannot be used. */
export const listenAt = (place: ListenPlace, options: Pick<CaptureOptions, 'counts'>): Promise<OpenedCapture> => {
  if (!('broker' in place)) return overHttp(place, options);
  return isKafkaUrl(place.broker) ? overKafka(place, options) : overMqtt(place, options);
};

async function overHttp(place: ListenAddress, options: Pick<CaptureOptions, 'counts'>): Promise<OpenedCapture> {
  try {
    return { capture: await startCapture({ ...place, ...options }), bindings: ['http'] };
  } catch (error) {
    throw listenError(error, {
      ...place,
      code: 'listen.failed',
      hostHint: 'choose another host: --listen HOST:PORT',
      portHint: 'choose another port: --listen :0 takes a free one',
    });
  }
}

async function overKafka(
  { broker, ...limits }: ListenTopic,
  options: Pick<CaptureOptions, 'counts'>,
): Promise<OpenedCapture> {
  const [{ parseKafkaUrl }, { kafkaProblemOf }, { startKafkaCapture }] = await Promise.all([
    import('../target/kafka/parse-kafka-url.js'),
    import('../target/kafka/kafka-problem.js'),
    import('../target/kafka/start-kafka-capture.js'),
  ]);
  const parsed = parseKafkaUrl(broker);
  if (parsed.kind === 'problem') throw brokerError(parsed.problem);
  try {
    const capture = await startKafkaCapture({ ...parsed.address, ...limits }, { ...limits, ...options });
    return { capture, bindings: ['kafka'] };
  } catch (error) {
    const problem = kafkaProblemOf(error);
    throw problem === undefined ? error : brokerError(problem);
  }
}

async function overMqtt(
  { broker, ...limits }: ListenTopic,
  options: Pick<CaptureOptions, 'counts'>,
): Promise<OpenedCapture> {
  const [{ parseMqttUrl }, { mqttProblemOf }, { startMqttCapture }] = await Promise.all([
    import('../target/mqtt/parse-mqtt-url.js'),
    import('../target/mqtt/mqtt-problem.js'),
    import('../target/mqtt/start-mqtt-capture.js'),
  ]);
  const parsed = parseMqttUrl(broker, 'listen');
  if (parsed.kind === 'problem') throw brokerError(parsed.problem);
  try {
    const capture = await startMqttCapture({ ...parsed.address, ...limits }, { ...limits, ...options });
    return { capture, bindings: [parsed.address.version === 3 ? 'mqtt3' : 'mqtt5'] };
  } catch (error) {
    const problem = mqttProblemOf(error);
    throw problem === undefined ? error : brokerError(problem);
  }
}
