import { expect, it } from 'vitest';
import { doublyMarked, MARK, marked } from '../../src/fuzz/marked.js';
import { event } from './helpers/trials.js';

it('puts the token before the id and leaves the rest, and the event that was given', () => {
  const one = event({ id: 'x', ext: 1 }, { kind: 'text', text: 'y' });
  const before = new Map(one.attributes);
  expect(marked(one, 't')).toEqual({ ...one, attributes: new Map([...one.attributes, ['id', 'tx']]) });
  expect([...marked(one, 't').attributes.keys()]).toEqual([...one.attributes.keys()]);
  expect(one.attributes).toEqual(before);
});

it('is the token itself for an empty id, and for none', () => {
  expect(marked(event(), 't').attributes.get('id')).toBe('t');
  expect(marked({ attributes: new Map() }, 't').attributes.get('id')).toBe('t');
});

it('marks twice what may lose its id', () => {
  const twice = doublyMarked(event({ id: 'x' }), 't').attributes;
  expect([twice.get('id'), twice.get(MARK)]).toEqual(['tx', 't']);
});
