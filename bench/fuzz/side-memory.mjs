// So many messages of the fuzzer to a target that answers in this very process, and the memory that it takes near the end. The
// connections are left out: they are as many after a million messages as after one.
import { keepHeapSmall } from '../../dist/src/cli/fuzz/small-heap.js';
import { carriersOf } from '../../dist/src/engine/carriers.js';
import { NO_CLAIMS } from '../../dist/src/engine/claims.js';
import { aimsOf } from '../../dist/src/fuzz/aims.js';
import { fuzz } from '../../dist/src/fuzz/fuzz.js';
import { obligationsOf } from '../../dist/src/fuzz/obligations.js';
import { receiveWith } from '../../dist/src/reference/receive-with.js';
import { answer } from '../../dist/src/reference/receiver.js';
import { loadSuite } from '../../dist/suites/suite.js';
import { median } from '../statistics.mjs';
import { CONCURRENCY } from './open-fuzzed.mjs';

/** A run as it comes has turns of the loop; without any, no timer would ever be due. */
const TURN_EACH = 64;

/**
 * What a process takes of the system goes up and down with its garbage, by a fifth and more: it is looked at once for at least so
 * many of the last messages.
 */
const [LAST, LOOK_EACH] = [25_000, 250];

const runs = Number(process.argv[2]);
const taken = [];
let next = Math.max(0, runs - LAST);
const look = ({ messages }) => {
  if (messages < next) return;
  taken.push(process.memoryUsage.rss());
  next = messages + LOOK_EACH;
};

keepHeapSmall();
const suite = loadSuite();
const decodes = carriersOf(['http']);
let exchanges = 0;
const target = {
  name: 'in process',
  async exchange({ headers, body }) {
    if (++exchanges % TURN_EACH === 0) await new Promise(setImmediate);
    // Every server takes the white space around a value away.
    const message = { headers: headers.map(([name, value]) => [name, value.trim()]), body };
    return {
      reply: { kind: 'response', response: { reason: '', truncated: false, ...answer(receiveWith(message, [])) } },
      ms: 0,
    };
  },
  close: async () => {},
};
const { totals, findings, durationMs } = await fuzz({
  drive: {
    target,
    observation: 'reply',
    fence: suite.cases.find(({ task, events }) => task === 'decode' && events === 1),
    seed: 'bench',
    timeoutMs: 30_000,
    signal: new AbortController().signal,
  },
  obligations: obligationsOf(suite, { ...NO_CLAIMS, decodes: new Set(decodes), validates: true }, 'reply'),
  aims: aimsOf({ decodes, encodes: [], evaluates: false }),
  seed: 'bench',
  concurrency: CONCURRENCY,
  runs,
  onProgress: look,
});
if (findings.length > 0) throw new Error(`the reference is found to be wrong: ${findings[0].symptom.title}`);
const [rss, peak] = [median(taken), process.resourceUsage().maxRSS * 1024];
globalThis.gc();
const heap = process.memoryUsage().heapUsed;
console.log(JSON.stringify({ messages: totals.messages, ms: durationMs, rss, peak, heap }));
