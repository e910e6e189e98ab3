// Whether an engine runs on this machine.
import { createServer } from 'node:net';

/**
 * testcontainers names an engine behind a socket by the gateway of its network where this process is in a container itself. Where
 * that gateway is an address of this machine, the engine was started in the same container: a port can be had there. The list of
 * interfaces would not tell, as one without a running container is left out.
 */
export function isHere(host: string): Promise<boolean> {
  if (host === 'localhost') return Promise.resolve(true);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(0, host, () => server.close(() => resolve(true)));
  });
}
