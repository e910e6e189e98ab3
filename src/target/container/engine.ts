// The Docker engine, as testcontainers finds one. The library is loaded when somebody asks for a container, and not before. Its
// `GenericContainer` is not used: it leaves a container behind that ends at once, and binds ports for everybody in the network.
import { randomUUID } from 'node:crypto';
import type { ContainerRuntimeClient } from 'testcontainers';
import { quote } from '../adapter/quote.js';
import { failed, type ProblemKind } from './container-problem.js';
import { isImageName } from './is-image-name.js';

export interface Engine {
  readonly client: ContainerRuntimeClient;
  /** The name of a network in which containers reach each other by theirs. */
  readonly network: string;
  /** What is made gets these: by them Ryuk, the container that cleans up after a process that died, knows it, and so does a person. */
  readonly labels: Readonly<Record<string, string>>;
  /** Brings an image that is not here yet. Resolves with its full name. */
  pull(image: string): Promise<string>;
  /** Removes the network. Never rejects. */
  close(): Promise<void>;
}

/** Its value is the id of the process that made what has it. */
export const LABEL = 'ce-conform.pid';

/** Rejects with a `ContainerError` where no engine answers, or it cannot make a network. */
export async function openEngine(): Promise<Engine> {
  const { getContainerRuntimeClient, getReaper, ...library } = await import('testcontainers');
  const client = await getContainerRuntimeClient().catch((error: unknown) => {
    throw failed('to find a Docker engine', error, NO_ENGINE);
  });
  const { sessionId } = await getReaper(client).catch((error: unknown) => {
    throw failed('to start testcontainers/ryuk, which cleans up when this process dies', error, NO_RYUK);
  });
  const labels = { [library.LABEL_TESTCONTAINERS_SESSION_ID]: sessionId, [LABEL]: String(process.pid) };
  const name = `ce-conform-${randomUUID()}`;
  const network = await client.network.create({ Name: name, Labels: labels }).catch((error: unknown) => {
    throw failed('to make a network for containers', error, NO_ENGINE);
  });
  return {
    client,
    network: name,
    labels,
    async pull(image) {
      if (!isImageName(image))
        throw failed(`to bring the image ${quote(image)}`, 'this is no name of an image', NO_IMAGE);
      try {
        const full = library.ImageName.fromString(image);
        await client.image.pull(full);
        // What goes wrong in the middle of it is told to nobody.
        if (!(await client.image.exists(full))) throw new Error('it was not brought whole');
        return full.string;
      } catch (error) {
        throw failed(`to bring the image ${quote(image)}`, error, NO_IMAGE);
      }
    },
    close: () =>
      client.network.remove(network).then(
        () => undefined,
        () => undefined,
      ),
  };
}

const NO_ENGINE: ProblemKind = {
  code: 'container.engine',
  hint: 'start a Docker engine (DOCKER_HOST says where it is), or leave out --with and --image',
};

const NO_RYUK: ProblemKind = {
  code: 'container.image',
  hint: 'where its image cannot be pulled, set TESTCONTAINERS_RYUK_DISABLED=true: what ends as it should cleans up by itself',
};

const NO_IMAGE: ProblemKind = {
  code: 'container.image',
  hint: 'name an image that is here (docker images), or that can be pulled',
};
