import { describe, expect, test } from 'vitest';
import { blameOf } from '../../../src/target/mqtt/blame.js';

const codes = (reason: number | undefined): readonly string[] =>
  [true, false].flatMap((isAlone) =>
    [true, false].map(
      (cameBack) => blameOf({ kind: 'lost', isAlone, ...(reason !== undefined && { reason }) }, cameBack).code,
    ),
  );

describe('a lost connection', () => {
  test('is the doing of a message that was alone, where the broker had not gone away', () => {
    expect(codes(undefined)).toEqual(['broker', 'interrupted', 'interrupted', 'interrupted']);
    expect(codes(0x80)).toEqual(codes(undefined));
  });

  test.each([0x81, 0x82, 0x83, 0x90, 0x96, 0x97, 0x99, 0x9b])('is its doing where the broker says %d', (reason) => {
    expect(codes(reason)).toEqual(['broker', 'broker', 'interrupted', 'interrupted']);
  });

  test.each([0, 0x87, 0x8b, 0x8d, 0x8e, 0x93, 0x98, 0x9c])('is not where it says %d', (reason) => {
    expect(new Set(codes(reason))).toEqual(new Set(['interrupted']));
  });

  test('is told with what the broker said', () => {
    expect(blameOf({ kind: 'lost', isAlone: true, reason: 0x95 }, false)).toEqual({
      code: 'too-large',
      message: 'the broker closed the connection over this very message: it said 149 (packet too large)',
    });
    expect(blameOf({ kind: 'lost', isAlone: false, reason: 0x8b }, true).message).toBe(
      'the connection to the broker was lost meanwhile: it said 139 (server shutting down)',
    );
  });
});
