// npm run brokers: real brokers that outlive the command, are found again, and of which the end leaves nothing.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { kafkaProblemOf } from '../../src/target/kafka/kafka-problem.js';
import { openKafka } from '../../src/target/kafka/open-kafka.js';
import type { KafkaSettings } from '../../src/target/kafka/types.js';
import { mqttProblemOf } from '../../src/target/mqtt/mqtt-problem.js';
import { openMqtt } from '../../src/target/mqtt/open-mqtt.js';
import { parseMqttUrl } from '../../src/target/mqtt/parse-mqtt-url.js';
import { isAlive } from '../target/adapter/helpers/processes.js';
import { describeWithJars } from '../target/kafka/helpers/with-kafka.js';
import { describeWithMosquitto } from '../target/mqtt/helpers/mosquitto.js';

const SCRIPT = join(packageRoot(), 'scripts', 'brokers.mjs');

interface Broker {
  readonly name: string;
  readonly address: string;
  readonly others: Readonly<Record<string, string>>;
  readonly ca?: string;
  readonly pid: number;
  readonly log: string;
}

interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command, with a memory of its own. */
function commandIn(folder: string): (...args: readonly string[]) => Promise<Ended> {
  const state = join(folder, 'state.json');
  return (...args) =>
    new Promise((resolve) => {
      execFile(process.execPath, [SCRIPT, ...args, '--state', state], (error, stdout, stderr) =>
        resolve({ exit: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
    });
}

/** Brokers of a test, which are gone when it is over. */
function temporaryCommand(): { readonly brokers: ReturnType<typeof commandIn>; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-brokers-'));
  const brokers = commandIn(folder);
  onTestFinished(async () => {
    await brokers('down');
    rmSync(folder, { recursive: true });
  });
  return { brokers, folder };
}

const MQTT_ONLY = ['--kafka', 'none'] as const;

describeWithMosquitto('npm run brokers, with Mosquitto alone', () => {
  test('starts one, finds it again, and ends it', async () => {
    const { brokers, folder } = temporaryCommand();
    const up = await brokers('up', ...MQTT_ONLY);
    expect(up).toEqual({
      exit: 0,
      stderr: '',
      stdout: expect.stringMatching(/^export CE_CONFORM_MQTT=127\.0\.0\.1:\d+\n$/),
    });
    expect(await brokers('up', ...MQTT_ONLY)).toEqual(up);
    expect(await brokers('status')).toEqual(up);
    const [broker] = JSON.parse((await brokers('status', '--json')).stdout) as Broker[];
    if (broker === undefined) throw new Error('nothing runs');
    expect(up.stdout).toContain(`=${broker.address}\n`);
    expect(isAlive(broker.pid)).toBe(true);
    expect(await brokers('down')).toEqual({ exit: 0, stderr: '', stdout: '# nothing runs\n' });
    expect(isAlive(broker.pid)).toBe(false);
    expect([existsSync(dirname(broker.log)), existsSync(join(folder, 'state.json'))]).toEqual([false, false]);
  });

  test('starts another where one was killed', async () => {
    const { brokers } = temporaryCommand();
    const [first] = JSON.parse((await brokers('up', ...MQTT_ONLY, '--json')).stdout) as Broker[];
    process.kill(first?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => isAlive(first?.pid ?? 0)).toBe(false);
    expect((await brokers('status')).stdout).toBe('# nothing runs\n');
    const [second] = JSON.parse((await brokers('up', ...MQTT_ONLY, '--json')).stdout) as Broker[];
    expect(second?.pid).not.toBe(first?.pid);
    await brokers('down');
    for (const { log } of [first, second].filter((one) => one !== undefined))
      expect(existsSync(dirname(log))).toBe(false);
  });

  test('with --secure, users and TLS are asked for', async () => {
    const { brokers, folder } = temporaryCommand();
    const { stdout } = await brokers('up', ...MQTT_ONLY, '--secure');
    expect(stdout).toMatch(
      /^export CE_CONFORM_MQTT=.*\nexport CE_CONFORM_MQTT_AUTH=.*\nexport CE_CONFORM_MQTT_TLS=.*\n/,
    );
    const [, address = '', auth = '', tls = '', caFile = ''] =
      /MQTT=(\S+)\n.*AUTH=(\S+)\n.*TLS=(\S+)\n.*CA='(.*)'\n$/.exec(stdout) ?? [];
    expect(caFile).toBe(join(folder, 'tls', 'ca.pem'));
    const ca = readFileSync(caFile, 'utf8');
    await openClose(`mqtt://${address}/a`);
    await openClose(`mqtt://conform:conform@${auth}/a`);
    await openClose(`mqtts://${tls}/a`, { ca });
    expect(await refusal(openClose(`mqtt://conform:other@${auth}/a`))).toBe('mqtt.auth');
    expect(await refusal(openClose(`mqtt://${auth}/a`))).toBe('mqtt.auth');
    expect(await refusal(openClose(`mqtts://${tls}/a`))).toBe('mqtt.tls');
    await brokers('down');
    expect(existsSync(caFile)).toBe(false);
  });

  test('one without users is not taken for one with', async () => {
    const { brokers } = temporaryCommand();
    await brokers('up', ...MQTT_ONLY);
    expect(await brokers('up', ...MQTT_ONLY, '--secure')).toEqual({
      exit: 2,
      stdout: '',
      stderr: 'failed: mosquitto runs without --secure: end it first (npm run brokers -- down)\n',
    });
  });

  test('an interrupted start can be ended', async () => {
    const { brokers, folder } = temporaryCommand();
    const state = join(folder, 'state.json');
    const child = spawn(process.execPath, [SCRIPT, 'up', ...MQTT_ONLY, '--state', state], { stdio: 'ignore' });
    await expect.poll(() => existsSync(state), { timeout: 30_000, interval: 1 }).toBe(true);
    child.kill('SIGKILL');
    const [broker] = JSON.parse(readFileSync(state, 'utf8')) as Broker[];
    expect(broker?.pid).toEqual(expect.any(Number));
    await brokers('down');
    expect([isAlive(broker?.pid ?? 0), existsSync(dirname(broker?.log ?? ''))]).toEqual([false, false]);
  });

  async function openClose(url: string, trust: { readonly ca?: string } = {}): Promise<void> {
    const parsed = parseMqttUrl(url);
    if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
    const opened = await openMqtt({ ...parsed.address, ...trust }, { timeoutMs: 20_000 });
    await opened.close();
  }

  const refusal = (work: Promise<unknown>): Promise<string | undefined> =>
    work.then(
      () => undefined,
      (error: unknown) => mqttProblemOf(error)?.code,
    );
});

// What the jars of a release are called is what it is asked for by.
describeWithJars('npm run brokers', (jars) => {
  const release = jars.includes('kafka-3.9') ? '3.9' : '4';

  test('starts a Kafka with users and TLS', async () => {
    const { brokers } = temporaryCommand();
    const { stdout, stderr } = await brokers('up', '--kafka', release, '--no-mqtt', '--secure', '--json');
    expect(stderr).toBe('');
    const [broker] = JSON.parse(stdout) as Broker[];
    if (broker === undefined) throw new Error('nothing runs');
    const { address, others, ca = '' } = broker;
    const shell = (await brokers('status')).stdout;
    expect(shell).toContain(`export CE_CONFORM_KAFKA=${address}\nexport CE_CONFORM_KAFKA_SASL=${others['SASL']}\n`);
    const sasl = (password: string): KafkaSettings => ({
      brokers: [others['SASL'] ?? ''],
      tls: false,
      sasl: { mechanism: 'plain', username: 'conform', password },
    });
    await openClose({ brokers: [address], tls: false });
    await openClose(sasl('conform'));
    await openClose({ brokers: [others['TLS'] ?? ''], tls: true, ca: readFileSync(ca, 'utf8') });
    const refused = await openClose(sasl('other')).catch((error: unknown) => kafkaProblemOf(error)?.code);
    expect(refused).toBe('kafka.auth');
    await brokers('down');
    expect([isAlive(broker.pid), existsSync(dirname(broker.log))]).toEqual([false, false]);
  });

  async function openClose(settings: KafkaSettings): Promise<void> {
    const opened = await openKafka(settings, { timeoutMs: 30_000 });
    await opened.close();
  }
});

describe('whatever is installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-brokers-'));
  const brokers = commandIn(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    [[], 'what is to be done?'],
    [['sideways'], 'what is to be done?'],
    [['up', 'down'], 'what is to be done?'],
    [['up', '--kafka', '2'], '--kafka is one of'],
    [['up', '--colour'], "Unknown option '--colour'"],
  ])('%j is told', async (args, message) => {
    expect(await brokers(...args)).toEqual({ exit: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  test('nothing runs where nothing was started, and there is nothing to end', async () => {
    expect(await brokers('status')).toEqual({ exit: 0, stdout: '# nothing runs\n', stderr: '' });
    expect(await brokers('status', '--json')).toEqual({ exit: 0, stdout: '[]\n', stderr: '' });
    expect(await brokers('down')).toMatchObject({ exit: 0 });
  });

  test('a program that is missing is told, with what installs it', async () => {
    const env = { PATH: folder };
    const args = [SCRIPT, 'up', '--no-mqtt', '--state', join(folder, 'state.json')];
    const stderr = await new Promise((resolve) => {
      execFile(process.execPath, args, { env }, (_error, _stdout, text) => resolve(text));
    });
    expect(stderr).toBe('failed: java is missing (install: apt-get install default-jre-headless)\n');
  });

  test('a process that has the id of a broker that is gone is left alone', async () => {
    const stranger: ChildProcess = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const log = join(mkdtempSync(join(tmpdir(), 'ce-conform-mosquitto-')), 'log');
    const gone = { name: 'mosquitto', address: '127.0.0.1:1', others: {}, log, pid: stranger.pid, began: 'long ago' };
    writeFileSync(join(folder, 'state.json'), JSON.stringify([gone]));
    expect((await brokers('status')).stdout).toBe('# nothing runs\n');
    await brokers('down');
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    const ended = once(stranger, 'exit');
    stranger.kill('SIGKILL');
    await ended;
  });
});
