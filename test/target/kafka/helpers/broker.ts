// A real Apache Kafka of a test's own: one node, KRaft, free ports of the loopback, a folder that goes with it. It can be
// killed and started again, which nobody does with a broker of somebody else.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withAdmin } from '../../../../src/target/kafka/admin.js';
import { limitOf } from '../../../../src/target/kafka/within.js';

export interface TestBroker {
  /** `HOST:PORT` of the listener without TLS and without users. */
  readonly address: string;
  /** `HOST:PORT` of the other listeners, by name. */
  readonly others: Readonly<Record<string, string>>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, at the same addresses and with what it held. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  end(): Promise<void>;
}

export interface TestBrokerOptions {
  /** Listeners beside the plain one: name and security protocol. */
  readonly listeners?: Readonly<Record<string, 'SSL' | 'SASL_PLAINTEXT'>>;
  readonly properties?: Readonly<Record<string, string>>;
  /** For the tool that formats the folder. */
  readonly format?: readonly string[];
}

const START_MS = 90_000;

/** Starts a broker from a folder of jars. Resolves when it answers. */
export async function startBroker(jars: string, options: TestBrokerOptions = {}): Promise<TestBroker> {
  const { listeners = {}, properties = {}, format = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-kafka-'));
  const names = ['PLAINTEXT', 'CONTROLLER', ...Object.keys(listeners)];
  const ports = await freePorts(names.length);
  const addresses = names.map((name, at) => [name, `127.0.0.1:${ports[at]}`] as const);
  const byName = Object.fromEntries(addresses);
  const urls = addresses.map(([name, address]) => `${name}://${address}`);
  const config = join(folder, 'server.properties');
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@${byName['CONTROLLER']}`,
    listeners: urls.join(','),
    'advertised.listeners': urls.filter((url) => !url.startsWith('CONTROLLER')).join(','),
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': [
      'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      ...Object.entries(listeners).map(([name, protocol]) => `${name}:${protocol}`),
    ].join(','),
    'log.dirs': join(folder, 'data'),
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '1',
    'group.initial.rebalance.delay.ms': '0',
    // So long after a crash it is not let in again.
    'broker.session.timeout.ms': '2000',
    'broker.heartbeat.interval.ms': '500',
    ...properties,
  };
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  // What lives for seconds is neither to be optimized nor to have its memory cleared up by many threads.
  const java = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', join(jars, '*')];
  const id = ['format', '-t', 'MkU3OEVBNTcwNTJENDM2Qg', '-c', config, ...format];
  execFileSync('java', [...java, 'kafka.tools.StorageTool', ...id], { stdio: 'pipe' });
  const address = byName['PLAINTEXT'] ?? '';
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    child = spawn('java', ['-Xmx256m', ...java, 'kafka.Kafka', config], { stdio: 'ignore', cwd: folder });
    const started = limitOf(START_MS);
    while (!(await answers(address))) {
      if (child.exitCode !== null || performance.now() > started.deadline) throw new Error('the broker does not start');
    }
  }
  async function kill(): Promise<void> {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    if (child?.exitCode !== null || !child.kill('SIGKILL')) return;
    await ended;
  }
  async function end(): Promise<void> {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    await start();
  } catch (error) {
    await end();
    throw error;
  }
  return { address, others: byName, kill, restart: start, end };
}

/** Whether a broker there knows itself to be one of a cluster. */
const answers = (broker: string): Promise<boolean> =>
  withAdmin({ brokers: [broker], tls: false }, limitOf(1000), (admin) => admin.describeCluster()).then(
    ({ brokers }) => brokers.length > 0,
    () => new Promise((resolve) => setTimeout(() => resolve(false), 100)),
  );

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
