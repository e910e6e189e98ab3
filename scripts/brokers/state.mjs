// What was started and may still run, kept in a file from before a broker is there until it is gone.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runs } from './processes.mjs';

/** The brokers in a file, those that ended by themselves too. */
export function stateIn(file) {
  let brokers = read(file);

  function write(next) {
    brokers = next;
    mkdirSync(dirname(file), { recursive: true });
    // Whoever reads meanwhile reads the one or the other.
    writeFileSync(`${file}.new`, `${JSON.stringify(brokers, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  }
  return {
    all: () => brokers,
    running: () => brokers.filter(runs),
    add: (broker) => write([...brokers, broker]),
    remove: (broker) => write(brokers.filter((other) => other !== broker)),
    clear: () => rmSync(file, { force: true }),
  };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}
