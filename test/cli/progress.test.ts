import { describe, expect, test } from 'vitest';
import type { Stream } from '../../src/cli/io.js';
import { createProgress } from '../../src/cli/progress.js';

const CLEAR = '\r\u001b[2K';

/** A stream that keeps what is written, and a clock that a test sets. */
function recorder(stream: Partial<Stream> = {}): { stream: Stream; written: string[]; clock: { now: number } } {
  const written: string[] = [];
  return {
    written,
    clock: { now: 1000 },
    stream: { isTty: true, hasColors: false, columns: 80, write: (text) => written.push(text), ...stream },
  };
}

describe('on a terminal', () => {
  test('draws a bar at once, and rewrites it at most ten times a second', () => {
    const { stream, written, clock } = recorder();
    const progress = createProgress(stream, false, () => clock.now);
    progress.show(0, 4);
    for (const [ms, done] of [
      [50, 1],
      [99, 2],
      [100, 3],
      [150, 4],
    ] as const) {
      clock.now = 1000 + ms;
      progress.show(done, 4);
    }
    expect(written).toEqual([
      `${CLEAR}${'░'.repeat(24)} 0 of 4 cases`,
      `${CLEAR}${'█'.repeat(18)}${'░'.repeat(6)} 3 of 4 cases`,
    ]);
  });

  test('a note takes the place of the bar, which is drawn again behind it', () => {
    const { stream, written, clock } = recorder();
    const progress = createProgress(stream, false, () => clock.now);
    progress.show(1, 2);
    progress.say('a note');
    progress.show(1, 2);
    expect(written.slice(1)).toEqual([CLEAR, 'a note\n', `${CLEAR}${'█'.repeat(12)}${'░'.repeat(12)} 1 of 2 cases`]);
  });

  test('the end clears the line once, and nothing is drawn afterwards', () => {
    const { stream, written, clock } = recorder();
    const progress = createProgress(stream, false, () => clock.now);
    progress.show(1, 2);
    progress.end();
    progress.end();
    clock.now += 5000;
    progress.show(2, 2);
    progress.say('too late');
    expect(written.slice(1)).toEqual([CLEAR]);
  });

  test('the end of nothing writes nothing', () => {
    const { stream, written } = recorder();
    createProgress(stream, false).end();
    expect(written).toEqual([]);
  });

  test.each([1, 5, 20, 40, 41, 80])('a line stays within %i columns, so that it can be erased', (columns) => {
    const { stream, written } = recorder({ columns });
    createProgress(stream, false).show(123_456, 999_999);
    expect([...(written[0] ?? '').replace(CLEAR, '')].length).toBeLessThan(columns);
  });

  test.each([
    [0, 0],
    [3, 0],
    [5, 3],
  ])('%i of %i cases breaks nothing', (done, total) => {
    const { stream, written } = recorder();
    createProgress(stream, false).show(done, total);
    // Without an end in sight there is nothing that it could be so much of.
    expect(written.join('')).toContain(total === 0 ? `${done} cases` : `${done} of ${total} cases`);
  });
});

test('what else there is to know stands behind the number', () => {
  const { stream, written } = recorder();
  createProgress(stream, false, undefined, 'messages').show(3, 0, '2 found');
  expect(written.join('')).toContain('3 messages, 2 found');
});

describe('in a log', () => {
  test('a short run says nothing, a long one a line every two seconds', () => {
    const { stream, written, clock } = recorder({ isTty: false });
    const progress = createProgress(stream, false, () => clock.now);
    for (let ms = 0; ms <= 5000; ms += 100) {
      clock.now = 1000 + ms;
      progress.show(ms / 100, 50);
    }
    progress.end();
    expect(written).toEqual(['20 of 50 cases\n', '40 of 50 cases\n']);
  });

  test('notes are lines, and the pause between lines goes on', () => {
    const { stream, written, clock } = recorder({ isTty: false });
    const progress = createProgress(stream, false, () => clock.now);
    progress.say('a note');
    progress.show(1, 2);
    expect(written).toEqual(['a note\n']);
  });
});

test('a quiet one writes notes, which may be needed, and no progress', () => {
  const { stream, written } = recorder();
  const progress = createProgress(stream, true);
  progress.say('a note');
  progress.show(1, 2);
  progress.end();
  expect(written).toEqual(['a note\n']);
});

test('a note of a target cannot reach the terminal', () => {
  const { stream, written } = recorder();
  createProgress(stream, false).say('evil\u001b[2J\u202e\r\nnext');
  expect(written).toEqual(['evil\\u{1b}[2J\\u{202e}\\u{d}\\u{a}next\n']);
});

test('functions of a progress can be handed on by themselves', () => {
  const { stream, written } = recorder({ isTty: false });
  const { say } = createProgress(stream, false);
  ['one', 'two'].forEach((note) => {
    say(note);
  });
  expect(written).toEqual(['one\n', 'two\n']);
});
