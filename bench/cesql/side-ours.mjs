// Ours against the clock, in a process of its own as the others are, and asked the same: the first line on stdin is the
// corpus, each further one asks for the values, or to do something with all of it again and again for some milliseconds.
// Those are of the processor time of the whole process, its collector and all.
import { createInterface } from 'node:readline';
import { compile } from '../../dist/src/cesql/compile.js';
import { parse } from '../../dist/src/cesql/parse.js';
import { fromWire } from '../../dist/src/event/wire.js';

// What is computed is kept, so that nothing of it can be left out.
const kept = { parsed: [], compiled: [], trues: 0 };
let texts = [];
let events = [];

const parseAll = () => {
  kept.parsed = texts.map((text) => parse(text));
};
const prepareAll = () => {
  kept.compiled = texts.map((text) => compile(parse(text).expression));
};
const evaluateAll = () => {
  for (const evaluate of kept.compiled) {
    for (const event of events) if (evaluate(event).value === true) kept.trues++;
  }
};

function timed(ms, count, pass) {
  const started = process.cpuUsage();
  let [passes, spent] = [0, 0];
  while (spent < ms * 1000) {
    pass();
    passes++;
    const { user, system } = process.cpuUsage(started);
    spent = user + system;
  }
  return { nsPerExpression: (spent * 1000) / (passes * count) };
}

function answer({ what, ms }) {
  switch (what) {
    case 'parse':
      return timed(ms, texts.length, parseAll);
    case 'prepare':
      return timed(ms, texts.length, prepareAll);
    case 'evaluate':
      return timed(ms, texts.length * events.length, evaluateAll);
    default:
      return { values: kept.compiled.map((evaluate) => events.map((event) => shown(evaluate(event)))) };
  }
}

const shown = ({ value, errors }) => (errors.length === 0 ? value : { error: errors.map(({ message }) => message) });

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  if (asked.what === undefined) {
    texts = asked.expressions;
    events = asked.events.map((attributes) => fromWire({ attributes }).event);
    prepareAll();
  } else {
    console.log(JSON.stringify(answer(asked)));
  }
}
