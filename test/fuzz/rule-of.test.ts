import { describe, expect, it } from 'vitest';
import { parse } from '../../src/cesql/parse.js';
import { brokenRule, ruleOf } from '../../src/fuzz/rule-of.js';
import type { Symptom } from '../../src/fuzz/symptom.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { event, events, symptom } from './helpers/trials.js';

const broken = (trial: Trial, more: Partial<Symptom> = {}) =>
  ({ kind: 'reliable', trial, symptom: symptom(more) }) as const;
const rule = (trial: Trial, more: Partial<Symptom> = {}): string | undefined => ruleOf(broken(trial, more));
const refused = (detail: string): Partial<Symptom> => ({ class: 'refused', names: [], actual: 'refused', detail });

describe('ruleOf', () => {
  it('is that there is such a form where the plainest event does not get through, and only there', () => {
    expect(rule(events(), refused('refused no'))).toBe('core.attr.minimal');
    expect(rule(events(event({ dataschema: 'a:' })), refused('refused no'))).toBeUndefined();
    expect(rule(events(event({ dataschema: 'a:' }), 'kafka-binary'), { ...refused('no'), way: 'kafka-binary' })).toBe(
      undefined,
    );
  });

  it('is about what the refusal names, whatever else there is', () => {
    const both = events(event({ ext: 'a', datacontenttype: 'a/a+json' }, { kind: 'json', value: {} }));
    expect(rule(both, refused('refused cannot set ext'))).toBe('core.ext.unknown');
    expect(rule(both, refused('refused cannot'))).toBe('json.read.suffix');
  });

  it('is one of encoding where what was written is not encoded', () => {
    const trial: Trial = { kind: 'encode', events: [event()], form: { binding: 'http', mode: 'binary' } };
    const of = (subject: string) => rule(trial, { root: 'header not encoded', expected: { subject } });
    expect(['%2a', '""', ' ', '\u00e9'].map(of)).toEqual([
      'http.enc.percent',
      'http.enc.quote',
      'http.enc.space',
      'http.enc.ascii',
    ]);
  });

  it('is none of an expression in which several things could differ', () => {
    const of = (text: string, requirement: string) => {
      const parsed = parse(text);
      if (parsed.kind !== 'parsed') expect.fail(text);
      const trial: Trial = {
        kind: 'expression',
        posed: { expression: parsed.expression, event: event(), spelling: 0 },
      };
      return rule(trial, { way: 'evaluate', names: [], requirement });
    };
    expect(of('1 / 0', 'cesql.op.div-zero')).toBe('cesql.op.div-zero');
    expect(of('0 / LENGTH(subject)', 'cesql.op.div-zero')).toBeUndefined();
    expect(of('TRUE OR TRUE AND FALSE', 'cesql.prec.left-logic')).toBe('cesql.prec.left-logic');
  });

  it('is no more than a SHOULD where a vector of it is none', () => {
    const level = (time: string) => brokenRule(broken(events(event({ time })), { names: ['time'] }))?.level;
    expect(level('2016-12-31T23:59:60Z')).toBe('should');
    expect(level('2018-04-05t17:31:00z')).toBe('should');
    expect(level('2018-04-05T17:31:00.1234567890Z')).toBe('should');
    expect(level('0001-01-01T00:00:00Z')).toBe('should');
    expect(level('2018-04-05T17:31:00.5+01:00')).toBeUndefined();
  });
});
