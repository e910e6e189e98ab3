import { describe, expect, test } from 'vitest';
import { renderLoad } from '../../../src/fuzz/load/render-load.js';
import type { LoadResult } from '../../../src/fuzz/load/types.js';
import { resultOf } from './helpers/load.js';

const render = (more: Partial<LoadResult> = {}, columns = 100): string =>
  renderLoad(resultOf(more), { colors: false, columns });

test('all that went well is a few lines', () => {
  expect(render()).toBe(`\
Sent      15000 valid events in 30.0 s: 500 a second of 500
Answers   15000 accepted, 0 refused, 0 unanswered
Events    0 lost, 0 altered, 0 duplicated
Latency   p50       1.25 ms  █████
          p90       2.50 ms  ██████████
          p99       5.00 ms  ████████████████████
          p99.9     7.50 ms  ██████████████████████████████
          max       10.0 ms  ████████████████████████████████████████
Verdict   ✔ all that was answered was accepted, and came out as it was sent.
`);
});

test('all that went wrong is told with the first of each', () => {
  const { latencyMs: _, ...quiet } = resultOf({
    ratePerS: { wanted: 500, achieved: 466.66 },
    sent: 14_000,
    unsent: 1000,
    late: 300,
    inFlight: { most: 4096, limit: 4096, heldBack: true },
    accepted: 13_990,
    refused: 2,
    undecided: 1,
    unanswered: { reset: 3, timeout: 4 },
    lost: 5,
    duplicated: 6,
    overdue: 7,
    unseen: 8,
    altered: {
      count: 9,
      example: {
        kind: 'different',
        carrier: 'http-binary',
        id: 'tabcdefghijkl',
        differences: [{ kind: 'changed', name: 'subject', expected: 'a', actual: 'b' }],
      },
    },
    examples: {
      refused: { carrier: 'http-batch', status: 500, text: 'out of order\n' },
      undecided: { carrier: 'http-batch', status: 429, text: 'the target limits the rate' },
      unanswered: { carrier: 'http-binary', text: 'the target reset the connection' },
    },
    stopped: 'the run was interrupted',
  });
  expect(renderLoad(quiet, { colors: false, columns: 120 })).toBe(`\
Sent      14000 valid events in 30.0 s: 466.7 a second of 500
          300 of them later than planned; their latency counts from the planned time
          1000 of 15000 planned were not sent before the time was over
          the target did not keep up: the stream was held back with 4096 exchanges in flight, of at most 4096
Answers   13990 accepted, 2 refused, 1 undecided, 3 unanswered (reset), 4 unanswered (timeout)
          first refused (http-batch) with 500: out of order
          first undecided (http-batch) with 429: the target limits the rate
          first unanswered (http-binary): the target reset the connection
Events    5 lost, 9 altered, 6 duplicated, 7 after the timeout, 8 not known
          first altered (http-binary, id tabcdefghijkl):
          subject: sent a, came out b
Stopped   the run was interrupted; what is above is true of the time before
Verdict   ✖ of 14000 valid events, 2 refused, 5 accepted and lost, 9 came out altered.
`);
});

test('where the harness had no time to spare, it does not blame the target', () => {
  const text = render({ inFlight: { most: 64, limit: 64, heldBack: true }, busy: 0.97 }, 120);
  expect(text).toContain('at work 97 % of the time');
  expect(text).not.toContain('the target did not keep up');
});

test('where only the answers are seen it says so', () => {
  const { lost: _, altered: __, ...bare } = resultOf();
  const text = renderLoad(bare, { colors: false, columns: 100 });
  expect(text).toContain('Events    not seen: only the answer is\n');
  expect(text).toContain('✔ all that was answered was accepted.\n');
});

describe('what a target sent', () => {
  const HOSTILE = '\u001b[2J\u202e<script>\r\n\u0007';
  const text = render({
    refused: 1,
    examples: { refused: { carrier: 'http-binary', status: 400, text: HOSTILE } },
    faults: { count: 1, example: HOSTILE },
    altered: {
      count: 1,
      example: {
        kind: 'different',
        carrier: 'http-binary',
        id: 'x',
        differences: [{ kind: 'changed', name: HOSTILE, expected: HOSTILE, actual: { [HOSTILE]: HOSTILE } }],
      },
    },
  });

  test('moves no cursor and hides nothing', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('\\u{1b}[2J\\u{202e}');
  });

  test('is cut where it is long', () => {
    const long = render({ examples: { refused: { carrier: 'http-binary', text: 'x'.repeat(10_000) } } });
    expect(long.length).toBeLessThan(1500);
  });

  test('that cannot be read is told in the words of the decoder', () => {
    const example = { kind: 'unreadable', carrier: 'http-binary', id: 'x', reason: 'the body is no JSON' } as const;
    expect(render({ altered: { count: 1, example } })).toContain(
      'first altered (http-binary, id x): it cannot be read: the body is no JSON',
    );
  });
});

test.each([40, 80, 120])('no line is longer than a terminal of %d columns', (columns) => {
  const text = render({ late: 12, unsent: 100, refused: 1, unanswered: { timeout: 3, reset: 4, closed: 5 } }, columns);
  expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(columns);
});

test('colours are escapes only where they are asked for', () => {
  expect(render()).not.toContain('\u001b');
  expect(renderLoad(resultOf(), { colors: true })).toContain('\u001b[');
});
