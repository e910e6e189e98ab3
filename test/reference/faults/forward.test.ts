// Each fault of an intermediary alters what is passed on of some case of its own requirement, and never what is understood.
import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../src/event/types.js';
import { toWire } from '../../../src/event/wire.js';
import { FORWARD_FAULTS } from '../../../src/reference/faults/forward.js';
import { receiveWith } from '../../../src/reference/receive-with.js';
import { loadSuite } from '../../../suites/suite.js';

const TOKEN = 't0123456789ab';
const EMPTY = { headers: [], body: new Uint8Array() };
const textOf = (event: CloudEvent): string => JSON.stringify(toWire(event));
const cases = loadSuite().cases.filter(({ task }) => task === 'forward');

describe('faults of an intermediary', () => {
  it('have names of their own, and a role', () => {
    expect(new Set(FORWARD_FAULTS.map(({ name }) => name)).size).toBe(FORWARD_FAULTS.length);
    for (const { role, forward } of FORWARD_FAULTS) {
      expect(role).toBe('intermediary');
      expect(forward).toBeDefined();
    }
  });

  it.each(FORWARD_FAULTS)('$name alters an event of its requirement', ({ forward, requirement }) => {
    const altered = cases.filter((item) => {
      const [request] = item.stimulus(TOKEN);
      if (request?.binding !== undefined) return false;
      const outcome = request && receiveWith(request, []);
      if (item.requirement.id !== requirement || outcome?.kind !== 'events') return false;
      return outcome.events.some((event) => textOf(forward?.(event, request ?? EMPTY) ?? event) !== textOf(event));
    });
    expect(altered).not.toEqual([]);
  });

  it.each(FORWARD_FAULTS)(
    '$name leaves alone what is understood, and what is written when it is asked for',
    (fault) => {
      for (const part of ['message', 'outcome', 'emit', 'tolerates'] as const) expect(fault).not.toHaveProperty(part);
    },
  );
});
