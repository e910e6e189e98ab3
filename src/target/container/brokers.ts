// Throw-away brokers in containers, as their public images are configured.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { withAdmin } from '../kafka/admin.js';
import { limitOf } from '../kafka/within.js';
import { dial } from '../mqtt/dial.js';
import { hostAndPort } from './address-of.js';
import { awaitAnswer, type Patience } from './await-answer.js';
import type { ContainerHost } from './host.js';

/** A broker, as programs of this machine and as other containers reach it. */
export interface BrokerAddresses {
  readonly outside: string;
  readonly inside: string;
}

/** Apache Kafka. What clients are told to connect to has to be right on both sides, so each has a listener. */
export async function startKafka(host: ContainerHost, image: string, patience: Patience): Promise<BrokerAddresses> {
  const hostPort = await freePort();
  const container = await host.start({
    image,
    alias: 'kafka',
    port: 9092,
    hostPort,
    env: {
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'HOST://:9092,INSIDE://:19092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `HOST://${host.name}:${hostPort},INSIDE://kafka:19092`,
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INSIDE',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'HOST:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    },
  });
  const { address } = container;
  const answers = (): Promise<boolean> =>
    withAdmin({ brokers: [address], tls: false }, limitOf(ATTEMPT_MS), (admin) => admin.describeCluster()).then(
      ({ brokers }) => brokers.length > 0,
      () => false,
    );
  await awaitAnswer(container, `Kafka in a container of ${image}`, answers, patience);
  return { outside: address, inside: 'kafka:19092' };
}

const ATTEMPT_MS = 2000;

/** Mosquitto, open to everybody. */
export async function startMqtt(host: ContainerHost, image: string, patience: Patience): Promise<BrokerAddresses> {
  const container = await host.start({
    image,
    alias: 'mqtt',
    port: 1883,
    command: ['mosquitto', '-c', '/mosquitto-no-auth.conf'],
  });
  const { host: name, port } = hostAndPort(container.address);
  const settings = { host: name, port, tls: false, version: 5, qos: 1 } as const;
  const answers = async (): Promise<boolean> => {
    try {
      const connection = await dial({
        settings,
        version: 5,
        timeoutMs: ATTEMPT_MS,
        signal: AbortSignal.timeout(ATTEMPT_MS),
        onLost: () => undefined,
      });
      await connection.end();
      return true;
    } catch {
      return false;
    }
  };
  await awaitAnswer(container, `MQTT in a container of ${image}`, answers, patience);
  return { outside: container.address, inside: 'mqtt:1883' };
}

// The one of this machine stands for the one of an engine elsewhere: most ports are free there, too.
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
