// A real Mosquitto of a test's own: started, killed and started again on one port, and gone when the test is over. Where there is no
// such program, the tests that need one say so by name, and in CI they fail.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, onTestFinished, test } from 'vitest';
import { parseMqttUrl } from '../../../../src/target/mqtt/parse-mqtt-url.js';
import type { MqttSettings } from '../../../../src/target/mqtt/types.js';
import { hasTool, reportMissing } from '../../../adapters/helpers/toolchain.js';
import { freePort } from '../../helpers/net-server.js';

export interface Mosquitto {
  readonly port: number;
  /** What its log says so far. */
  log(): string;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  restart(): Promise<void>;
  signal(name: NodeJS.Signals): void;
}

/** Debian puts it where only root looks by default. */
const PATH = [process.env['PATH'] ?? '', '/usr/sbin', '/usr/local/sbin'].join(delimiter);

export const MISSING_MOSQUITTO = 'NOT RUN: mosquitto is missing (install: apt-get install mosquitto)';

export const hasMosquitto = (): boolean => hasTool('mosquitto', { PATH });

/** `describe`, where there is a Mosquitto; else one test that says that there is none. */
export function describeWithMosquitto(name: string, fn: () => void): void {
  if (hasMosquitto()) describe(name, fn);
  else describe(name, () => test(MISSING_MOSQUITTO, () => reportMissing(MISSING_MOSQUITTO)));
}

/** `describe`, where there is a broker at `CE_CONFORM_MQTT` or a Mosquitto; else one test that says that there is neither. */
export function describeWithBroker(name: string, fn: () => void): void {
  if (hasMosquitto() || process.env['CE_CONFORM_MQTT'] !== undefined) describe(name, fn);
  else describe(name, () => test(MISSING_MOSQUITTO, () => reportMissing(MISSING_MOSQUITTO)));
}

/** The broker at `CE_CONFORM_MQTT`, or one of this test's own that takes everybody. */
export async function anyBroker(settings: Partial<MqttSettings> = {}): Promise<MqttSettings> {
  const given = process.env['CE_CONFORM_MQTT'];
  if (given === undefined) return settingsOf(await startMosquitto(), settings);
  const parsed = parseMqttUrl(given.includes('://') ? given : `mqtt://${given}`);
  if (parsed.kind === 'problem') throw new Error(`CE_CONFORM_MQTT: ${parsed.problem.message}`);
  return { ...parsed.address, ...settings };
}

/** Settings for a broker of this test's own. */
export const settingsOf = (
  { port }: { readonly port: number },
  settings: Partial<MqttSettings> = {},
): MqttSettings => ({
  host: '127.0.0.1',
  port,
  tls: false,
  version: 5,
  qos: 1,
  ...settings,
});

/**
 * Starts a broker at a free port of 127.0.0.1. `files` are written beside its configuration, whose further lines are `lines`; in
 * those, `DIR` is the folder of the files.
 */
export async function startMosquitto(
  lines: readonly string[] = ['allow_anonymous true'],
  files: Readonly<Record<string, string>> = {},
): Promise<Mosquitto> {
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-mosquitto-'));
  const port = await freePort();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o644 });
  const config = join(folder, 'mosquitto.conf');
  // As root it becomes another user, who may not read the files.
  const own = process.getuid?.() === 0 ? ['user root'] : [];
  const all = [...own, `listener ${port} 127.0.0.1`, 'persistence false', 'log_type all', ...lines];
  writeFileSync(config, `${all.join('\n').replaceAll('DIR', folder)}\n`);
  let child: ChildProcess | undefined;
  let log = '';

  async function start(): Promise<void> {
    const started = spawn('mosquitto', ['-c', config], {
      env: { ...process.env, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const output of [started.stdout, started.stderr]) {
      output.on('data', (bytes: Buffer) => {
        log += bytes.toString();
      });
    }
    await listening(port, started, () => log);
  }
  async function kill(): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true });
  });
  await start();
  return { port, log: () => log, kill, restart: start, signal: (name) => child?.kill(name) };
}

/** Resolves when somebody accepts connections at the port. */
async function listening(port: number, child: ChildProcess, log: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`mosquitto ended: ${log()}`);
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      // Not yet: it is asked again in the next turn, which gives way to its start.
      await new Promise((resolve) => setTimeout(resolve, 10));
    } finally {
      socket.destroy();
    }
  }
}
