import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../src/event/types.js';
import type { HttpRequest } from '../../../src/target/types.js';
import { isFilledIn, letThrough } from '../../../suites/vector/let-through.js';
import type { JudgedVector } from '../../../suites/vector/types.js';

const vector: JudgedVector = { requirement: 'core.bad', title: 'a bad event', validating: true };
const WHOLE = { specversion: '1.0', id: 'a', source: '/s', type: 't' };
const event = (attributes: Readonly<Record<string, string>>): CloudEvent => ({
  attributes: new Map(Object.entries(attributes)),
});
const request = (body: unknown): HttpRequest => ({
  method: 'POST',
  via: 'client',
  headers: [['Content-Type', 'application/cloudevents+json']],
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(WHOLE).filter(([name]) => !names.includes(name)));

describe('an event that came out of an invalid one', () => {
  it('and is as invalid was taken', () => {
    const sent = { ...WHOLE, time: 'yesterday' };
    expect(letThrough(vector, ['time'], request(sent), event(sent))).toMatchObject({
      status: 'fail',
      expected: 'refused',
      actual: { attributes: sent },
      cause: { key: 'taken core.bad' },
    });
  });

  it('with another value in the place of the invalid one was taken', () => {
    const came = event({ ...WHOLE, time: '2018-04-05T00:00:00Z' });
    expect(letThrough(vector, ['time'], request({ ...WHOLE, time: '2018-04-05' }), came).status).toBe('fail');
  });

  it('without the value shows that the value was told from a valid one', () => {
    expect(letThrough(vector, ['time'], request({ ...WHOLE, time: 'yesterday' }), event(WHOLE))).toEqual({
      status: 'pass',
      expected: 'refused',
      actual: 'the event came out without the value',
    });
  });

  it('without a required attribute was taken', () => {
    expect(letThrough(vector, ['source'], request(without('source')), event(without('source'))).status).toBe('fail');
    expect(letThrough(vector, ['source'], request(without('source')), event(WHOLE)).status).toBe('fail');
  });

  it('with an id that it did not have, or a specversion, leaves nothing invalid to be told', () => {
    const outcome = letThrough(vector, ['id'], request(without('id')), event(WHOLE));
    expect(outcome).toEqual({
      status: 'not-applicable',
      message: 'the event came out with id, which the target fills in',
    });
    const both = letThrough(vector, ['id'], request(without('id', 'specversion')), event(WHOLE));
    expect(both.message).toContain('with id and specversion,');
  });

  it('with an id that it did not have and a type that it did not have was taken', () => {
    expect(letThrough(vector, ['id', 'type'], request(without('id', 'type')), event(WHOLE)).status).toBe('fail');
  });

  it('that is a message and no event at all was taken, whatever it looks like', () => {
    for (const body of ['[]', '{', 'null'])
      expect(letThrough(vector, ['subject'], request(body), event(WHOLE)).status).toBe('fail');
    expect(letThrough(vector, ['subject'], undefined, event(WHOLE)).status).toBe('fail');
  });

  it('was taken where its data is watched, and came out', () => {
    const sent = { ...WHOLE, time: 'yesterday' };
    const came: CloudEvent = { ...event(WHOLE), data: { kind: 'text', text: 'x' } };
    expect(letThrough(vector, ['data'], request(sent), came).status).toBe('fail');
    expect(letThrough(vector, ['data'], request(sent), event(WHOLE)).status).toBe('pass');
  });
});

describe('what many fill in', () => {
  it.each([
    ['core.attr.missing', 'id', true],
    ['core.attr.missing', 'specversion', true],
    ['core.attr.missing', 'source', false],
    ['core.attr.missing', 'type', false],
    ['core.id.empty', 'id', false],
  ])('%s of %s: %s', (rule, attribute, isOne) => {
    expect(isFilledIn({ rule, attribute, message: '', section: '' })).toBe(isOne);
  });
});
