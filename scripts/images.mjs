#!/usr/bin/env node
// Images for tests of containers, made from scratch out of what this machine has: none has to be pulled.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PATH } from './brokers/processes.mjs';
import { buildImage, must } from './images/docker.mjs';
import * as kafka from './images/kafka.mjs';
import * as mosquitto from './images/mosquitto.mjs';
import { TAGS } from './images/tags.mjs';
import * as target from './images/target.mjs';
import { missingTools } from './subjects/run.mjs';

const IMAGES = { target, mosquitto, kafka };

const USAGE = `usage: npm run images -- [${Object.keys(IMAGES).join('] [')}]

Makes images for the tests of containers, by default all, and prints the name of each and the seconds that it took:
${Object.values(TAGS)
  .map((tag) => `  ${tag}`)
  .join('\n')}
`;

process.env.PATH = PATH;

function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return process.stdout.write(USAGE);
  const unknown = positionals.find((name) => IMAGES[name] === undefined);
  if (unknown !== undefined) throw new Error(`there is no image ${unknown}\n\n${USAGE}`);
  const wanted = positionals.length === 0 ? Object.keys(IMAGES) : positionals;
  const needs = Object.assign({ docker: 'apt-get install docker.io' }, ...wanted.map((name) => IMAGES[name].needs));
  const [missing] = missingTools(Object.keys(needs));
  if (missing !== undefined) throw new Error(`${missing} is missing (install: ${needs[missing]})`);
  must('docker', ['version']);
  for (const name of wanted) build(TAGS[name], IMAGES[name]);
}

function build(tag, { fill }) {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-image-'));
  try {
    buildImage(tag, folder, fill(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${tag}  ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
