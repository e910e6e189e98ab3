// A socket that serves one exchange after the other. Listeners are set once; between exchanges anything that happens,
// bytes too, makes the connection useless.
import type { Socket } from 'node:net';

/** The exchange that has the connection at the moment. `gone` is called once, without an error for an orderly end. */
export interface ConnectionUser {
  data(bytes: Buffer): void;
  gone(error: Error | undefined): void;
}

export interface RawConnection {
  readonly socket: Socket;
  /** Undefined while nobody uses the connection. */
  user: ConnectionUser | undefined;
}

/** `lost` is called when the socket ends while nobody uses it. */
export function createRawConnection(socket: Socket, lost: (connection: RawConnection) => void): RawConnection {
  const connection: RawConnection = { socket, user: undefined };
  const gone = (error: Error | undefined): void => {
    const { user } = connection;
    connection.user = undefined;
    if (user === undefined) lost(connection);
    socket.destroy();
    user?.gone(error);
  };
  socket.on('data', (bytes) => {
    if (connection.user === undefined) gone(undefined);
    else connection.user.data(bytes);
  });
  socket.on('error', gone);
  socket.on('end', () => gone(undefined));
  socket.on('close', () => gone(undefined));
  return connection;
}
