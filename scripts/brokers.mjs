#!/usr/bin/env node
// Brokers for development and for the tests: a real Apache Kafka and a real Mosquitto on free ports of this machine.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { HOME } from './brokers/home.mjs';
import { RELEASES } from './brokers/jars.mjs';
import { PATH } from './brokers/processes.mjs';
import { secretsIn } from './brokers/secrets.mjs';
import { missingFor, remove, start, untilAnswers } from './brokers/start.mjs';
import { stateIn } from './brokers/state.mjs';
import { asJson, shellLines } from './brokers/tell.mjs';

const USAGE = `usage: npm run brokers -- up|down|status [--kafka 3.9|4|both|none] [--no-mqtt] [--secure] [--json]

  up       start an Apache Kafka (by default of release 4) and a Mosquitto, as far as they do not run yet
  down     end what was started
  status   say what runs, and where

  --secure        with more listeners: one with TLS, and one for the user conform with the password conform
  --state FILE    remember in this file what was started (default: ${join('.ce-conform', 'brokers', 'state.json')})

Addresses are printed as lines that a shell can read:  eval "$(npm run --silent brokers -- up)"
`;

process.env.PATH = PATH;

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      kafka: { type: 'string', default: '4' },
      'no-mqtt': { type: 'boolean', default: false },
      secure: { type: 'boolean', default: false },
      state: { type: 'string', default: join(HOME, 'state.json') },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...others] = positionals;
  if (values.help) return USAGE;
  const names = namesOf(values);
  if (others.length > 0 || !['up', 'down', 'status'].includes(command))
    throw new Error(`what is to be done?\n\n${USAGE}`);
  const state = stateIn(values.state);
  if (command === 'up') await up(names, state, values);
  if (command === 'down') await down(state, values);
  return values.json ? asJson(state.running()) : shellLines(state.running());
}

function namesOf({ kafka, 'no-mqtt': noMqtt }) {
  const releases = {
    ...Object.fromEntries(Object.keys(RELEASES).map((name) => [name, [name]])),
    both: Object.keys(RELEASES),
    none: [],
  };
  const chosen = releases[kafka];
  if (chosen === undefined) throw new Error(`--kafka is one of ${Object.keys(releases).join(', ')}, and not ${kafka}`);
  return [...chosen.map((name) => `kafka-${RELEASES[name]}`), ...(noMqtt ? [] : ['mosquitto'])];
}

/** Starts what is wanted and does not run, and waits for all. What was started before something failed is kept, and can be ended. */
async function up(names, state, { secure, state: file }) {
  const there = state.running().filter(({ name }) => names.includes(name));
  const open = there.find(({ ca }) => secure && ca === undefined);
  if (open !== undefined) throw new Error(`${open.name} runs without --secure: end it first (npm run brokers -- down)`);
  const wanted = names.filter((name) => there.every((broker) => broker.name !== name));
  const missing = missingFor(wanted, secure);
  if (missing !== undefined) throw new Error(missing);
  const secrets = secure ? secretsIn(secretsBeside(file)) : undefined;
  const results = await Promise.allSettled([
    ...there.map((broker) => untilAnswers(broker)),
    ...wanted.map((name) => start(name, state, secrets)),
  ]);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

async function down(state, { state: file }) {
  await Promise.all(state.all().map((broker) => remove(broker)));
  rmSync(secretsBeside(file), { recursive: true, force: true });
  state.clear();
}

const secretsBeside = (file) => join(dirname(file), 'tls');

try {
  process.stdout.write(await main(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
