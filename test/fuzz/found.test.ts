import { describe, expect, it } from 'vitest';
import { createFindings, type Met } from '../../src/fuzz/found.js';
import type { Investigation } from '../../src/fuzz/investigate.js';
import type { Symptom } from '../../src/fuzz/symptom.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { event, events, symptom } from './helpers/trials.js';

const met = (one: Symptom = symptom(), trial: Trial = events()): Met => ({
  trial,
  symptom: one,
  path: { seed: 's', index: 3, aim: 'any event' },
  after: 7,
});

const investigation = (kind: Investigation['kind'], one: Symptom, trial: Trial = events()): Investigation => ({
  kind,
  trial,
  symptom: one,
  again: kind === 'flaky' ? { hits: 1, of: 14 } : { hits: 3, of: 3 },
  evidence: [],
});

const special = (value: string): Trial => events(event({ subject: value }));

describe('createFindings', () => {
  it('gives a defect once, and counts it from then on', () => {
    const findings = createFindings();
    const one = symptom();
    const first = findings.add(met(one, special('a+b')), investigation('reliable', one, special('+')));
    expect(first).toMatchObject({ count: 1, ways: ['http-structured'], after: 7, path: { index: 3 } });
    expect(first?.met).toEqual(special('a+b'));
    expect(first?.trial).toEqual(special('+'));
    expect(findings.add(met(one), investigation('reliable', one, special('+')))).toBeUndefined();
    expect(findings.all()).toMatchObject([{ count: 2 }]);
  });

  it('joins the forms over which one cause is met', () => {
    const findings = createFindings();
    for (const way of ['http-structured', 'http-binary', 'http-structured'] as const)
      findings.add(met(symptom({ way })), investigation('reliable', symptom({ way }), special('+')));
    expect(findings.all()).toMatchObject([{ count: 3, ways: ['http-structured', 'http-binary'] }]);
  });

  it('tells two causes, and the same one in every run by the same id', () => {
    const ids = () => {
      const findings = createFindings();
      for (const value of ['+', '%']) findings.add(met(), investigation('reliable', symptom(), special(value)));
      return findings.all().map(({ id }) => id);
    };
    expect(ids()).toHaveLength(2);
    expect(ids()).toEqual(ids());
    for (const id of ids()) expect(id).toMatch(/^[0-9a-f]{10}$/);
  });

  it('tells what comes alone from what comes beside other events', () => {
    const findings = createFindings();
    for (const kind of ['reliable', 'beside'] as const) findings.add(met(), investigation(kind, symptom()));
    expect(findings.all().map(({ kind }) => kind)).toEqual(['reliable', 'beside']);
  });

  it('joins what comes by chance by its symptom, whatever the trial, with its rate', () => {
    const findings = createFindings();
    const dropped = symptom({ class: 'dropped', names: [], detail: 'reset' });
    for (const value of ['+', '%', 'x'])
      findings.add(met(dropped, special(value)), investigation('flaky', dropped, special(value)));
    expect(findings.all()).toMatchObject([{ kind: 'flaky', count: 3, again: { hits: 3, of: 42 } }]);
  });

  it('keeps so many, and counts the causes beyond', () => {
    const findings = createFindings(2);
    for (const value of ['+', '%', '?', '+']) findings.add(met(), investigation('reliable', symptom(), special(value)));
    expect(findings.all()).toHaveLength(2);
    expect(findings.all()[0]).toMatchObject({ count: 2 });
    expect(findings.more()).toBe(1);
  });

  it('looks at the first ones of a symptom, and counts the others as the last cause', () => {
    const findings = createFindings();
    const treatments: string[] = [];
    for (let round = 0; round < 10; round++) {
      const treatment = findings.treat(symptom());
      treatments.push(treatment);
      if (treatment !== 'counted') findings.add(met(), investigation('reliable', symptom(), special('+')));
    }
    const looked = treatments.indexOf('counted');
    expect(looked).toBeGreaterThan(1);
    expect(treatments.slice(0, looked).every((one) => one === 'whole')).toBe(true);
    expect(treatments.slice(looked).every((one) => one === 'counted')).toBe(true);
    expect(findings.all()).toMatchObject([{ count: 10 }]);
  });

  it('looks at another symptom in full, however often the first one came', () => {
    const findings = createFindings();
    for (let round = 0; round < 10; round++) {
      findings.treat(symptom());
      findings.add(met(), investigation('reliable', symptom()));
    }
    expect(findings.treat(symptom())).toBe('counted');
    expect(findings.treat(symptom({ way: 'http-binary' }))).toBe('whole');
  });

  it('asks once more about what came by chance before', () => {
    const findings = createFindings();
    const chance = symptom({ class: 'dropped' });
    const treatments = Array.from({ length: 6 }, () => {
      const treatment = findings.treat(chance);
      findings.add(met(chance), investigation('flaky', chance));
      return treatment;
    });
    expect(treatments[0]).toBe('whole');
    expect(treatments.at(-1)).toBe('short');
    expect(findings.all()).toMatchObject([{ count: 6 }]);
  });

  it('knows a root that the answer itself tells, whatever the form and the event', () => {
    const findings = createFindings();
    const rooted = symptom({ root: 'header as sent' });
    findings.add(met(rooted), investigation('reliable', rooted, special('%')));
    const other = symptom({ root: 'header as sent', way: 'http-binary', names: ['type'] });
    expect(findings.treat(other)).toBe('counted');
    expect(findings.all()).toMatchObject([{ count: 2 }]);
    expect(findings.treat(symptom({ way: 'http-binary', names: ['type'] }))).toBe('whole');
  });

  it('keeps nothing of what was found out to be no defect, and looks at no more of it than of others', () => {
    const findings = createFindings();
    let looked = 0;
    while (findings.treat(symptom()) !== 'counted') {
      looked += 1;
      expect(findings.leave(met())).toBeUndefined();
      if (looked > 20) expect.fail('it never ends');
    }
    expect(looked).toBeGreaterThan(1);
    expect([findings.all(), findings.more()]).toEqual([[], 0]);
  });

  it('is steady until something came by chance', () => {
    const findings = createFindings();
    findings.add(met(), investigation('reliable', symptom()));
    expect(findings.isSteady()).toBe(true);
    findings.add(met(), investigation('flaky', symptom()));
    expect(findings.isSteady()).toBe(false);
  });

  it('does not tell of a deadline that was missed once and never again', () => {
    const hang = symptom({ class: 'hang', names: [], detail: 'timeout' });
    const never = { ...investigation('flaky', hang), again: { hits: 0, of: 15 } };
    const findings = createFindings();
    const told = [1, 2, 3].map(() => {
      findings.add(met(hang), never);
      return findings.all().length;
    });
    expect(told).toEqual([0, 0, 1]);
    findings.add(met(symptom({ class: 'dropped' })), { ...never, symptom: symptom({ class: 'dropped' }) });
    expect(findings.all()).toHaveLength(2);
  });

  it('explains by a race what comes by chance, but not that a target fails to answer', () => {
    const findings = createFindings();
    const [altered, dropped] = [symptom(), symptom({ class: 'dropped', names: [] })];
    findings.add(met(altered), investigation('flaky', altered));
    findings.add(met(dropped), investigation('flaky', dropped));
    expect(findings.all()).toHaveLength(2);
    const leaked = symptom({ class: 'leaked' });
    findings.add(met(leaked), investigation('beside', leaked));
    expect(findings.all().map(({ symptom: one, count }) => [one.class, count])).toEqual([
      ['dropped', 1],
      ['leaked', 2],
    ]);
  });
});
