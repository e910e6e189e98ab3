import { describe, expect, test } from 'vitest';
import type { CarrierCount, CarriersInterop, Disagreement } from '../../../src/report/interop-carriers/types.js';
import { carriersSummaryLine, countText, noteText, seenThereText } from '../../../src/report/interop-carriers/words.js';

const counted = (rest: Partial<CarrierCount> = {}): CarrierCount => ({
  carrier: 'kafka-binary',
  asked: 10,
  differing: 0,
  refused: 0,
  uncarried: 0,
  ...rest,
});

describe('the events of a carrier', () => {
  test.each<[string, CarrierCount | undefined]>([
    ['not claimed', undefined],
    ['10 alike', counted()],
    ['10 alike; 2 more not written', counted({ uncarried: 2 })],
    ['3 otherwise, of 10', counted({ differing: 3 })],
    ['3 otherwise and 1 not read, of 10; 2 more not written', counted({ differing: 3, refused: 1, uncarried: 2 })],
  ])('%s', (text, count) => {
    expect(countText(count)).toBe(text);
  });
});

describe('the note of a subject', () => {
  const subject = { id: 'x', sdk: 'npm x', name: 'x', version: '1', language: 'x' };

  test.each([
    [[counted(), counted({ carrier: 'http-binary' })], ''],
    [[counted()], 'one carrier alone, compared with nothing'],
    [[], 'reads nothing'],
  ] as const)('of %j says what there was to compare', (carriers, what) => {
    expect(noteText({ ...subject, carriers })).toEqual([what, undefined]);
  });

  test('that could not be asked everything has the reason', () => {
    expect(noteText({ ...subject, carriers: [], gaveUp: 'it <died>' })).toEqual(['not asked everything:', 'it <died>']);
  });
});

describe('what stands against it', () => {
  const example = (seen: Disagreement['example']['seen'], seenThere?: Disagreement['example']['seen']) =>
    seenThereText({
      event: 'e',
      told: { attributes: {} },
      here: 'kafka-binary',
      seen,
      there: 'http-binary',
      ...(seenThere && { seenThere }),
    });

  test('is as told for a part, and read for a refusal: other parts may differ there', () => {
    expect(example({ kind: 'data', change: 'lost' })).toEqual(['as told', undefined]);
    expect(example({ kind: 'attribute', name: 'id', change: 'lost' })).toEqual(['as told', undefined]);
    expect(example({ kind: 'refused', by: 'decoder', reason: 'no' })).toEqual(['read', undefined]);
    expect(example({ kind: 'failed', by: 'decoder', code: 'timeout', message: 'no' })).toEqual(['read', undefined]);
  });

  test('is what was seen there, where that is not as told either', () => {
    const there = { kind: 'attribute', name: 'id', change: 'changed', seen: '"<b>"' } as const;
    expect(example({ kind: 'attribute', name: 'id', change: 'lost' }, there)).toEqual(['changed:', 'id = "<b>"']);
    expect(
      example(
        { kind: 'refused', by: 'decoder', reason: 'no' },
        { kind: 'failed', by: 'decoder', code: 'closed', message: 'exit code 7' },
      ),
    ).toEqual(['no answer:', 'exit code 7']);
  });
});

describe('the sentence', () => {
  const result = (rest: object): CarriersInterop =>
    ({ subjects: [], events: 2, disagreements: [], run: {}, ...rest }) as never;

  test('claims agreement only for a run that was not stopped', () => {
    expect(carriersSummaryLine(result({}))).toBe('0 subjects and the reference, 2 events: each agrees with itself.');
    expect(carriersSummaryLine(result({ run: { stopped: 'interrupted' } }))).toMatch(/: no disagreement was seen\.$/);
    const disagreements = [{ subject: 'a' }, { subject: 'a' }];
    expect(carriersSummaryLine(result({ disagreements }))).toMatch(/: 1 of them disagrees with itself\.$/);
    expect(carriersSummaryLine(result({ disagreements: [...disagreements, { subject: 'b' }] }))).toMatch(
      /: 2 of them disagree with themselves\.$/,
    );
  });
});
