import { describe, expect, it } from 'vitest';
import { FAULTS, faultNamed } from '../../../src/reference/faults/index.js';
import { SUBTLE_FAULTS } from '../../../src/reference/subtle/index.js';
import { loadSuite } from '../../../suites/suite.js';

const { requirements } = loadSuite();

describe('subtle faults', () => {
  it('are 27, each of a requirement of receivers, and say what they do', () => {
    expect(SUBTLE_FAULTS).toHaveLength(27);
    for (const { name, requirement, summary, family } of SUBTLE_FAULTS) {
      expect(requirements.get(requirement)?.role).toBe('receiver');
      expect(name).toMatch(new RegExp(`^${requirement}/[a-z0-9-]+$`));
      expect(summary).toMatch(/^[a-z].*[^.]$/);
      expect(family).toBe('http');
    }
  });

  it('have names of their own, beside those that the selftest runs', () => {
    const names = new Set(FAULTS.map(({ name }) => name));
    expect(SUBTLE_FAULTS.filter(({ name }) => names.has(name))).toEqual([]);
    expect(new Set(SUBTLE_FAULTS.map(({ name }) => name)).size).toBe(SUBTLE_FAULTS.length);
  });

  it('are found by their names, and are near to what is misspelt', () => {
    for (const fault of SUBTLE_FAULTS) expect(faultNamed(fault.name)).toBe(fault);
    expect(() => faultNamed('core.ext.many/eleventh')).toThrow(
      expect.objectContaining({
        diagnostic: expect.objectContaining({ hint: expect.stringContaining('core.ext.many/tenth') }),
      }),
    );
  });
});
