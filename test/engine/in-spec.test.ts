import { expect, test } from 'vitest';
import { inSpec } from '../../src/engine/in-spec.js';
import { loadRegistry } from '../../suites/registry.js';

test.each([
  ['http.dec.once', true, true],
  ['core.name.charset', true, true],
  ['core.attr.unique', false, true],
  ['json.batch.indicated', true, false],
])('%s: 1.0.2 %s, main %s', (id, released, main) => {
  const requirement = loadRegistry().requirements.get(id);
  if (requirement === undefined) throw new Error(`no requirement ${id}`);
  expect(inSpec(requirement, '1.0.2')).toBe(released);
  expect(inSpec(requirement, 'main')).toBe(main);
});
