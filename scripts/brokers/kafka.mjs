// One node of Apache Kafka without ZooKeeper, for development: little memory, short waits, nothing made by itself.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import kafkajs from 'kafkajs';
import { freePorts } from './free-ports.mjs';

/** What starts a node of these jars, with its data in `folder`. `address` is `HOST:PORT`. */
export async function kafkaNode(jars, folder) {
  const [port, controller] = await freePorts(2);
  const address = `127.0.0.1:${port}`;
  const config = join(folder, 'server.properties');
  writeFileSync(
    config,
    [
      'process.roles=broker,controller',
      'node.id=1',
      `controller.quorum.voters=1@127.0.0.1:${controller}`,
      `listeners=PLAINTEXT://${address},CONTROLLER://127.0.0.1:${controller}`,
      `advertised.listeners=PLAINTEXT://${address}`,
      'controller.listener.names=CONTROLLER',
      'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      `log.dirs=${join(folder, 'data')}`,
      'auto.create.topics.enable=false',
      'offsets.topic.replication.factor=1',
      'offsets.topic.num.partitions=1',
      'transaction.state.log.replication.factor=1',
      'transaction.state.log.min.isr=1',
      'group.initial.rebalance.delay.ms=0',
      '',
    ].join('\n'),
  );
  const classpath = ['-cp', join(jars, '*')];
  const id = randomBytes(16).toString('base64url');
  execFileSync('java', [...classpath, 'kafka.tools.StorageTool', 'format', '-t', id, '-c', config], { stdio: 'pipe' });
  return {
    address,
    argv: ['java', '-Xmx256m', '-XX:TieredStopAtLevel=1', ...classpath, 'kafka.Kafka', config],
    answers: () => isThere(address),
  };
}

async function isThere(address) {
  const { Kafka, logLevel } = kafkajs;
  const admin = new Kafka({
    brokers: [address],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1000,
    requestTimeout: 1000,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    return brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
