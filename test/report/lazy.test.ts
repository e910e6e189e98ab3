import { describe, expect, test } from 'vitest';
import { withLazy } from '../../src/report/lazy.js';

describe('withLazy', () => {
  const counted = () => {
    let made = 0;
    const target = withLazy({ id: 'a' }, 'evidence', () => {
      made++;
      return { bytes: 3 };
    });
    return { target, made: () => made };
  };

  test('makes the member when it is read, and once', () => {
    const { target, made } = counted();
    expect(made()).toBe(0);
    expect(target.evidence).toBe(target.evidence);
    expect(made()).toBe(1);
  });

  test('is a member like any other for whoever writes, copies or compares', () => {
    expect(JSON.stringify(counted().target)).toBe('{"id":"a","evidence":{"bytes":3}}');
    expect({ ...counted().target }).toEqual({ id: 'a', evidence: { bytes: 3 } });
    expect(Object.keys(counted().target)).toEqual(['id', 'evidence']);
  });

  test('cannot be written over once it is there', () => {
    const { target } = counted();
    expect(target.evidence).toEqual({ bytes: 3 });
    expect(() => Object.assign(target, { evidence: 'other' })).toThrow(TypeError);
  });
});
