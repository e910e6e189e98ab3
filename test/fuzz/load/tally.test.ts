import { expect, test } from 'vitest';
import { createEventPool } from '../../../src/fuzz/load/event-pool.js';
import { createTally } from '../../../src/fuzz/load/tally.js';

const draw = createEventPool('tally', ['http-binary', 'http-structured']);

test('of each kind of trouble the first is kept', () => {
  const tally = createTally(false);
  tally.answered(draw(0), { kind: 'refused', status: 400, text: 'first' }, 1);
  tally.answered(draw(1), { kind: 'refused', status: 500, text: 'second' }, 2);
  tally.answered(draw(1), { kind: 'undecided', reason: 'later' }, 3);
  tally.answered(draw(0), { kind: 'broken', failure: { code: 'reset', message: 'gone' } }, 4);
  tally.answered(draw(1), { kind: 'broken', failure: { code: 'closed', message: 'gone too' } }, 5);
  expect(tally.result()).toMatchObject({
    refused: 2,
    undecided: 1,
    unanswered: { closed: 1, reset: 1 },
    examples: {
      refused: { carrier: 'http-binary', status: 400, text: 'first' },
      undecided: { carrier: 'http-structured', text: 'later' },
      unanswered: { carrier: 'http-binary', text: 'gone' },
    },
  });
});

test('latencies are of what was answered, whatever the answer was', () => {
  const tally = createTally(false);
  tally.answered(draw(0), { kind: 'refused', text: '' }, 10);
  tally.answered(draw(0), { kind: 'broken', failure: { code: 'timeout', message: '' } }, 5000);
  expect(tally.result().latencyMs?.max).toBeLessThan(11);
});

test('what the run cut off is neither answered nor unanswered', () => {
  const tally = createTally(true);
  tally.answered(draw(0), { kind: 'broken', failure: { code: 'aborted', message: 'the run ended' } }, 1);
  expect(tally.result()).toMatchObject({ unfinished: 1, unanswered: {}, examples: {} });
  expect(tally.progress()).toEqual({ accepted: 0, refused: 0, unanswered: 0, lost: 0 });
});

test('where only the answer is seen, nothing is said about what came out', () => {
  expect(Object.keys(createTally(false).result())).toEqual([
    'accepted',
    'refused',
    'undecided',
    'unfinished',
    'unanswered',
    'examples',
  ]);
});
