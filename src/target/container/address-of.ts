// Where a port of a container is bound: the engine says so a moment after the start.
import { containerError, NO_START } from './container-problem.js';
import { type Container, type ContainerState, howEnded } from './state-of.js';

export interface Bound {
  readonly host: string;
  /** The container, in words. */
  readonly what: string;
  state(): Promise<ContainerState>;
}

const PATIENCE_MS = 10_000;

const PAUSE_MS = 50;

/** Gives `HOST:PORT` for a port such as `8080/tcp`. Rejects with a `ContainerError` where the container ended before. */
export async function addressOf(container: Container, port: string, { host, what, state }: Bound): Promise<string> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const bindings = (await container.inspect()).NetworkSettings.Ports[port];
    const [binding] = bindings ?? [];
    if (binding !== undefined) return `${host}:${binding.HostPort}`;
    const now = await state();
    if (now.kind === 'ended' || performance.now() > until) {
      const seen = now.kind === 'ended' ? howEnded(now) : `its port ${port} is not bound`;
      throw containerError({ ...NO_START, message: `failed to start ${what}: ${seen}` });
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The two of them again. */
export function hostAndPort(address: string): { readonly host: string; readonly port: number } {
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at), port: Number(address.slice(at + 1)) };
}
