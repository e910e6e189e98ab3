import { describe, expect, test } from 'vitest';
import { bytes, json, text } from '../../../src/generate/telling/telling.js';
import type { Gap } from '../../../src/report/interop/gaps.js';
import { showGap } from '../../../src/report/interop/show-gap.js';

const shown = (gap: Gap) => showGap(gap, undefined);

describe('values', () => {
  test('of attributes stand in quotes where they are strings', () => {
    expect(shown({ kind: 'attribute', name: 'a', change: 'changed', told: ' 7 ', seen: 7 })).toEqual({
      kind: 'attribute',
      name: 'a',
      change: 'changed',
      told: '" 7 "',
      seen: '7',
    });
  });

  test.each([
    [json({ a: null }), 'JSON {"a":null}'],
    [text('a\n'), 'text "a\\n"'],
    [bytes(0xff, 0x41), 'bytes ff 41 |.A| 2 bytes'],
    [bytes(0x41), 'bytes A'],
    [bytes(), 'bytes nothing'],
  ])('of data say their kind: %j', (data, expected) => {
    expect(shown({ kind: 'data', change: 'lost', told: data })).toEqual({
      kind: 'data',
      change: 'lost',
      told: expected,
    });
  });

  test('are there only where they were', () => {
    expect(shown({ kind: 'data', change: 'added', seen: json(null) })).toEqual({
      kind: 'data',
      change: 'added',
      seen: 'JSON null',
    });
  });

  test('of any length are short, and part in view', () => {
    const [told, seen] = [json(`${'x'.repeat(60_000)}a`), json(`${'x'.repeat(60_000)}b`)];
    const loss = shown({ kind: 'data', change: 'changed', told, seen });
    if (loss.kind !== 'data') throw new Error(loss.kind);
    expect(loss.told).toMatch(/xa"$/);
    expect(loss.seen).toMatch(/xb"$/);
    expect(loss.told?.length).toBeLessThan(130);
  });

  test('however deep', () => {
    const deep = json(JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`));
    expect(JSON.stringify(shown({ kind: 'data', change: 'lost', told: deep })).length).toBeLessThan(300);
  });
});

test('the header value is shown as it was written', () => {
  const binary = { headers: [['ce-a', 'caf\u00e9\u001b']] as const, body: new Uint8Array() };
  const loss = showGap({ kind: 'attribute', name: 'a', change: 'changed', told: 'x', seen: 'y' }, binary);
  expect(loss).toMatchObject({ wrote: '63 61 66 e9 1b |caf..| 5 bytes' });
});

describe('foreign text', () => {
  const HOSTILE = `\u001b[31m\u202e\n${'x'.repeat(1000)}`;

  test.each<Gap>([
    { kind: 'attribute', name: HOSTILE, change: 'added', seen: HOSTILE },
    { kind: 'refused', by: 'decoder', reason: HOSTILE },
    { kind: 'failed', by: 'encoder', code: 'protocol', message: HOSTILE },
    { kind: 'data', change: 'added', seen: text(HOSTILE) },
  ])('is one short line that nothing obeys: $kind', (gap) => {
    const values = Object.values(shown(gap)).map(String);
    expect(values.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(Math.max(...values.map((value) => value.length))).toBeLessThan(300);
  });
});

test('a number of events is what it is', () => {
  expect(shown({ kind: 'count', told: 2, seen: 0 })).toEqual({ kind: 'count', told: 2, seen: 0 });
});
