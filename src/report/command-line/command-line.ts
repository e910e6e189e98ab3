// What sends a message again without this program: a line of curl, kcat or mosquitto_pub.
import type { Stimulus } from '../../target/types.js';
import { curlLine } from './curl-line.js';
import { kcatLine } from './kcat-line.js';
import { mosquittoPubLine } from './mosquitto-pub-line.js';
import { none } from './tool-line.js';
import type { CommandLine, Tool, Where } from './types.js';

const TOOLS = { http: 'curl', kafka: 'kcat', mqtt: 'mosquitto_pub' } as const satisfies Record<Where['kind'], Tool>;

/**
 * The line that sends exactly this message: for HTTP the same header lines in their order and the same body, for Kafka the same
 * record, for MQTT the same properties, payload and QoS. Nothing of the message or of `where` can be run by the shell.
 */
export function commandLine(stimulus: Stimulus, where: Where): CommandLine {
  switch (where.kind) {
    case 'http':
      return stimulus.binding === undefined ? curlLine(stimulus, where.url) : foreign(where);
    case 'kafka':
      return stimulus.binding === 'kafka' ? kcatLine(stimulus, where.brokers, where.topic) : foreign(where);
    case 'mqtt': {
      const binding = where.version === 5 ? 'mqtt5' : 'mqtt3';
      return stimulus.binding === binding ? mosquittoPubLine(stimulus, where) : foreign(where);
    }
  }
}

const foreign = ({ kind }: Where): CommandLine =>
  none(TOOLS[kind], 'the message is of another binding than the target');
