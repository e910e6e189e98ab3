import { expect, test } from 'vitest';
import { label, share } from '../../../src/report/interop/marks.js';
import { softwareOf } from '../../../src/report/interop/software-of.js';
import { summaryLine } from '../../../src/report/interop/summary-line.js';
import type { Cell } from '../../../src/report/interop/types.js';
import { noLosses, someLosses } from './helpers/results.js';

test('the whole in a sentence', () => {
  expect(summaryLine(someLosses())).toBe(
    '3 subjects and the reference, 2 telling events: 9 of 16 pairs of encoder and decoder in a mode keep all.',
  );
  const generated = { name: 'generated event 1', origin: 'generated', lost: 0 } as const;
  const one = noLosses();
  expect(summaryLine({ ...one, events: [...one.events, generated] })).toBe(
    '1 subject and the reference, 1 telling event and 1 generated one: 4 of 4 pairs of encoder and decoder in a mode keep all.',
  );
});

test.each<[Partial<Cell>, string, string]>([
  [{ outcome: 'lost', kept: 3, of: 5 }, '3/5', '3/5 kept'],
  [{ outcome: 'kept', kept: 5, of: 5 }, '5/5', '5/5 kept'],
  [{ outcome: 'none' }, '', 'not read'],
  [{ outcome: 'open', notAsked: 3 }, '', 'not asked'],
])('a cell in two words: %j', (rest, numbers, words) => {
  const cell: Cell = { decoder: 'd', outcome: 'kept', kept: 0, of: 0, lost: [], ...rest };
  expect([share(cell), label(cell)]).toEqual([numbers, words]);
});

test('a version says its name where the list of subjects does not', () => {
  expect(softwareOf({ sdk: 'npm cloudevents', name: 'cloudevents', version: '10.0.0' })).toBe('10.0.0');
  expect(softwareOf({ sdk: 'built in', name: 'ce-conform', version: '0.1.0' })).toBe('ce-conform 0.1.0');
});
