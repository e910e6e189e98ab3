// What a target needs around it: throw-away brokers in containers, and the target itself in one. Addresses are handed over as
// placeholders in its address and its command line, and as variables of its environment.
import { ConformError, EXIT, usageError } from '../engine/error.js';
import { type BrokerAddresses, startKafka, startMqtt } from '../target/container/brokers.js';
import { containerProblemOf } from '../target/container/container-problem.js';
import { openContainerHost } from '../target/container/host.js';
import { startTarget } from '../target/container/start-target.js';
import type { RunSettings } from './options.js';

/** The brokers that can be asked for. */
const BROKERS = ['kafka', 'mqtt'] as const;
type BrokerName = (typeof BROKERS)[number];

const IMAGES: Readonly<Record<BrokerName, string>> = { kafka: 'apache/kafka:4.1.0', mqtt: 'eclipse-mosquitto:2' };

const VARIABLES: Readonly<Record<BrokerName, string>> = { kafka: 'CE_CONFORM_KAFKA', mqtt: 'CE_CONFORM_MQTT' };

const DEFAULT_PORT = 8080;

/** A broker, or a target that has to start a virtual machine first, is given so long, in milliseconds. */
const START_MS = 90_000;

export interface Surroundings {
  /** The settings with every placeholder filled in, and with the address of the target where that is in a container. */
  readonly settings: RunSettings;
  /** For programs that are started on this machine. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts what `--with` and `--image` ask for; nothing where they ask for nothing. Throws a `ConformError`; nothing is left then. */
export async function openSurroundings(
  settings: RunSettings,
  { signal, onNote }: { readonly signal?: AbortSignal; readonly onNote?: (note: string) => void },
): Promise<Surroundings> {
  const names = brokersOf(settings.with ?? []);
  const { image } = settings;
  if (image !== undefined && settings.target !== undefined) {
    throw usageError(
      'image.target',
      'failed to start: --image is the target, and --target names another one',
      'give one of them',
    );
  }
  const patience = { timeoutMs: START_MS, ...(signal && { signal }) };
  const host = await told(() => openContainerHost(signal));
  try {
    const brokers = new Map<BrokerName, BrokerAddresses>();
    for (const name of names) {
      const wanted = (name === 'kafka' ? settings.kafkaImage : settings.mqttImage) ?? IMAGES[name];
      const start = name === 'kafka' ? startKafka : startMqtt;
      const addresses = await told(() => start(host, wanted, patience));
      brokers.set(name, addresses);
      onNote?.(`${name} runs at ${addresses.outside}, in a container of ${wanted}`);
    }
    const outside = addressesOf(brokers, 'outside');
    if (image === undefined)
      return { settings: filled(settings, outside), env: variablesOf(outside), close: host.close };
    const inside = addressesOf(brokers, 'inside');
    const { program } = filled(settings, inside);
    const address = await told(() =>
      startTarget(
        host,
        {
          image,
          port: settings.imagePort ?? DEFAULT_PORT,
          env: variablesOf(inside),
          ...(program && { command: program }),
        },
        patience,
      ),
    );
    onNote?.(`the target runs at ${address}, in a container of ${image}`);
    const { program: _, image: __, ...rest } = filled(settings, outside);
    return { settings: { ...rest, target: `http://${address}/` }, env: {}, close: host.close };
  } catch (error) {
    await host.close();
    throw error;
  }
}

function brokersOf(names: readonly string[]): readonly BrokerName[] {
  const unknown = names.find((name) => !BROKERS.some((known) => known === name));
  if (unknown === undefined) return BROKERS.filter((name) => names.includes(name));
  throw usageError(
    'with.unknown',
    `failed to start: --with knows no ${JSON.stringify(unknown)}`,
    `use any of ${BROKERS.join(', ')}`,
  );
}

const addressesOf = (
  brokers: ReadonlyMap<BrokerName, BrokerAddresses>,
  side: keyof BrokerAddresses,
): ReadonlyMap<BrokerName, string> => new Map([...brokers].map(([name, addresses]) => [name, addresses[side]]));

const variablesOf = (addresses: ReadonlyMap<BrokerName, string>): Readonly<Record<string, string>> =>
  Object.fromEntries([...addresses].map(([name, address]) => [VARIABLES[name], address]));

/** `{kafka}` and `{mqtt}`, wherever the target or a command line has them. */
function filled(settings: RunSettings, addresses: ReadonlyMap<BrokerName, string>): RunSettings {
  const fill = (text: string): string =>
    [...addresses].reduce((filling, [name, address]) => filling.replaceAll(`{${name}}`, address), text);
  const { target, program, adapter } = settings;
  return {
    ...settings,
    ...(target === undefined ? {} : { target: fill(target) }),
    ...(program === undefined ? {} : { program: program.map(fill) }),
    ...(adapter === undefined ? {} : { adapter: adapter.map(fill) }),
  };
}

async function told<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    const problem = containerProblemOf(error);
    throw problem === undefined ? error : new ConformError({ ...problem, exit: EXIT.inconclusive });
  }
}
