import { expect, test } from 'vitest';
import { sectionLink } from '../../suites/links.js';
import { loadRegistry } from '../../suites/registry.js';

const registry = loadRegistry();
const RELEASED = 'https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents';
const MAIN = 'https://github.com/cloudevents/spec/blob/main/cloudevents';

const link = (id: string, spec: '1.0.2' | 'main'): string => {
  const requirement = registry.requirements.get(id);
  if (requirement === undefined) throw new Error(`no requirement ${id}`);
  return sectionLink(requirement, spec);
};

test('a requirement of both versions is linked in the one that is asked for', () => {
  expect(link('http.dec.once', '1.0.2')).toBe(`${RELEASED}/bindings/http-protocol-binding.md#3132-http-header-values`);
  expect(link('http.dec.once', 'main')).toBe(`${MAIN}/bindings/http-protocol-binding.md#3132-http-header-values`);
});

test('an anchor that was renamed is the one of that version', () => {
  expect(link('core.name.charset', '1.0.2')).toBe(`${RELEASED}/spec.md#attribute-naming-convention`);
  expect(link('core.name.charset', 'main')).toBe(`${MAIN}/spec.md#naming-conventions`);
});

test('a rule that moved to another document is linked where it was', () => {
  expect(link('core.batch.mixed', '1.0.2')).toBe(
    `${RELEASED}/bindings/http-protocol-binding.md#332-event-data-encoding`,
  );
  expect(link('core.batch.mixed', 'main')).toBe(`${MAIN}/spec.md#message`);
});

test('a requirement of one version is always linked there', () => {
  expect(link('core.dct.case', '1.0.2')).toBe(`${MAIN}/spec.md#datacontenttype`);
  expect(link('json.batch.indicated', 'main')).toBe(`${RELEASED}/formats/json-format.md#4-json-batch-format`);
});

test('CESQL is linked at its own release', () => {
  expect(link('cesql.cast.all', '1.0.2')).toBe(
    'https://github.com/cloudevents/spec/blob/cesql%40v1.0.0/cesql/spec.md#37-type-casting',
  );
  expect(link('cesql.cast.all', 'main')).toBe(
    'https://github.com/cloudevents/spec/blob/main/cesql/spec.md#37-type-casting',
  );
});

test('every requirement has a link to a section on both versions', () => {
  for (const requirement of registry.requirements.values()) {
    for (const spec of ['1.0.2', 'main'] as const) {
      expect(sectionLink(requirement, spec), requirement.id).toMatch(/^https:\/\/github\.com\/[!-~]+\.md#[a-z0-9-]+$/);
    }
  }
});

test('sections with a number print it', () => {
  expect(registry.requirements.get('http.dec.once')?.section['1.0.2']?.title).toBe('3.1.3.2. HTTP Header Values');
});
