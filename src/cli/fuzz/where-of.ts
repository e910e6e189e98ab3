// Where a line of a common tool sends a finding again.
import type { Where } from '../../report/command-line/types.js';
import type { OpenedTarget } from '../opened-target.js';

/** Where a target is reached with a common tool; undefined for what no tool reaches: the reference, an adapter. */
export async function whereOf({
  kind,
  url,
  topics,
}: Pick<OpenedTarget, 'kind' | 'url' | 'topics'>): Promise<Where | undefined> {
  if (url === undefined) return undefined;
  switch (kind) {
    case 'http':
      return { kind: 'http', url };
    case 'kafka': {
      const { parseKafkaUrl } = await import('../../target/kafka/parse-kafka-url.js');
      const parsed = parseKafkaUrl(url);
      if (parsed.kind === 'problem' || topics === undefined) return undefined;
      return { kind: 'kafka', brokers: parsed.address.brokers.join(','), topic: topics.in };
    }
    case 'mqtt': {
      const { parseMqttUrl } = await import('../../target/mqtt/parse-mqtt-url.js');
      const parsed = parseMqttUrl(url);
      if (parsed.kind === 'problem' || topics === undefined) return undefined;
      const { host, port, version } = parsed.address;
      return { kind: 'mqtt', host, port, topic: topics.in, version };
    }
    case 'adapter':
    case 'reference':
      return undefined;
  }
}
