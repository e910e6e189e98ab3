import { describe, expect, it } from 'vitest';
import { grade } from '../../src/engine/grade.js';
import { STATUSES, type Status } from '../../src/engine/judgement.js';
import type { Code, Level } from '../../src/engine/requirement.js';
import { requirement } from './tiny-suite.js';

const graded = (status: Status, level: Level, code: Code): Status =>
  grade({ status }, { requirement: requirement('core.x', { level, code }), level }, '1.0.2').status;

const LEVELS: readonly Level[] = ['must', 'should', 'may', 'info'];

describe('grade', () => {
  it.each([
    ['fail', 'must', 'pos', 'fail'],
    ['timeout', 'must', 'pos', 'timeout'],
    ['fail', 'must', 'rej', 'fail'],
    ['pass', 'must', 'pos', 'pass'],
    ['fail', 'should', 'pos', 'warn'],
    ['timeout', 'should', 'pos', 'warn'],
    ['pass', 'should', 'pos', 'pass'],
    ['fail', 'may', 'pos', 'warn'],
    ['pass', 'may', 'free', 'observed'],
    ['fail', 'may', 'free', 'observed'],
    ['fail', 'info', 'pos', 'observed'],
    ['timeout', 'info', 'free', 'observed'],
    ['inconclusive', 'info', 'soft', 'inconclusive'],
  ] as const)('%s of a %s %s is %s', (status, level, code, expected) => {
    expect(graded(status, level, code)).toBe(expected);
  });

  it.each([
    ['1.0.2', 'warn'],
    ['main', 'fail'],
  ] as const)('weighs a variant that main backs more by the version: %s gives %s', (spec, expected) => {
    const item = { requirement: requirement('core.x'), level: 'should', levelOnMain: 'must' } as const;
    expect(grade({ status: 'fail' }, item, spec).status).toBe(expected);
  });

  it('never fails a row without a rule: info, soft and free', () => {
    for (const status of STATUSES) {
      for (const level of LEVELS) {
        expect(['pass', 'fail', 'warn', 'timeout']).not.toContain(graded(status, level, 'soft'));
        expect(['pass', 'fail', 'warn', 'timeout']).not.toContain(graded(status, level, 'free'));
      }
      for (const code of ['pos', 'rej', 'soft', 'free'] as const) {
        expect(['pass', 'fail', 'warn', 'timeout']).not.toContain(graded(status, 'info', code));
      }
    }
  });

  it('never fails anything below MUST', () => {
    for (const status of STATUSES) {
      for (const level of ['should', 'may', 'info'] as const) {
        expect(['fail', 'timeout']).not.toContain(graded(status, level, 'pos'));
      }
    }
  });

  it('weighs by the level of the case where that is weaker than the requirement', () => {
    const strong = requirement('core.x');
    expect(grade({ status: 'fail' }, { requirement: strong, level: 'should' }, '1.0.2').status).toBe('warn');
  });

  it.each([
    ['pass', 'a rule of main only, not scored; it holds: said so'],
    ['fail', 'a rule of main only, not scored; it does not hold: said so'],
  ] as const)('%s of a rule of another version is observed, and says why', (status, message) => {
    const ahead = requirement('core.x', { since: 'main' });
    const judgement = { status, message: 'said so', cause: { key: 'k', title: 't' } };
    expect(grade(judgement, { requirement: ahead, level: 'must' }, '1.0.2')).toEqual({ status: 'observed', message });
    expect(grade(judgement, { requirement: ahead, level: 'must' }, 'main')).toEqual(judgement);
  });

  it('leaves a fault of the harness what it is, also outside the scored version', () => {
    const ahead = requirement('core.x', { since: 'main', level: 'info', code: 'free' });
    expect(grade({ status: 'harness-error' }, { requirement: ahead, level: 'info' }, '1.0.2').status).toBe(
      'harness-error',
    );
  });
});
