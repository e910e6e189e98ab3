import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CARRIERS, type Carrier } from '../../src/engine/carriers.js';
import { tokenOf } from '../../src/engine/random.js';
import { loadFixtures } from '../../suites/fixtures.js';
import { PROFILES } from '../../suites/profiles.js';
import { loadRegistry } from '../../suites/registry.js';
import { assemble, loadSuite } from '../../suites/suite.js';
import { vector } from '../engine/tiny-suite.js';

const suite = loadSuite();
const byId = new Map(suite.cases.map((item) => [item.id, item]));
const broken = (message: RegExp) =>
  expect.objectContaining({
    message: expect.stringMatching(message),
    diagnostic: expect.objectContaining({ exit: 4 }),
  });

/** The mode that an event is passed on in, by the one it came in. */
const OTHER: Readonly<Partial<Record<Carrier, Carrier>>> = {
  'http-binary': 'http-structured',
  'http-structured': 'http-binary',
  'kafka-binary': 'kafka-structured',
  'kafka-structured': 'kafka-binary',
  'mqtt5-binary': 'mqtt5-structured',
  'mqtt5-structured': 'mqtt5-binary',
};

describe('the suite', () => {
  it('has cases, each with an id of its own and a requirement of the registry', () => {
    expect(byId.size).toBe(suite.cases.length);
    expect(byId.size).toBeGreaterThan(0);
    for (const item of suite.cases) {
      expect(item.id).toMatch(
        /^((core|json|http|kafka|mqtt[35]?)\.[a-z0-9.-]+\/[a-z0-9.-]+@(http|kafka|mqtt[35])(-(binary|structured|batch))?|cesql\.[a-z0-9.-]+\/[a-z0-9-]+@(evaluate|filter))$/,
      );
      // What is captured can be asked of all messages together, whatever mode they are in.
      if (/@(?:http|kafka|mqtt[35])$/.test(item.id)) expect(item.task, item.id).toBe('capture');
      expect(item.requirement).toBe(suite.requirements.get(item.requirement.id));
    }
  });

  it('stands in the order of the registry', () => {
    const order = [...suite.requirements.keys()];
    const places = suite.cases.map(({ requirement }) => order.indexOf(requirement.id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('rests on cases that exist, over the same carrier', () => {
    for (const { id, task, carrier, requires, twin } of suite.cases) {
      for (const other of [...requires.map((one) => one.id), ...(twin === undefined ? [] : [twin])]) {
        const found = byId.get(other);
        // What is passed on is written in the other mode, and rests on what is written there.
        const isWriter = task === 'forward' && found?.task === 'encode';
        expect(found?.carrier, `${id} rests on ${other}`).toBe(isWriter ? OTHER[carrier as Carrier] : carrier);
      }
    }
  });

  it('rests on nothing in a circle', () => {
    for (const start of suite.cases) {
      const met = new Set(start.requires.map(({ id }) => id));
      for (const id of met) for (const next of byId.get(id)?.requires ?? []) met.add(next.id);
      expect(met.has(start.id), start.id).toBe(false);
    }
  });

  it('has a twin for every case in which something is to be refused, or nothing to come out', () => {
    // Who is asked for a batch of no events is asked for a message all the same, and what is captured was not asked for.
    const handedIn = suite.cases.filter(({ task }) => task === 'decode' || task === 'forward');
    for (const { id, twin, requirement, events, expected } of handedIn) {
      const isNothing =
        requirement.code === 'rej' || requirement.code === 'soft' || (expected !== undefined && events === 0);
      if (isNothing) expect(twin, id).toBeDefined();
    }
  });

  it('has no MUST case that can only be recorded: it would keep every target from being conformant', () => {
    for (const { id, level, expected } of suite.cases) {
      if (expected === undefined) expect(['info', 'may'], id).toContain(level);
    }
  });

  it('sends the same for the same token', () => {
    const changing = suite.cases.filter((item) => {
      const token = tokenOf('test', item.id);
      return !isDeepStrictEqual(item.stimulus(token), item.stimulus(token));
    });
    expect(changing.map(({ id }) => id)).toEqual([]);
  });

  it('has a baseline for every carrier', () => {
    for (const carrier of CARRIERS) expect(suite.baseline(carrier)).toMatchObject({ carrier, requires: [] });
  });

  it('has the same digest each time, and another when a vector changes', () => {
    const [registry, fixtures] = [loadRegistry(), loadFixtures()];
    expect(assemble(registry, fixtures).digest).toBe(suite.digest);
    expect(assemble(registry, { ...fixtures, digest: 'other' }).digest).not.toBe(suite.digest);
  });

  it('has a place in a profile for every case', () => {
    for (const item of suite.cases)
      expect(
        PROFILES.some(({ includes, tasks }) => tasks.includes(item.task) && includes(item, { validates: false })),
      ).toBe(true);
    expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(PROFILES.length);
    for (const { id, reveal } of PROFILES) expect(reveal !== '').toBe(id !== 'http-acceptance');
  });
});

describe('assemble', () => {
  const [registry, fixtures] = [loadRegistry(), loadFixtures()];
  const having = (...vectors: readonly ReturnType<typeof vector>[]) =>
    assemble(registry, { ...fixtures, files: [{ document: 'core', section: '', vectors }] });

  it('does not take a vector that no requirement stands behind', () => {
    expect(() => having(vector('core.nothing/x'))).toThrowError(broken(/there is no requirement core\.nothing/));
  });

  it('does not take two vectors of one name, and says which', () => {
    const twice = vector('core.type.str/x');
    expect(() => having(twice, twice)).toThrowError(
      broken(/two vectors make the case core\.type\.str\/x@http-structured/),
    );
  });

  it('misses a baseline only when it is asked for', () => {
    expect(() => having().baseline('http-binary')).toThrowError(broken(/there is no core\.attr\.minimal/));
  });
});
