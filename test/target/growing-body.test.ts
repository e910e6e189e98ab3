import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appendBody, bytesOf, emptyBody } from '../../src/target/growing-body.js';

it('is the pieces in order, cut at the limit, and says so', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.nat({ max: 100 }), (pieces, limit) => {
      const body = emptyBody();
      const whole = Buffer.concat(pieces);
      const cut = pieces.map((piece) => appendBody(body, Buffer.from(piece), limit));
      expect(bytesOf(body)).toEqual(whole.subarray(0, limit));
      expect(cut.includes(true)).toBe(whole.length > limit);
    }),
  );
});

it('does not copy a body in one piece', () => {
  const body = emptyBody();
  const piece = Buffer.from('hello');
  appendBody(body, piece, 100);
  expect(bytesOf(body)).toBe(piece);
});

it('leaves the pieces as they were', () => {
  const body = emptyBody();
  const shared = Buffer.from('abcdef');
  appendBody(body, shared.subarray(0, 2), 100);
  appendBody(body, Buffer.from('XY'), 100);
  expect(shared.toString()).toBe('abcdef');
  expect(bytesOf(body).toString()).toBe('abXY');
});

it('copies in proportion to the body, not to its square', () => {
  const body = emptyBody();
  let buffers = 0;
  let last = body.bytes;
  for (let count = 0; count < 100_000; count += 1) {
    appendBody(body, Buffer.from('x'), 1_000_000);
    if (body.bytes !== last) buffers += 1;
    last = body.bytes;
  }
  expect(body.length).toBe(100_000);
  expect(buffers).toBeLessThan(20);
});
