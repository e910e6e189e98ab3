// Keeps connections whose last response was completely framed, and makes new ones.
import type { Socket } from 'node:net';
import type { Connector } from './connector.js';
import { createRawConnection, type RawConnection } from './raw-connection.js';

export interface RawPool {
  /** A connection that served before, or undefined. */
  takeIdle(): RawConnection | undefined;
  /** Opens a connection. The socket given back may be destroyed to give up. */
  open(opened: (result: RawConnection | Error) => void): Socket;
  /** Gives a connection back for reuse, one turn later: what a misbehaving target sends after its response comes first. */
  release(connection: RawConnection): void;
  /** Ends all connections, also those in use. */
  close(): void;
}

/** `size`: how many idle connections are kept. */
export function createRawPool(connector: Connector, size: number): RawPool {
  const idle: RawConnection[] = [];
  const all = new Set<Socket>();
  let closed = false;

  function forget(connection: RawConnection): void {
    const at = idle.indexOf(connection);
    if (at >= 0) idle.splice(at, 1);
  }

  return {
    takeIdle() {
      const connection = idle.pop();
      connection?.socket.ref();
      return connection;
    },
    open(opened) {
      return connector.open((error, socket) => {
        if (error !== null) {
          opened(error);
          return;
        }
        all.add(socket);
        socket.once('close', () => all.delete(socket));
        opened(createRawConnection(socket, forget));
      });
    },
    release(connection) {
      connection.user = undefined;
      setImmediate(() => {
        const { socket } = connection;
        if (closed || idle.length >= size) socket.destroy();
        if (socket.destroyed) return;
        socket.unref();
        idle.push(connection);
      });
    },
    close() {
      closed = true;
      idle.length = 0;
      for (const socket of all) socket.destroy();
    },
  };
}
