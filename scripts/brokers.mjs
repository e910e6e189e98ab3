#!/usr/bin/env node
// Brokers for development and for the tests: a real Apache Kafka and a real Mosquitto on free ports of this machine.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HOME } from './brokers/home.mjs';
import { jarsOf, RELEASES } from './brokers/jars.mjs';
import { end, PATH, runs, startDetached } from './brokers/processes.mjs';
import { missingTools } from './subjects/run.mjs';

const USAGE = `usage: npm run brokers -- up|down|status [--kafka 3.9|4|both|none] [--no-mqtt] [--json]

  up       start an Apache Kafka (by default of release 4) and a Mosquitto, as far as they do not run yet
  down     end what was started
  status   say what runs, and where

Addresses are printed as lines that a shell can read:  eval "$(npm run --silent brokers -- up)"
`;

process.env.PATH = PATH;

const stateFile = join(HOME, 'state.json');

/** How long a broker may take to start, in milliseconds. */
const START_MS = 90_000;

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      kafka: { type: 'string', default: '4' },
      'no-mqtt': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...others] = positionals;
  if (values.help) return tell(USAGE);
  const wanted = wantedOf(values);
  if (others.length > 0 || !['up', 'down', 'status'].includes(command))
    throw new Error(`what is to be done?\n\n${USAGE}`);
  const running = readState().filter(runs);
  if (command === 'down') {
    await Promise.all(running.map((one) => end(one)));
    for (const { folder } of readState()) rmSync(folder, { recursive: true, force: true });
    rmSync(stateFile, { force: true });
    return tellState([], values);
  }
  if (command === 'status') return tellState(running, values);
  return tellState(await up(wanted, running), values);
}

function wantedOf({ kafka, 'no-mqtt': noMqtt }) {
  const releases = {
    ...Object.fromEntries(Object.keys(RELEASES).map((name) => [name, [name]])),
    both: Object.keys(RELEASES),
    none: [],
  };
  const chosen = releases[kafka];
  if (chosen === undefined) throw new Error(`--kafka is one of ${Object.keys(releases).join(', ')}, and not ${kafka}`);
  return [...chosen.map((name) => `kafka-${RELEASES[name]}`), ...(noMqtt ? [] : ['mosquitto'])];
}

/** Starts what is wanted and does not run. What was started before something failed is kept, and can be ended. */
async function up(wanted, running) {
  const state = [...running];
  const missing = wanted.filter((one) => !running.some((other) => other.name === one));
  const started = await Promise.allSettled(
    missing.map(async (name) => {
      state.push(await start(name));
      writeState(state);
    }),
  );
  const failed = started.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return state;
}

async function start(name) {
  const needs = name === 'mosquitto' ? MOSQUITTO : KAFKA;
  const [missing] = missingTools(Object.keys(needs));
  if (missing !== undefined) throw new Error(`${missing} is missing (install: ${needs[missing]})`);
  const folder = mkdtempSync(join(tmpdir(), `ce-conform-${name}-`));
  const log = join(folder, 'log');
  try {
    const node = await nodeOf(name, folder);
    const one = { name, address: node.address, folder, log, ...startDetached(node.argv, log) };
    const until = performance.now() + START_MS;
    while (!(await node.answers())) {
      if (!runs(one) || performance.now() > until) {
        await end(one);
        throw new Error(`${name} does not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return one;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function nodeOf(name, folder) {
  if (name === 'mosquitto') return (await import('./brokers/mosquitto.mjs')).mosquittoNode(folder);
  const { kafkaNode } = await import('./brokers/kafka.mjs');
  return kafkaNode(jarsOf(name.slice('kafka-'.length), HOME), folder);
}

/** Programs, and what installs them. */
const KAFKA = { java: 'apt-get install default-jre-headless', mvn: 'apt-get install maven' };

const MOSQUITTO = { mosquitto: 'apt-get install mosquitto' };

function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch {
    return [];
  }
}

function writeState(state) {
  mkdirSync(HOME, { recursive: true });
  writeFileSync(stateFile, `${JSON.stringify(state, null, 2)}\n`);
}

// The newest Kafka is the one that is meant where one is meant.
function tellState(state, { json }) {
  const kafkas = state.filter(({ name }) => name.startsWith('kafka-')).toSorted((a, b) => (a.name < b.name ? 1 : -1));
  const mosquitto = state.find(({ name }) => name === 'mosquitto');
  if (json)
    return tell(
      `${JSON.stringify(
        state.map(({ name, address, pid, log }) => ({ name, address, pid, log })),
        null,
        2,
      )}\n`,
    );
  const lines = [
    ...kafkas.slice(0, 1).map(({ address }) => `export CE_CONFORM_KAFKA=${address}`),
    ...kafkas
      .slice(1)
      .map(({ name, address }) => `export CE_CONFORM_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}=${address}`),
    ...(mosquitto === undefined ? [] : [`export CE_CONFORM_MQTT=${mosquitto.address}`]),
  ];
  return tell(lines.length === 0 ? '# nothing runs\n' : `${lines.join('\n')}\n`);
}

function tell(text) {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
