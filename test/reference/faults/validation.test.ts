// Each fault of who validates is seen by the cases of its own requirement, without a network in between.
import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/event/validate.js';
import { VALIDATION_FAULTS } from '../../../src/reference/faults/validation.js';
import { receiveWith } from '../../../src/reference/receive-with.js';
import { loadSuite } from '../../../suites/suite.js';

const suite = loadSuite();
const TOKEN = 't0123456789ab';
const strict = suite.cases.filter(({ task, whenValidating }) => task === 'decode' && whenValidating !== undefined);

describe('faults of who validates', () => {
  it('have names of their own, and a requirement that is judged of who validates', () => {
    expect(new Set(VALIDATION_FAULTS.map(({ name }) => name)).size).toBe(VALIDATION_FAULTS.length);
    const judged = new Set(strict.map(({ requirement }) => requirement.id));
    for (const { requirement, role } of VALIDATION_FAULTS) {
      expect(judged).toContain(requirement);
      expect(role).toBe('validator');
    }
  });

  it.each(VALIDATION_FAULTS)('$name lets an invalid event of its requirement through', (fault) => {
    const through = strict.filter(({ requirement, stimulus }) => {
      const [request] = stimulus(TOKEN);
      return (
        requirement.id === fault.requirement && request !== undefined && receiveWith(request, [fault]).kind === 'events'
      );
    });
    expect(through).not.toEqual([]);
  });

  it.each(VALIDATION_FAULTS)('$name changes nothing that is valid', (fault) => {
    for (const carrier of ['http-binary', 'http-structured', 'http-batch'] as const) {
      const [request] = suite.baseline(carrier).stimulus(TOKEN);
      if (request === undefined) throw new Error('no request');
      const outcome = receiveWith(request, [fault]);
      expect(outcome).toEqual(receiveWith(request, []));
      expect(outcome.kind === 'events' && outcome.events.flatMap((event) => validate(event, '1.0.2'))).toEqual([]);
    }
  });

  it('are there for every requirement that who validates must keep', () => {
    const covered = new Set(VALIDATION_FAULTS.map(({ requirement }) => requirement));
    const needed = new Set(strict.map(({ requirement }) => requirement.id));
    expect([...needed].filter((id) => !covered.has(id))).toEqual([]);
  });
});
