// Starts one broker, and waits until it answers.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { missingTools } from '../subjects/run.mjs';
import { HOME } from './home.mjs';
import { hasJars, jarsOf } from './jars.mjs';
import { end, runs, startDetached } from './processes.mjs';

/** How long a broker may take to start, in milliseconds. */
const START_MS = 90_000;

/** Programs, and what installs them. */
const TOOLS = {
  java: 'apt-get install default-jre-headless',
  mvn: 'apt-get install maven',
  mosquitto: 'apt-get install mosquitto',
  mosquitto_passwd: 'apt-get install mosquitto',
  openssl: 'apt-get install openssl',
};

const isKafka = (name) => name.startsWith('kafka-');

export const releaseOf = (name) => name.slice('kafka-'.length);

/** The first of the programs that these brokers need which is not there, in words; undefined where all are. */
export function missingFor(names, isSecure) {
  const needs = names.flatMap((name) => {
    if (!isKafka(name)) return ['mosquitto', ...(isSecure ? ['mosquitto_passwd'] : [])];
    return ['java', ...(hasJars(releaseOf(name), HOME) ? [] : ['mvn'])];
  });
  const [missing] = missingTools([...needs, ...(isSecure && names.length > 0 ? ['openssl'] : [])]);
  return missing === undefined ? undefined : `${missing} is missing (install: ${TOOLS[missing]})`;
}

/** A broker by its name, such as `kafka-4.2.0` or `mosquitto`. It is in the state before it is there, so it can be ended. */
export async function start(name, state, secrets) {
  const folder = mkdtempSync(join(tmpdir(), `ce-conform-${name}-`));
  const log = join(folder, 'log');
  const node = await nodeOf(name, folder, secrets).catch((error) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const { address, others, argv } = node;
  const ca = secrets === undefined ? {} : { ca: secrets.cert };
  const broker = { name, address, others, ...ca, log, ...startDetached(argv, log) };
  state.add(broker);
  try {
    await untilAnswers(broker);
  } catch (error) {
    await remove(broker);
    state.remove(broker);
    throw error;
  }
}

async function nodeOf(name, folder, secrets) {
  if (!isKafka(name)) return (await import('./mosquitto.mjs')).mosquittoNode(folder, secrets);
  const { kafkaNode } = await import('./kafka.mjs');
  return kafkaNode(jarsOf(releaseOf(name), HOME), folder, secrets);
}

/** Rejects with the end of its log where it ends before, or takes too long. */
export async function untilAnswers(broker) {
  const { name, address, log } = broker;
  const answers = isKafka(name)
    ? (await import('./kafka.mjs')).kafkaAnswers
    : (await import('./mosquitto.mjs')).mosquittoAnswers;
  const until = performance.now() + START_MS;
  while (!(await answers(address))) {
    if (!runs(broker)) throw new Error(`${name} does not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    if (performance.now() > until) throw new Error(`${name} does not answer at ${address} within ${START_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Ends a broker and removes its folder. */
export async function remove(broker) {
  await end(broker);
  rmSync(dirname(broker.log), { recursive: true, force: true });
}
