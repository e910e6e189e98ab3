import { describe, expect, it } from 'vitest';
import { describeFound, sizeOf } from '../../src/fuzz/describe-found.js';
import type { Found } from '../../src/fuzz/found.js';
import { loadSuite } from '../../suites/suite.js';
import { event, events, symptom, violation, writing } from './helpers/trials.js';

const { requirements } = loadSuite();

const found = (more: Partial<Found> = {}): Found => ({
  id: '0123456789',
  kind: 'reliable',
  trial: events(event({ time: '2016-12-31T23:59:60Z' })),
  met: events(event({ time: '2016-12-31T23:59:60Z', subject: 'x', ext: 'y' })),
  symptom: symptom({ names: ['time'] }),
  again: { hits: 3, of: 3 },
  evidence: [],
  ways: ['http-structured'],
  count: 4,
  path: { seed: 's', index: 1, aim: 'any event' },
  after: 9,
  ...more,
});

const described = (more: Partial<Found> = {}) => describeFound(found(more), { requirements, redact: (lines) => lines });

describe('describeFound', () => {
  it('names the rule that what differs exercises, and its level', () => {
    expect(described()).toMatchObject({ requirement: 'core.type.time', level: 'should' });
    const trial = events(event({ time: '2000-01-01T00:00:00+01:00' }));
    expect(described({ trial })).toMatchObject({ requirement: 'core.type.time', level: 'must' });
  });

  it('names the rule that the symptom itself is about', () => {
    const trial = violation('core.id.empty', { kind: 'set', attribute: 'id', value: '' });
    const own = symptom({ class: 'let-through', names: [], requirement: 'core.id.empty' });
    expect(described({ trial, symptom: own })).toMatchObject({ requirement: 'core.id.empty' });
  });

  it('names none of what comes by chance, nor of what is no matter of the specification', () => {
    expect(described({ kind: 'flaky' })).not.toHaveProperty('requirement');
    expect(described({ kind: 'flaky' })).toMatchObject({ flaky: true });
    for (const kind of ['crash', 'hang', 'dropped', 'server-error', 'thrown', 'nonsense'] as const)
      expect(described({ symptom: symptom({ class: kind, requirement: 'core.id.empty' }) })).not.toHaveProperty(
        'requirement',
      );
  });

  it('tells how much smaller the smallest is, and what it takes beside it', () => {
    const { bytes, beside, count, after } = described({ kind: 'beside', beside: 3 });
    expect(bytes.smallest).toBeLessThan(bytes.met);
    expect({ beside, count, after }).toEqual({ beside: 3, count: 4, after: 9 });
  });
});

describe('sizeOf', () => {
  it('counts all messages of a trial', () => {
    expect(sizeOf(events(event(), 'http-structured', 'http-structured'))).toBe(2 * sizeOf(events()));
    expect(sizeOf({ ...events(), again: true })).toBe(2 * sizeOf(events()));
  });

  it('counts what a target is asked to write, or for the value of', () => {
    const form = { binding: 'http', mode: 'binary' } as const;
    expect(sizeOf({ kind: 'encode', events: [event()], form })).toBeGreaterThan(20);
    const expression = { kind: 'literal', value: true, span: { start: 0, end: 4 } } as const;
    expect(sizeOf({ kind: 'expression', posed: { expression, event: event(), spelling: 0 } })).toBeGreaterThan(4);
  });

  it('counts each byte of what is longer', () => {
    const one = sizeOf(events(event({ subject: 'a' }), writing('http-binary')));
    expect(sizeOf(events(event({ subject: 'aaa' }), writing('http-binary')))).toBe(one + 2);
  });
});
