// The sockets of a Kafka client, made here and not by kafkajs: so it is known when one was lost and what the other side
// is, and none is left when all is over.
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';
import { codeOf } from '../transport-failure.js';
import type { KafkaSettings } from './types.js';

/** What keeps a connection from being one to a broker. */
export interface WireFault {
  readonly kind:
    | 'refused' // no connection; `detail` is the code of the system
    | 'unanswered' // the attempt to connect was not answered
    | 'tls' // no handshake; `detail` is the code of the system
    | 'silent' // connected, and nothing came
    | 'foreign' // what came is no answer of a broker; `detail` says what it looks like
    | 'closed'; // the other side closed before it answered, or right after
  readonly address: string;
  readonly detail: string;
}

export interface Wire {
  readonly socketFactory: ISocketFactory;
  /** How many connections ended that nobody here had ended. */
  lost(): number;
  /** What went wrong last, if anything did. */
  fault(): WireFault | undefined;
  /** Ends all connections; there are no new ones. */
  end(): void;
}

const KEEP_ALIVE_MS = 60_000;

/** First byte of a TLS alert (RFC 8446, section 5.1). */
const TLS_ALERT = 0x15;

export function createWire({ tls, ca, insecure }: Pick<KafkaSettings, 'tls' | 'ca' | 'insecure'>): Wire {
  const sockets = new Map<Socket, string>();
  let lost = 0;
  let fault: WireFault | undefined;
  let isOver = false;

  function open(host: string, port: number, onConnect: () => void): Socket {
    if (!tls) return connect({ host, port }, onConnect);
    const name = isIP(host) === 0 ? { servername: host } : {};
    const trust = { ...(ca !== undefined && { ca }), rejectUnauthorized: insecure !== true };
    return connectTls({ host, port, ...name, ...trust }, onConnect);
  }

  function watch(socket: Socket, address: string): void {
    let phase: 'tcp' | 'tls' | 'unheard' | 'heard' = 'tcp';
    const blame = (kind: WireFault['kind'], detail = ''): void => {
      fault = { kind, address, detail };
    };
    const lose = (): void => {
      if (phase === 'heard') lost += 1;
      blame('closed');
    };
    socket.once('connect', () => {
      phase = tls ? 'tls' : 'unheard';
    });
    socket.once('secureConnect', () => {
      phase = 'unheard';
    });
    socket.once('data', (bytes: Buffer) => {
      phase = 'heard';
      // An answer begins with its length, and none to a first request has 16 MiB.
      if (bytes[0] === 0) {
        fault = undefined;
        return;
      }
      blame('foreign', looksLike(bytes));
      socket.destroy(new Error('no answer of a broker'));
    });
    socket.once('end', () => {
      if (!socket.writableEnded && phase !== 'tls') lose();
    });
    socket.once('error', (error) => {
      if (isOver || fault?.kind === 'foreign') return;
      if (phase === 'tcp') blame('refused', codeOf(error));
      else if (phase === 'tls') blame('tls', codeOf(error));
      else lose();
    });
    socket.once('close', () => sockets.delete(socket));
  }

  return {
    socketFactory({ host, port, onConnect }) {
      if (isOver) throw new Error('the run is over');
      const socket = open(host, port, onConnect);
      socket.setKeepAlive(true, KEEP_ALIVE_MS).setNoDelay(true);
      sockets.set(socket, `${host}:${port}`);
      watch(socket, `${host}:${port}`);
      return socket;
    },
    lost: () => lost,
    fault() {
      if (fault !== undefined) return fault;
      for (const [socket, address] of sockets) {
        if (socket.connecting) return { kind: 'unanswered', address, detail: '' };
        if (socket.bytesRead === 0) return { kind: 'silent', address, detail: '' };
      }
      return undefined;
    },
    end() {
      isOver = true;
      // With an error: where a connection ends without, kafkajs keeps the timer that looks after it.
      for (const socket of sockets.keys()) socket.destroy(new Error('the run is over'));
    },
  };
}

function looksLike(bytes: Buffer): string {
  if (bytes[0] === TLS_ALERT) return 'TLS';
  return bytes.toString('latin1', 0, 5) === 'HTTP/' ? 'HTTP' : 'another protocol';
}
