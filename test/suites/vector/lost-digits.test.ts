import { describe, expect, it } from 'vitest';
import { compareEvent, lostDigits, type Seen } from '../../../suites/vector/compare.js';

const SENT = '2018-04-05T17:31:00.123456Z';

describe('a time that comes out', () => {
  it.each([
    ['as it was', SENT, false],
    ['in another zone', '2018-04-05T19:31:00.123456+02:00', false],
    ['with zeros added', '2018-04-05T17:31:00.123456000Z', false],
    ['cut to milliseconds', '2018-04-05T17:31:00.123Z', true],
    ['rounded to five digits', '2018-04-05T17:31:00.12346Z', true],
    ['without a fraction', '2018-04-05T17:31:00Z', true],
  ])('%s is the same instant, and lost digits are told', (_, time, isShorter) => {
    expect(compareEvent(seen(time), { attributes: { time: SENT } })).toEqual([]);
    expect(lostDigits(seen(time), { attributes: { time: SENT } })).toBe(isShorter);
  });

  it.each([
    ['in another hour', '2018-04-05T18:31:00.123456Z'],
    ['with other digits', '2018-04-05T17:31:00.124Z'],
    ['as no timestamp', 'yesterday'],
  ])('%s has changed', (_, time) => {
    expect(compareEvent(seen(time), { attributes: { time: SENT } })).toMatchObject([{ kind: 'changed', name: 'time' }]);
    expect(lostDigits(seen(time), { attributes: { time: SENT } })).toBe(false);
  });

  it('loses no digits where none are expected', () => {
    expect(lostDigits(seen(SENT), { attributes: { id: 'a' } })).toBe(false);
  });

  it('is compared as an instant under no other name', () => {
    const other = { ...seen(SENT), event: { attributes: new Map([['comexampletime', '2018-04-05T17:31:00Z']]) } };
    expect(compareEvent(other, { attributes: { comexampletime: SENT } })).toMatchObject([{ kind: 'changed' }]);
  });
});

function seen(time: string): Seen {
  const message = { headers: [], body: new Uint8Array() };
  return { event: { attributes: new Map([['time', time]]) }, mode: 'structured', message, request: message };
}
