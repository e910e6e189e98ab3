// Opens the sockets of both HTTP transports, so that certificates, server names and connection errors are the same for
// both, and so that closing a target also ends connections that are still being made (undici would leave them).
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type ConnectPhase, connectError } from './transport-failure.js';

/** Called once, with a connected socket (for https: with the handshake done) or with the reason why there is none. */
export type Opened = (...result: [error: null, socket: Socket] | [error: Error, socket: null]) => void;

export interface Connector {
  /** Starts a connection. The socket given back may be destroyed to give up; `opened` is then called with an error. */
  open(opened: Opened): Socket;
  /** Ends every connection that is still being made. */
  close(): void;
}

export interface ConnectorOptions {
  /** PEM text of the certificates to trust in place of the system's. */
  readonly ca?: string;
  /** Trust any certificate. */
  readonly insecure?: boolean;
}

/** What a socket is opened to. */
export interface Peer {
  /** A name or an address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** What is asked for in the handshake (RFC 7301). */
  readonly protocols?: readonly string[];
}

/** A connector to the origin of `url`. The server name of TLS is the host of the URL, whatever the Host header says. */
export function createConnector(url: URL, options: ConnectorOptions = {}): Connector {
  const secure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return connectorTo({ host, port, secure, protocols: ['http/1.1'] }, options);
}

/** A connector. Errors carry a `failure` (see transport-failure.ts) unless the fault is the harness's own. */
export function connectorTo({ host, port, secure, protocols }: Peer, options: ConnectorOptions = {}): Connector {
  const address = { host, port, noDelay: true };
  const tls = {
    ...address,
    ...(protocols === undefined ? {} : { ALPNProtocols: [...protocols] }),
    rejectUnauthorized: options.insecure !== true,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  };
  const opening = new Set<Socket>();

  return {
    open(opened) {
      let phase: ConnectPhase = 'tcp';
      const socket = secure ? connectTls(tls) : connectTcp(address);
      opening.add(socket);
      const fail = (error: Error): void => {
        if (!opening.delete(socket)) return;
        opened(connectError(error, phase), null);
      };
      if (secure) {
        socket.once('connect', () => {
          phase = 'tls';
        });
      }
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        opening.delete(socket);
        socket.off('close', gaveUp);
        opened(null, socket);
      });
      const gaveUp = (): void => fail(new Error('the connection was given up'));
      socket.on('error', fail);
      socket.once('close', gaveUp);
      return socket;
    },
    close() {
      for (const socket of opening) socket.destroy();
    },
  };
}
