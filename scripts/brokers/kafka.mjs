// One node of Apache Kafka without ZooKeeper, for development: little memory, short waits, nothing made by itself.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import kafkajs from 'kafkajs';
import { freePorts } from './free-ports.mjs';
import { USER } from './secrets.mjs';

/**
 * What starts a node of these jars, with its data in `folder`: its addresses by listener, each `HOST:PORT`. With `secrets`, there are
 * a listener `SASL` that asks who one is, and one `TLS`.
 */
export async function kafkaNode(jars, folder, secrets) {
  const names = ['PLAINTEXT', 'CONTROLLER', ...(secrets === undefined ? [] : ['SASL', 'TLS'])];
  const ports = await freePorts(names.length);
  const at = Object.fromEntries(names.map((name, index) => [name, `127.0.0.1:${ports[index]}`]));
  const { CONTROLLER: controller, ...addresses } = at;
  const urlsOf = (listeners) => Object.entries(listeners).map(([name, address]) => `${name}://${address}`);
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@${controller}`,
    listeners: urlsOf(at).join(','),
    'advertised.listeners': urlsOf(addresses).join(','),
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL:SASL_PLAINTEXT,TLS:SSL',
    'log.dirs': join(folder, 'data'),
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    ...(secrets && secure(secrets)),
  };
  const config = join(folder, 'server.properties');
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value.replaceAll('\n', '\\n')}\n`);
  writeFileSync(config, lines.join(''), { mode: 0o600 });
  // Quick to start, and small: these brokers carry a few thousand messages.
  const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  const java = [...quick, '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', join(jars, '*')];
  // In one argument: an id that begins with a minus sign would be taken for an option.
  const format = ['format', `--cluster-id=${randomBytes(16).toString('base64url')}`, '-c', config];
  await promisify(execFile)('java', [...java, 'kafka.tools.StorageTool', ...format]);
  const { PLAINTEXT: address, ...others } = addresses;
  return { address, others, argv: ['java', '-Xmx256m', ...java, 'kafka.Kafka', config] };
}

const secure = ({ cert, key }) => ({
  'sasl.enabled.mechanisms': 'PLAIN',
  'listener.name.sasl.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${USER.name}="${USER.password}";`,
  'ssl.keystore.type': 'PEM',
  'ssl.keystore.certificate.chain': readFileSync(cert, 'utf8').trim(),
  'ssl.keystore.key': readFileSync(key, 'utf8').trim(),
});

// kafkajs asks for timers in the past, which newer releases of Node tell on the standard error.
const emitWarning = process.emitWarning;
process.emitWarning = (warning, type, ...rest) => {
  if (type !== 'TimeoutNegativeWarning') emitWarning.call(process, warning, type, ...rest);
};

/** Whether a broker there knows itself to be one of a cluster. */
export async function kafkaAnswers(address) {
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
