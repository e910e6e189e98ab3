// Measures as ratios in the same run, against a bare loop or against others: the machine's own speed cancels out.
// Exit 3 when a bar is missed. `node bench/run.mjs [--quick] [startup|receiver|cesql|brokers|fuzz|report-page]…` measures some of them; `--quick`
// in few rounds, which shows that all of it runs, and roughly how fast.
import { brokers } from './brokers.mjs';
import { cesql } from './cesql/compare.mjs';
import { fuzz } from './fuzz.mjs';
import { receiver } from './receiver.mjs';
import { reportPage } from './report-page.mjs';
import { startup } from './startup.mjs';

const BENCHES = { startup, receiver, cesql, brokers, fuzz, 'report-page': reportPage };
const quick = process.argv.includes('--quick');
const names = process.argv.slice(2).filter((word) => word !== '--quick');
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`there is no bench ${unknown.join(', ')}: there are ${Object.keys(BENCHES).join(', ')}, and --quick`);
  process.exit(2);
}
const rows = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length === 0 || names.includes(name)) rows.push(...(await bench({ quick })));
}
// A bar is the most that we may take, of what a bare loop takes; `least` is how far we have to be ahead of others.
const holds = ({ ratio = 0, bar = Number.POSITIVE_INFINITY, least = 0 }) => ratio <= bar && ratio >= least;
for (const row of rows) {
  const { name, ratio, bar, least, detail, notRun } = row;
  if (notRun !== undefined) {
    console.log(`– ${name.padEnd(36)} not run: ${notRun}`);
    continue;
  }
  const limit = bar === undefined ? `at least ${least.toFixed(1)}x` : `bar ${bar.toFixed(1)}x`;
  console.log(`${holds(row) ? '✔' : '✖'} ${name.padEnd(36)} ${ratio.toFixed(2)}x (${limit})  ${detail}`);
}
process.exitCode = rows.every(holds) ? 0 : 3;
