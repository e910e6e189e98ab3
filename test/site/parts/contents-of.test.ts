import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../../src/site/parts/contents-of.js';
import { loadRegistry } from '../../../suites/registry.js';

describe('the table of contents', () => {
  const registry = loadRegistry();
  const documents = contentsOf(registry);

  test('holds every requirement once', () => {
    const ids = documents.flatMap(({ sections }) =>
      sections.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
    );
    expect(ids.toSorted()).toEqual([...registry.requirements.keys()].toSorted());
  });

  test('is in the order of the documents, and of their sections by number or place', () => {
    expect(documents.map(({ id }) => id)).toEqual(['core', 'json', 'http', 'kafka', 'mqtt', 'cesql']);
    const titles = (id: string): readonly string[] =>
      documents.find((one) => one.id === id)?.sections.map(({ title }) => title) ?? [];
    expect(titles('http')).toEqual([
      '1.2. Relation to HTTP',
      '1.3. Content Modes',
      '1.4. Event Formats',
      '3. HTTP Message Mapping',
      '3.1.1. HTTP Content-Type',
      '3.1.2. Event Data Encoding',
      '3.1.3. Metadata Headers',
      '3.1.3.1. HTTP Header Names',
      '3.1.3.2. HTTP Header Values',
      '3.2.1. HTTP Content-Type',
      '3.2.2. Event Data Encoding',
      '3.2.3. Metadata Headers',
      '3.3. Batched Content Mode',
      '3.3.1. HTTP Content-Type',
      '3.3.2. Event Data Encoding',
    ]);
    const core = titles('core');
    for (const [first, second] of [
      ['Notational Conventions', 'Context Attributes'],
      ['Context Attributes', 'Type System'],
      ['Type System', 'id'],
      ['id', 'datacontenttype'],
      ['datacontenttype', 'Event Data'],
      ['Event Data', 'Size Limits'],
    ] as const) {
      expect([first, second, core.indexOf(first) < core.indexOf(second)]).toEqual([first, second, true]);
    }
  });

  test('links each section to the specification', () => {
    const [http] = documents.filter(({ id }) => id === 'http');
    expect(http?.sections.find(({ title }) => title === '3.1.3.2. HTTP Header Values')?.url).toBe(
      'https://github.com/cloudevents/spec/blob/ce%40v1.0.2/cloudevents/bindings/http-protocol-binding.md#3132-http-header-values',
    );
  });
});
