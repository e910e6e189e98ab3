// The target itself as a container.
import { connect } from 'node:net';
import { hostAndPort } from './address-of.js';
import { awaitAnswer, type Patience } from './await-answer.js';
import type { ContainerHost } from './host.js';

export interface TargetImage {
  readonly image: string;
  /** The port that it serves HTTP at. */
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}

/** Starts it. Resolves with its address, `HOST:PORT`, when somebody takes connections there. */
export async function startTarget(
  host: ContainerHost,
  { image, port, env, command }: TargetImage,
  patience: Patience,
): Promise<string> {
  const container = await host.start({ image, alias: 'target', port, env, ...(command && { command }) });
  const { address } = container;
  await awaitAnswer(container, `the target in a container of ${image}`, () => isOpen(address), patience);
  return address;
}

// The engine's own proxy may take a connection for a container that does not listen yet, and then ends it.
const isOpen = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(hostAndPort(address));
    const timer = setTimeout(() => end(true), STILL_MS);
    const end = (is: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(is);
    };
    socket.once('error', () => end(false)).once('close', () => end(false));
  });

const STILL_MS = 300;
