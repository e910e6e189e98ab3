// One stay on a Docker engine: containers in a network of their own, of which the end leaves nothing. The library is loaded when
// somebody asks for a container, and not before.
import type { StartedNetwork, StartedTestContainer } from 'testcontainers';
import { quote } from '../adapter/quote.js';
import { type ContainerProblem, containerError } from './container-problem.js';

export interface ContainerOptions {
  readonly image: string;
  /** By name: what other containers of this stay reach it by. */
  readonly alias: string;
  /** The port inside, and the one of this machine that it is to be bound to; without it any free one is. */
  readonly port: number;
  readonly hostPort?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}

export interface RunningContainer {
  /** `HOST:PORT` from this machine. */
  readonly address: string;
  /** Whether it still runs; if not, the last lines that it wrote. */
  state(): Promise<{ readonly kind: 'runs' } | { readonly kind: 'ended'; readonly log: string }>;
}

export interface ContainerHost {
  start(options: ContainerOptions): Promise<RunningContainer>;
  /** Ends and removes all that was started. Never rejects. */
  close(): Promise<void>;
}

/** Lines of a log that are told. */
const LAST_LINES = 8;

/** Rejects with a `ContainerError` where no engine answers. */
export async function openContainerHost(signal?: AbortSignal): Promise<ContainerHost> {
  const { GenericContainer, Network } = await import('testcontainers');
  const started: StartedTestContainer[] = [];
  let network: StartedNetwork;
  try {
    network = await new Network().start();
  } catch (error) {
    throw explained(error, 'the network of the containers');
  }
  const abort = (): void => void close();
  signal?.addEventListener('abort', abort, { once: true });
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    signal?.removeEventListener('abort', abort);
    await Promise.allSettled(started.map((one) => one.stop({ timeout: 1000, remove: true, removeVolumes: true })));
    await network.stop().catch(() => undefined);
  }
  const close = (): Promise<void> => (closing ??= closeAll());

  return {
    async start({ image, alias, port, hostPort, env = {}, command }) {
      const ports = hostPort === undefined ? port : { container: port, host: hostPort };
      const container = new GenericContainer(image)
        .withExposedPorts(ports)
        .withEnvironment({ ...env })
        .withNetwork(network)
        .withNetworkAliases(alias)
        .withWaitStrategy(AT_ONCE);
      try {
        const running = await (command === undefined ? container : container.withCommand([...command])).start();
        started.push(running);
        if (closing !== undefined) await running.stop();
        return {
          address: `127.0.0.1:${running.getMappedPort(port)}`,
          state: () => stateOf(running),
        };
      } catch (error) {
        throw explained(error, `a container of ${quote(image)}`);
      }
    },
    close,
  };
}

type WaitStrategy = Parameters<InstanceType<typeof import('testcontainers').GenericContainer>['withWaitStrategy']>[0];

// Images from scratch have no shell that could be asked from inside; whoever starts a container asks it from outside.
const AT_ONCE: WaitStrategy = {
  waitUntilReady: () => Promise.resolve(),
  withStartupTimeout: () => AT_ONCE,
  isStartupTimeoutSet: () => true,
  getStartupTimeout: () => 0,
};

async function stateOf(container: StartedTestContainer): ReturnType<RunningContainer['state']> {
  const lines: string[] = [];
  const stream = await container.logs({ tail: LAST_LINES }).catch(() => undefined);
  if (stream === undefined) return { kind: 'ended', log: '' };
  return new Promise((resolve) => {
    // The log of a container that runs does not end.
    const timer = setTimeout(() => {
      stream.destroy();
      resolve({ kind: 'runs' });
    }, LOG_MS);
    stream.on('data', (chunk: Buffer | string) => lines.push(String(chunk)));
    stream.on('end', () => {
      clearTimeout(timer);
      resolve({ kind: 'ended', log: lines.join('').trim() });
    });
  });
}

const LOG_MS = 300;

function explained(error: unknown, what: string): Error {
  const text = error instanceof Error ? error.message : String(error);
  return containerError({ ...problemOf(text), message: `failed to start ${what}: ${quote(text, 300)}` }, error);
}

function problemOf(text: string): Pick<ContainerProblem, 'code' | 'hint'> {
  if (/container runtime|docker\.sock|ECONNREFUSED|ENOENT/i.test(text))
    return { code: 'container.engine', hint: 'start a Docker engine, or leave out --with and --image' };
  if (/no such image|pull|manifest|not found|registry/i.test(text))
    return { code: 'container.image', hint: 'name an image that is here (docker images), or that can be pulled' };
  return { code: 'container.start', hint: 'start the image by hand (docker run), and look at its log' };
}
