import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import { MODES } from '../../../src/report/interop/build-interop.js';
import { LEGEND, SIDES } from '../../../src/report/interop/marks.js';
import { INTEROP_SCHEMA, type Interop } from '../../../src/report/interop/types.js';
import { hostileResult, noLosses, someLosses } from './helpers/results.js';

const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'interop.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
const errors = (value: unknown) => (validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors);

describe('the schema describes', () => {
  test.each<[string, () => Interop]>([
    ['a result with losses', someLosses],
    ['one without', noLosses],
    ['one of every kind of loss, with all that may be absent', hostileResult],
  ])('%s', (_, result) => {
    expect(errors(result())).toEqual([]);
  });
});

describe('every object is closed', () => {
  // An event may have any attribute, and JSON data any member.
  const places = (
    value: unknown,
    path: readonly (string | number)[] = [],
  ): readonly (readonly (string | number)[])[] => {
    if (typeof value !== 'object' || value === null || path.at(-1) === 'attributes' || path.at(-1) === 'json')
      return [];
    const inner = Object.entries(value).flatMap(([key, member]) => places(member, [...path, key]));
    return Array.isArray(value) ? inner : [path, ...inner];
  };

  test.each<[string, () => Interop]>([
    ['a result with losses', someLosses],
    ['one with all that may be absent', hostileResult],
  ])('in %s', (_, result) => {
    const plain = JSON.parse(JSON.stringify(result()));
    const all = places(plain);
    expect(all.length).toBeGreaterThan(30);
    for (const path of all) {
      const copy = structuredClone(plain);
      const place = path.reduce((at, key) => at[key], copy);
      place.extra = 'member';
      expect(errors(copy), path.join('/')).not.toEqual([]);
    }
  });
});

test('lists of words are those of the types', () => {
  expect(schema.properties.schema.const).toBe(INTEROP_SCHEMA);
  expect(schema.$defs.mode.enum).toEqual(MODES);
  expect(schema.$defs.cell.properties.outcome.enum).toEqual(Object.keys(LEGEND));
  expect(schema.properties.causes.items.properties.side.enum).toEqual(Object.keys(SIDES));
});
