// A whole consumer profile over a real broker, from the probe to the judgement, against a bare loop of the same client library
// that publishes the same messages at the same concurrency and reads what the same consumer answers. Every run is a process
// of its own; joining the broker is left out on both sides.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RELEASES } from '../scripts/brokers/jars.mjs';
import { missingFor, remove, start } from '../scripts/brokers/start.mjs';
import { stateIn } from '../scripts/brokers/state.mjs';
import { median, spread } from './statistics.mjs';

const [ROUNDS, QUICK_ROUNDS] = [3, 1];
const run = promisify(execFile);
const script = (name) => new URL(`./brokers/${name}.mjs`, import.meta.url).pathname;

/**
 * A bar leaves room for what the bare loop never asks: whether a message that must be refused really stays away. Each is given a
 * tenth of a second and a fence, which is no work but takes its time, and most beside the fastest broker.
 */
const OVER = [
  { broker: `kafka-${RELEASES[4]}`, library: 'kafkajs', scheme: 'kafka', bare: 'bare-kafka', query: '', bar: 5 },
  { broker: 'mosquitto', library: 'mqtt.js', scheme: 'mqtt', bare: 'bare-mqtt', query: '&version=5', bar: 14 },
];

export async function brokers({ quick }) {
  const rounds = quick ? QUICK_ROUNDS : ROUNDS;
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-bench-'));
  const state = stateIn(join(folder, 'state.json'));
  try {
    const rows = [];
    for (const over of OVER) rows.push(await measured(over, state, rounds));
    return rows;
  } finally {
    await Promise.all(state.running().map(remove));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(over, state, rounds) {
  const name = `messages a second, of ${over.library}`;
  const missing = missingFor([over.broker], false);
  if (missing !== undefined) return { name, notRun: missing };
  await start(over.broker, state);
  const { address } = state.running().find((broker) => broker.name === over.broker);
  const url = (into, reply) => `${over.scheme}://${address}/${into}?reply=${reply}${over.query}`;
  const consumer = fork(script('consume'), [url('bench-out', 'bench-in')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    await once(consumer, 'message');
    return { name, bar: over.bar, ...(await compare(over.bare, url('bench-in', 'bench-out'), rounds)) };
  } finally {
    consumer.kill();
  }
}

async function compare(bare, url, rounds) {
  const sides = Object.entries({ bare, harness: 'harness' });
  const seconds = { bare: [], harness: [] };
  const rates = { bare: [], harness: [] };
  // The first round warms the broker and the consumer up.
  for (let round = -1; round < rounds; round++) {
    // Who goes first changes, so that a machine that drifts favours neither.
    for (const [side, name] of round % 2 === 0 ? sides : sides.toReversed()) {
      const { stdout } = await run(process.execPath, [script(name), url]);
      const { ms, messages } = JSON.parse(stdout);
      if (round < 0) continue;
      seconds[side].push(ms);
      rates[side].push((messages / ms) * 1000);
    }
  }
  const told = (side) => `${Math.round(median(rates[side]))} messages a second, ${spread(seconds[side])}`;
  return {
    ratio: median(rates.bare) / median(rates.harness),
    detail: `harness ${told('harness')}; bare ${told('bare')}`,
  };
}
