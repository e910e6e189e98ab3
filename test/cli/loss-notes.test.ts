import { expect, test } from 'vitest';
import { lossNotes } from '../../src/cli/loss-notes.js';

const NONE = { tooLarge: 0, noRoom: 0, incomplete: 0, unreadable: 0 };

test('nothing lost is not worth a note', () => {
  expect(lossNotes(NONE)).toEqual([]);
});

test('each reason has its sentence', () => {
  const lost = {
    tooLarge: 1,
    noRoom: 2,
    incomplete: 3,
    unreadable: 1,
    unreadableBecause: 'it is HTTP/2, and not HTTP/1.1',
  };
  expect(lossNotes(lost)).toEqual([
    '1 message was too large, and not kept',
    '2 messages were not kept, because there was no more room',
    '3 messages were not complete when the connection or the time for it ended',
    '1 message could not be read: it is HTTP/2, and not HTTP/1.1',
  ]);
  expect(lossNotes({ ...NONE, unreadable: 2 })).toEqual(['2 messages could not be read']);
});
