// Measures as ratios against a bare loop in the same run: the machine's own speed cancels out.
// Exit 1 when a bar is missed. `node bench/run.mjs [startup|receiver]` measures one of them.
import { receiver } from './receiver.mjs';
import { startup } from './startup.mjs';

const BENCHES = { startup, receiver };
const names = process.argv.slice(2);
const rows = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length === 0 || names.includes(name)) rows.push(...(await bench()));
}
for (const { name, ratio, bar, detail } of rows) {
  console.log(
    `${ratio <= bar ? '✔' : '✖'} ${name.padEnd(34)} ${ratio.toFixed(2)}x (bar ${bar.toFixed(1)}x)  ${detail}`,
  );
}
process.exitCode = rows.every(({ ratio, bar }) => ratio <= bar) ? 0 : 1;
