// What the fuzzer sends for a seed: `node record.mjs URL VIA RUNS FILE` writes it, and ends.
import { writeFileSync } from 'node:fs';
import { openFuzzed } from './open-fuzzed.mjs';

const [url, via, runs, file] = process.argv.slice(2);
const sent = [];
const recording = (target) => ({
  ...target,
  exchange: (request, options) => {
    const { body, ...rest } = request;
    sent.push({ ...rest, body: Buffer.from(body).toString('base64') });
    return target.exchange(request, options);
  },
});
const { fuzzed, close } = await openFuzzed(url, { via, wrap: recording });
sent.length = 0;
await fuzzed({ seed: 'bench', runs: Number(runs) });
await close();
writeFileSync(file, JSON.stringify(sent));
