// What the commands of a page need around them: brokers at localhost:9092 and localhost:1883, a consumer of the reader's own, an
// engine with images.
import { openBroker } from '../../../src/cli/open-broker.js';
import { serveConsumer } from '../../../src/reference/serve-consumer.js';
import { missingParts, TAGS } from '../../target/container/helpers/docker.js';
import { startBroker, type TestBroker } from '../../target/kafka/helpers/broker.js';
import { HOW_TO_GET_KAFKA, JARS } from '../../target/kafka/helpers/with-kafka.js';
import { hasMosquitto, MISSING_MOSQUITTO, startMosquitto } from '../../target/mqtt/helpers/mosquitto.js';

const KAFKA = 'localhost:9092';
const MQTT = 'localhost:1883';
const IMAGE = 'example/receiver:1';

const isInContainers = (line: string): boolean => /--(?:with|image) /.test(line);

/** Lines for what a command needs and this machine has not. */
export function missingFor(line: string): readonly string[] {
  return [
    ...(line.includes(KAFKA) && JARS.length === 0 ? [`NOT RUN: ${HOW_TO_GET_KAFKA}`] : []),
    ...(line.includes(MQTT) && !hasMosquitto() ? [MISSING_MOSQUITTO] : []),
    ...(isInContainers(line) ? missingParts(['target', 'mosquitto', 'kafka']) : []),
  ];
}

export interface Around {
  /** A word of the command as it is on this machine. */
  word(word: string): string;
  /** Flags that say which images this machine has. */
  readonly images: readonly string[];
  close(): Promise<unknown>;
}

/** Starts what a command needs, within a test. Kafka takes its time, so all commands share one. */
export function surroundings() {
  let kafka: Promise<TestBroker> | undefined;

  async function prepare(line: string): Promise<Around> {
    const jars = JARS.at(-1);
    if (line.includes(KAFKA) && jars !== undefined) kafka ??= startBroker(jars);
    const at = {
      kafka: (await (line.includes(KAFKA) ? kafka : undefined))?.address ?? KAFKA,
      mqtt: line.includes(MQTT) ? `127.0.0.1:${(await startMosquitto()).port}` : MQTT,
    };
    const word = (text: string): string =>
      text.replace(KAFKA, at.kafka).replace(MQTT, at.mqtt).replace(IMAGE, TAGS.target);
    const [, scheme, topic, reply, more = ''] = /'(\w+):\/\/localhost:\d+\/(\w+)\?reply=(\w+)([^']*)'/.exec(line) ?? [];
    const consumer =
      scheme === 'kafka' || scheme === 'mqtt'
        ? await consume(`${scheme}://${at[scheme]}/${reply}?reply=${topic}${more}`)
        : undefined;
    return {
      word,
      images: isInContainers(line) ? ['--kafka-image', TAGS.kafka, '--mqtt-image', TAGS.mosquitto] : [],
      close: async () => consumer?.close(),
    };
  }
  return { prepare, close: async () => (await kafka)?.end() };
}

function consume(url: string) {
  const timeoutMs = 20_000;
  return serveConsumer((onMessage) => openBroker(url, { timeoutMs, isRelay: false, onMessage }), { timeoutMs });
}
