import { describe, expect, test } from 'vitest';
import {
  attributeLines,
  headersByAttribute,
  isEventInHeaders,
  shortened,
  shownHeader,
} from '../../../../../suites/emission/rules/http/attribute-headers.js';

const of = (...headers: readonly (readonly [string, string])[]) => ({ headers, body: new Uint8Array() });

describe('the headers of attributes', () => {
  test('begin with ce-, in any case, and go on with a legal name', () => {
    const message = of(['CE-Id', 'a'], ['ce-x1', 'b'], ['ce-', 'c'], ['ce-a_b', 'd'], ['xce-a', 'e'], ['id', 'f']);
    expect(attributeLines(message)).toEqual([
      { name: 'id', raw: 'a' },
      { name: 'x1', raw: 'b' },
    ]);
  });

  test('are not those of datacontenttype', () => {
    expect(attributeLines(of(['ce-datacontenttype', 'text/plain']))).toEqual([]);
  });

  test('count once where lines repeat each other', () => {
    const message = of(['ce-id', 'a'], ['CE-ID', 'a'], ['ce-x', 'a'], ['ce-x', 'b']);
    expect([...headersByAttribute(message)]).toEqual([
      ['id', ['a']],
      ['x', ['a', 'b']],
    ]);
  });

  test('are an event where most of what is required is there', () => {
    const three = [
      ['ce-id', '1'],
      ['ce-source', '/'],
      ['ce-type', 't'],
    ] as const;
    expect(isEventInHeaders(of(...three))).toBe(true);
    expect(isEventInHeaders(of(...three.slice(1)))).toBe(false);
    expect(isEventInHeaders(of())).toBe(false);
  });

  test('are shown as they are, as far as they fit', () => {
    expect(shownHeader('ce-x', undefined)).toEqual({ 'ce-x': null });
    expect(shownHeader('ce-x', ['a'])).toEqual({ 'ce-x': 'a' });
    expect(shownHeader('ce-x', ['a', 'b'])).toEqual({ 'ce-x': ['a', 'b'] });
    expect(shortened('x'.repeat(400))).toHaveLength(400);
    expect(shortened('x'.repeat(500))).toBe(`${'x'.repeat(400)}…`);
  });
});
