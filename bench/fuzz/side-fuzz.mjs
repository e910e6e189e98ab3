// The fuzzer, asked for so many messages of a seed: drawn, written, sent, read and judged.
import { createInterface } from 'node:readline';
import { openFuzzed } from './open-fuzzed.mjs';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async () => JSON.parse((await lines.next()).value);
const { url, via } = await next();
const { fuzzed } = await openFuzzed(url, { via });
for (;;) {
  const { runs } = await next();
  const { totals, ms } = await fuzzed({ seed: 'bench', runs });
  console.log(JSON.stringify({ requests: totals.messages, ms }));
}
