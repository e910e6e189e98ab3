// What the engine hands out of a log: frames, of which each says its length.
import { expect, test } from 'vitest';
import { howEnded, textOf } from '../../../src/target/container/state-of.js';

function frame(stream: 1 | 2, text: string): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(8);
  head[0] = stream;
  head.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([head, bytes]);
}

test('stdout and stderr are one text, in their order', () => {
  const long = 'x'.repeat(70_000);
  const frames = [frame(1, 'one\n'), frame(2, 'two\n'), frame(1, ''), frame(1, long)];
  expect(textOf(Buffer.concat(frames))).toBe(`one\ntwo\n${long}`);
  expect(textOf(Buffer.alloc(0))).toBe('');
});

test('a character that two frames share is whole', () => {
  const [first, second] = [Buffer.from([0xe2, 0x82]), Buffer.from([0xac])];
  const head = (length: number): Buffer => Buffer.from([1, 0, 0, 0, 0, 0, 0, length]);
  expect(textOf(Buffer.concat([head(2), first, head(1), second]))).toBe('€');
});

test('a frame that is cut off gives what is there of it', () => {
  expect(textOf(frame(1, 'abcdef').subarray(0, 11))).toBe('abc');
  expect(textOf(frame(1, 'abcdef').subarray(0, 5))).toBe('');
});

test('how it ended, in words that do nothing to a terminal', () => {
  expect(howEnded({ kind: 'ended', exit: 137, log: '' })).toBe('it ended with exit code 137 and wrote nothing');
  expect(howEnded({ kind: 'ended', log: '' })).toBe('it is gone and wrote nothing');
  expect(howEnded({ kind: 'ended', exit: 1, log: 'a\u001b[2Jb' })).toBe(
    'it ended with exit code 1 and last wrote: "a\\u001b[2Jb"',
  );
});
