import { describe, expect, it } from 'vitest';
import { NO_CLAIMS } from '../../src/engine/claims.js';
import { obligationsOf } from '../../src/fuzz/obligations.js';
import { VIOLATION_KINDS } from '../../src/generate/violation/kinds.js';
import { loadSuite } from '../../suites/suite.js';

const suite = loadSuite();
const due = (validates: boolean): readonly string[] => {
  const { isDue } = obligationsOf(suite, { ...NO_CLAIMS, validates }, 'reply');
  return VIOLATION_KINDS.map(({ requirement }) => requirement).filter(isDue);
};

describe('obligationsOf', () => {
  it('asks of everybody for the refusals that the text itself prescribes', () => {
    expect(due(false)).toContain('http.dec.bad-utf8');
    const codes = due(false).map((id) => suite.requirements.get(id)?.code);
    expect(new Set(codes)).toEqual(new Set(['rej']));
  });

  it('asks of who claims to validate for what the suite judges then, and not of others', () => {
    for (const id of ['core.type.str-nonchar', 'core.attr.missing', 'core.id.empty']) {
      expect(due(true)).toContain(id);
      expect(due(false)).not.toContain(id);
    }
    expect(due(true)).toEqual(expect.arrayContaining([...due(false)]));
  });

  it('asks for nothing that is no requirement', () => {
    expect(obligationsOf(suite, { ...NO_CLAIMS, validates: true }, 'reply').isDue('no.such.rule')).toBe(false);
  });

  it('tells what the text itself demands from what is due of who claims to validate', () => {
    const { isDemanded } = obligationsOf(suite, { ...NO_CLAIMS, validates: true }, 'reply');
    expect(['http.dec.bad-utf8', 'core.id.empty', 'no.such.rule'].map(isDemanded)).toEqual([true, false, false]);
  });

  it('asks about events themselves behind an adapter alone', () => {
    expect(obligationsOf(suite, NO_CLAIMS, 'adapter').asked).toBe('event');
    for (const observation of ['status', 'reply', 'sink'] as const)
      expect(obligationsOf(suite, NO_CLAIMS, observation).asked).toBe('message');
  });

  it('hands on how an engine goes on after an error, where that is claimed', () => {
    expect(obligationsOf(suite, { ...NO_CLAIMS, errorMode: 'fail-fast' }, 'adapter')).toMatchObject({
      errorMode: 'fail-fast',
    });
    expect(obligationsOf(suite, NO_CLAIMS, 'adapter')).not.toHaveProperty('errorMode');
  });
});
