// Brokers and messages for tests, closed when the test ends.
import { onTestFinished } from 'vitest';
import { openMqtt } from '../../../../src/target/mqtt/open-mqtt.js';
import type { MqttSettings, OpenedMqtt } from '../../../../src/target/mqtt/types.js';
import type { MqttArrival, MqttPublish, Reply } from '../../../../src/target/types.js';

export const PATIENT = { timeoutMs: 20_000 } as const;

export async function open(settings: MqttSettings): Promise<OpenedMqtt> {
  const opened = await openMqtt(settings, PATIENT);
  onTestFinished(() => opened.close());
  return opened;
}

/** A token that a store finds at once. */
export const token = (number: number): string => `t${number.toString(36).padStart(12, '0')}`;

/** A message of MQTT 5 with a token. */
export const message = (number: number, rest: Partial<MqttPublish> = {}): MqttPublish => ({
  binding: 'mqtt5',
  headers: [['id', token(number)]],
  body: Buffer.from('hello'),
  ...rest,
});

/** A message of MQTT 3.1.1 with a token. */
export const plain = (number: number, rest: Partial<MqttPublish> = {}): MqttPublish => ({
  binding: 'mqtt3',
  headers: [],
  body: Buffer.from(token(number)),
  ...rest,
});

/** The one message that holds the token. */
export async function arrivalOf({ sink }: OpenedMqtt, number: number): Promise<MqttArrival> {
  const [arrived, ...others] = await sink.take(token(number), { count: 1, ...PATIENT });
  if (arrived?.binding !== 'mqtt5' && arrived?.binding !== 'mqtt3') throw new Error(`nothing came for ${number}`);
  if (others.length > 0) throw new Error(`more than one came for ${number}`);
  return arrived;
}

/** `published`, or the code of a failure. */
export const outcome = ({ reply }: { readonly reply: Reply }): string =>
  reply.kind === 'failure' ? reply.failure.code : reply.kind;
