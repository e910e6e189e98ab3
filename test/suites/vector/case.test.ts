import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../../src/engine/requirement.js';
import { loadRegistry } from '../../../suites/registry.js';
import { casesOf } from '../../../suites/vector/case.js';
import { BASELINE } from '../../../suites/vector/prerequisites.js';
import type { Vector } from '../../../suites/vector/types.js';

const BASE = { attributes: { id: '{token}' }, data: { text: '{token}' } } as const;

describe('casesOf', () => {
  it('makes one case for each carrier, named by requirement, variant and carrier', () => {
    const cases = casesOf(vector({ carriers: ['http-binary', 'http-batch'] }), requirement('core.type.str'), BASE);
    expect(cases.map(({ id }) => id)).toEqual(['core.type.str/probe@http-binary', 'core.type.str/probe@http-batch']);
  });

  it('rests every case on the plainest event over the same carrier', () => {
    expect(requires({ carriers: ['http-batch'] })).toEqual([{ id: `${BASELINE}@http-batch`, outcome: 'accepted' }]);
  });

  it('does not rest the most ordinary event on itself', () => {
    const ordinary = vector({ requirement: 'core.attr.minimal', variant: 'ordinary' });
    const [item] = casesOf(ordinary, requirement('core.attr.minimal'), BASE);
    expect(item?.requires).toEqual([]);
  });

  it.each([
    ['a change', { unset: ['datacontenttype'], data: 'none' }],
    ['a JSON text', { json: '{ "id" : "{token}", "data" : null }' }],
  ] as const)('rests an event with neither data nor type on the bare one: %s', (_, event) => {
    expect(requires({ event }).slice(1)).toEqual([{ id: 'core.attr.minimal/plain@http-binary', outcome: 'accepted' }]);
  });

  it.each([
    ['data', { json: '{ "id" : "{token}", "data" : 0 }' }],
    ['a type', { data: 'none' }],
    ['no JSON at all', { json: '{ "id" ' }],
  ] as const)('does not, if it has %s', (_, event) => {
    expect(requires({ event })).toHaveLength(1);
  });

  it('rests a batch on the bare event if one of its events is bare', () => {
    expect(requires({ batch: [{}, { unset: ['datacontenttype'], data: 'none' }] })).toHaveLength(2);
  });

  it('asks for a pass where the prerequisite begins with a plus sign', () => {
    expect(requires({ requires: ['core.ext.unknown/one', '+core.ext.many/one'] }).slice(1)).toEqual([
      { id: 'core.ext.unknown/one@http-binary', outcome: 'accepted' },
      { id: 'core.ext.many/one@http-binary', outcome: 'passed' },
    ]);
  });

  it('leaves a prerequisite of one carrier out over the others', () => {
    const needsHeaders = ['+http.dec.pct/euro@http-binary'];
    expect(requires({ requires: needsHeaders, carriers: ['http-binary'] }).slice(1)).toEqual([
      { id: 'http.dec.pct/euro@http-binary', outcome: 'passed' },
    ]);
    expect(requires({ requires: needsHeaders, carriers: ['http-structured'] }).slice(1)).toEqual([]);
  });

  it('rests a vector with an empty list on nothing', () => {
    expect(requires({ requires: [] })).toEqual([]);
  });

  it('weakens the level where the vector says so', () => {
    const [item] = casesOf(vector({ level: 'should' }), requirement('core.type.str'), BASE);
    expect(item?.level).toBe('should');
  });

  it('puts the token of the run into the stimulus', () => {
    const [item] = casesOf(vector({}), requirement('core.type.str'), BASE);
    const [request] = item?.stimulus('tabc') ?? [];
    expect(request?.headers).toContainEqual(['ce-id', 'tabc']);
    expect(Buffer.from(request?.body ?? []).toString()).toBe('tabc');
  });
});

function vector(change: Partial<Vector>): Vector {
  return { requirement: 'core.type.str', variant: 'probe', title: 'a probe', carriers: ['http-binary'], ...change };
}

function requires(change: Partial<Vector>) {
  return casesOf(vector(change), requirement('core.type.str'), BASE)[0]?.requires ?? [];
}

function requirement(id: string): Requirement {
  const found = loadRegistry().requirements.get(id);
  if (found === undefined) throw new Error(`there is no requirement ${id}`);
  return found;
}
