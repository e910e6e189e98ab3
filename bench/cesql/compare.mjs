// Our CESQL engine against those of Go and Java: the same expressions and events, each engine in a process of its own that
// is warm when it counts. They take turns, and processor time is what counts, so that a busy machine does not decide.
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { median } from '../statistics.mjs';
import { startAsking } from './ask.mjs';
import { events, expressions } from './corpus.mjs';
import { rivals } from './rivals.mjs';

/**
 * A virtual machine compiles what is used often, and takes seconds over it: each thing that an engine does is done for so
 * long at least, and on until it has not become faster for a while; a machine that is busy needs longer.
 */
const [WARM_UP_MS, SETTLED_MS, LONGEST_MS, SLICE_MS] = [3000, 2000, 30_000, 500];
const [ROUNDS, ROUND_MS] = [15, 100];

/** Where it need not be known how fast the others become. */
const QUICK_WARM_UP_MS = 500;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OURS = { name: 'ours', argv: [process.execPath, fileURLToPath(new URL('./side-ours.mjs', import.meta.url))] };

/** What ours does, and what of theirs it is held against: their parsers give something that can be evaluated at once. */
const CONTESTS = [
  { title: 'parse', ours: 'parse', theirs: 'parse' },
  { title: 'parse and compile', ours: 'prepare', theirs: 'parse' },
  { title: 'evaluate', ours: 'evaluate', theirs: 'evaluate' },
];

/** A row for each thing and each engine; a ratio above 1 is ours ahead. None where there is no other engine. */
export async function cesql({ quick }) {
  const others = await rivals(ROOT);
  if (others.length === 0) return [];
  const sides = [OURS, ...others].map(({ name, argv }) => ({
    name,
    tasks: [...new Set(CONTESTS.map(({ ours, theirs }) => (name === OURS.name ? ours : theirs)))],
    times: {},
    warm: {},
    ...startAsking(argv, ROOT, { expressions, events }),
  }));
  try {
    await sameValues(sides);
    for (const side of sides) await warmUp(side, quick ? QUICK_WARM_UP_MS : LONGEST_MS);
    for (let round = 0; round < ROUNDS; round++) {
      // Who goes first changes, so that a machine that drifts favours none.
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) await measure(side);
    }
  } finally {
    for (const { end } of sides) end();
  }
  const [ours, ...theirs] = sides;
  return CONTESTS.flatMap((contest) => theirs.map((other) => row(contest, ours, other)));
}

async function sameValues([ours, ...theirs]) {
  const { values } = await ours.ask({ what: 'values' });
  for (const { name, ask } of theirs) {
    const { values: others } = await ask({ what: 'values' });
    const differing = expressions.flatMap((text, index) =>
      isDeepStrictEqual(values[index], others[index])
        ? []
        : [`${text}\n  ours ${JSON.stringify(values[index])}\n  ${name} ${JSON.stringify(others[index])}`],
    );
    if (differing.length > 0) throw new Error(`ours and ${name} give other values for\n${differing.join('\n')}`);
  }
}

async function warmUp({ tasks, warm, ask }, longest) {
  for (const what of tasks) {
    let [best, settled] = [Number.POSITIVE_INFINITY, 0];
    warm[what] = 0;
    while (warm[what] < longest && (warm[what] < WARM_UP_MS || settled < SETTLED_MS)) {
      const { nsPerExpression } = await ask({ what, ms: SLICE_MS });
      settled = nsPerExpression < best * 0.97 ? 0 : settled + SLICE_MS;
      best = Math.min(best, nsPerExpression);
      warm[what] += SLICE_MS;
    }
  }
}

async function measure({ tasks, times, ask }) {
  for (const what of tasks) {
    const { nsPerExpression } = await ask({ what, ms: ROUND_MS });
    times[what] = [...(times[what] ?? []), nsPerExpression];
  }
}

function row({ title, ours: mine, theirs }, ours, other) {
  const [own, their] = [ours.times[mine], other.times[theirs]];
  const told = (times, warm) => `${median(times).toFixed(0)} ns (${warm / 1000} s warm)`;
  return {
    name: `CESQL ${title} against ${other.name}`,
    ratio: median(their.map((time, round) => time / own[round])),
    least: 1,
    detail: `an expression: ${told(own, ours.warm[mine])} against ${told(their, other.warm[theirs])}`,
  };
}
