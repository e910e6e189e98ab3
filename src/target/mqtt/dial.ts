// From an address to a connection whose broker has agreed to it, or to the reason why there is none. mqtt.js is loaded here, when
// a broker is opened and never before; its sockets are made by the harness, so what came over them is known byte by byte.
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { IClientOptions, MqttClient } from 'mqtt';
import { connectorTo } from '../connector.js';
import { failureOf } from '../transport-failure.js';
import { type Connection, connectionOf } from './connection.js';
import { explainRefusal, type Refusal } from './explain-refusal.js';
import type { PublishReader } from './publish-reader.js';
import type { MqttLimits, MqttSettings, MqttVersion } from './types.js';

export interface DialOptions extends MqttLimits {
  readonly settings: MqttSettings;
  readonly version: MqttVersion;
  /** Called once, when the connection ends and `end` was not called. */
  readonly onLost: () => void;
  /** Is fed all that the broker sends, on this connection alone. `giveUp` ends it. */
  readonly reader?: (giveUp: () => void) => PublishReader;
}

/** First byte of a CONNACK (MQTT 5, section 3.2.1). */
const CONNACK = 0x20;

/** A broker that is asked so often, and does not answer, is gone: a lost connection is noticed after one and a half times this. */
const KEEP_ALIVE_S = 20;

/** Far behind our own deadline, which ends the attempt. */
const NEVER_MS = 2 ** 31 - 1;

/** Connects. Rejects with an `MqttError` where that cannot be done in time; then nothing is left behind. */
export async function dial({ settings, version, timeoutMs, signal, onLost, reader }: DialOptions): Promise<Connection> {
  const { MqttClient: Client } = await import('mqtt');
  return new Promise((resolve, reject) => {
    const { host, port, tls, ca, insecure } = settings;
    const trust = { ...(ca !== undefined && { ca }), insecure: insecure === true };
    const connector = connectorTo({ host, port, secure: tls }, trust);
    let refusal: Refusal = { kind: 'unanswered' };
    let connection: Connection | undefined;
    let isOver = false;

    function open(): Socket {
      const socket = connector.open((...[error]) => {
        if (refusal.kind !== 'unanswered' || isOver) return;
        const failure = failureOf(error);
        if (error === null) refusal = { kind: 'silent' };
        else if (failure !== undefined)
          refusal = { kind: failure.code === 'tls' ? 'tls' : 'unreachable', message: failure.message };
      });
      const read = reader?.(() => socket.destroy());
      if (read !== undefined) socket.on('data', (bytes: Buffer) => read.feed(bytes));
      socket.once('data', (bytes: Buffer) => {
        if (bytes[0] === CONNACK) return;
        refusal = { kind: 'foreign', bytes };
        socket.destroy();
      });
      socket.once('close', () => {
        if (refusal.kind === 'silent') refusal = { kind: 'closed' };
      });
      return socket;
    }

    const client: MqttClient = new Client(open, optionsOf(settings, version));
    const giveUp = (reason: Refusal): void => {
      isOver = true;
      refusal = reason;
      client.stream.destroy();
    };
    const late = (): void => giveUp(refusal.kind === 'unanswered' ? refusal : { kind: 'late' });
    const abort = (): void => giveUp({ kind: 'aborted' });
    const timer = setTimeout(late, timeoutMs);
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    // Whatever mqtt.js finds wrong, it cannot go on.
    client.on('error', (error) => {
      if (connection === undefined && 'code' in error && typeof error.code === 'number' && refusal.kind === 'silent') {
        refusal = { kind: 'code', code: error.code };
      }
      client.stream.destroy();
    });
    client.once('connect', () => {
      settle();
      connection = connectionOf(client, onLost);
      resolve(connection);
    });
    client.once('close', () => {
      settle();
      if (connection === undefined) reject(explainRefusal(refusal, settings, version, timeoutMs));
    });
    if (signal?.aborted === true) abort();
    else signal?.addEventListener('abort', abort);
  });
}

function optionsOf({ username, password }: MqttSettings, version: MqttVersion): IClientOptions {
  return {
    protocolId: 'MQTT',
    protocolVersion: version === 3 ? 4 : 5,
    clientId: `ce-conform-${randomBytes(5).toString('hex')}`,
    clean: true,
    keepalive: KEEP_ALIVE_S,
    reconnectPeriod: 0,
    resubscribe: false,
    connectTimeout: NEVER_MS,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
  };
}
