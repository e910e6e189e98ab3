// One stay on a Docker engine: containers in a network of their own, of which the end leaves nothing, however they ended.
import { quote } from '../adapter/quote.js';
import { addressOf } from './address-of.js';
import { containerError, containerProblemOf, failed, INTERRUPTED, NO_START } from './container-problem.js';
import { openEngine } from './engine.js';
import { isHere } from './is-here.js';
import { type Container, type ContainerState, stateOf } from './state-of.js';

export interface ContainerOptions {
  readonly image: string;
  /** By name: what other containers of this stay reach it by. */
  readonly alias: string;
  /** The port inside, and the one outside that it is to be bound to; without it any free one is. */
  readonly port: number;
  readonly hostPort?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}

export interface RunningContainer {
  /** `HOST:PORT` from this machine. */
  readonly address: string;
  /** Whether it still runs; if not, the last lines that it wrote. */
  state(): Promise<ContainerState>;
}

export interface ContainerHost {
  /** The host at which ports of containers are bound, as this machine reaches it. */
  readonly name: string;
  /** Rejects with a `ContainerError`. */
  start(options: ContainerOptions): Promise<RunningContainer>;
  /** Ends and removes all that was started. Never rejects. */
  close(): Promise<void>;
}

/** Rejects with a `ContainerError` where no engine answers. When the signal is aborted, it closes by itself. */
export async function openContainerHost(signal?: AbortSignal): Promise<ContainerHost> {
  const engine = await openEngine();
  const { client, network, labels } = engine;
  const { host } = client.info.containerRuntime;
  // An engine of this machine is told to keep what it serves on this machine.
  const isOurs = await isHere(host);
  const containers: Container[] = [];
  const abort = new AbortController();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll());
  const onAbort = (): void => void close();

  async function closeAll(): Promise<void> {
    signal?.removeEventListener('abort', onAbort);
    abort.abort();
    await Promise.all(containers.map(remove));
    await engine.close();
  }

  async function begin(options: ContainerOptions): Promise<RunningContainer> {
    const { image, alias, port, hostPort, env = {}, command } = options;
    const what = `a container of ${quote(image)}`;
    const name = await engine.pull(image);
    const at = `${port}/tcp`;
    try {
      const container = await client.container.create({
        Image: name,
        Labels: { ...labels },
        Env: Object.entries(env).map(([variable, value]) => `${variable}=${value}`),
        ExposedPorts: { [at]: {} },
        HostConfig: {
          NetworkMode: network,
          PortBindings: { [at]: [{ HostIp: isOurs ? LOOPBACK : '', HostPort: String(hostPort ?? '') }] },
        },
        NetworkingConfig: { EndpointsConfig: { [network]: { Aliases: [alias] } } },
        ...(command && { Cmd: [...command] }),
      });
      containers.push(container);
      // Who closed meanwhile did not know of this one.
      if (abort.signal.aborted) await remove(container);
      await client.container.start(container);
      const state = (): Promise<ContainerState> => stateOf(container);
      return { address: await addressOf(container, at, { host: isOurs ? LOOPBACK : host, what, state }), state };
    } catch (error) {
      throw containerProblemOf(error) === undefined ? failed(`to start ${what}`, error, NO_START) : error;
    }
  }

  if (signal?.aborted === true) await close();
  else signal?.addEventListener('abort', onAbort, { once: true });
  return {
    name: isOurs ? LOOPBACK : host,
    start: (options) => untilAborted(begin(options), abort.signal),
    close,
  };
}

const LOOPBACK = '127.0.0.1';

const remove = (container: Container): Promise<void> =>
  container.remove({ force: true, v: true }).then(
    () => undefined,
    () => undefined,
  );

/** Nobody waits for an image that is still on its way. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(containerError(INTERRUPTED));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
