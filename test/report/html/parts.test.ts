import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, anchor } from '../../../src/report/html/anchor.js';
import { bar } from '../../../src/report/html/bar.js';
import { diffLines } from '../../../src/report/html/diff-lines.js';
import { outlineOf } from '../../../src/report/html/outline-of.js';
import { tally, tallyText } from '../../../src/report/html/tally.js';
import { loadRegistry } from '../../../suites/registry.js';
import { reportOf, requirementOf } from '../text/helpers/reports.js';

describe('a bar', () => {
  test('has a part for each count that is not nothing, and is full', () => {
    expect(
      bar([
        ['verified', 3],
        ['failed', 1],
        ['open', 0],
      ]).html,
    ).toBe(
      '<svg class="bar" aria-hidden="true" focusable="false"><rect class="verified" x="0%" width="75%" height="100%"/><rect class="failed" x="75%" width="25%" height="100%"/></svg>',
    );
  });

  test('one of very many is still seen', () => {
    expect(
      bar([
        ['verified', 999],
        ['failed', 1],
      ]).html,
    ).toMatch(/class="failed" x="98[^"]*" width="1\.9\d%"/);
  });

  test('of nothing is an empty track', () => {
    expect(bar([['verified', 0]]).html).toBe('<svg class="bar" aria-hidden="true" focusable="false"></svg>');
  });
});

test('a tally names what there is', () => {
  const requirements = [requirementOf('a'), requirementOf('b'), requirementOf('c', { outcome: 'open' })];
  expect(tallyText(tally(requirements))).toBe('2 verified · 1 not decided');
});

describe('a difference', () => {
  test('has a line for each value', () => {
    expect(diffLines({ a: 1, b: 2 }, { a: 1, b: 3 })).toEqual([
      [0, '{'],
      [0, '  "a": 1,'],
      [-1, '  "b": 2'],
      [1, '  "b": 3'],
      [0, '}'],
    ]);
  });

  test('of words is these words', () => {
    expect(diffLines('accepted', 'refused:\nno')).toEqual([
      [-1, 'accepted'],
      [1, 'refused:\\nno'],
    ]);
  });

  test('of equal values has no side', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => diffLines(value as never, value as never).every(([side]) => side === 0)),
    );
  });

  test('each side is there in full', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        fc.pre(typeof a === 'object' && typeof b === 'object' && JSON.stringify([a, b]).length < 300);
        const lines = diffLines(a as never, b as never);
        const side = (one: -1 | 1): string =>
          lines
            .filter(([which]) => which !== -one)
            .map(([, line]) => line)
            .join('\n');
        expect(side(-1)).toBe(JSON.stringify(a, null, 2));
        expect(side(1)).toBe(JSON.stringify(b, null, 2));
      }),
    );
  });

  test('of what is too much ends, one value behind the other', () => {
    const many = (sign: string): string[] => Array.from({ length: 5000 }, (_, index) => `${sign}${index}`);
    const lines = diffLines(many('a'), many('b'));
    expect(lines).toHaveLength(10_004);
    expect(lines[0]).toEqual([-1, '[']);
    expect(lines.at(-1)).toEqual([1, ']']);
  });
});

describe('the outline', () => {
  const of = (...ids: readonly string[]) => {
    const registry = loadRegistry();
    const requirements = ids.map((id) => {
      const section = registry.requirements.get(id)?.section['1.0.2'];
      return requirementOf(id, section === undefined ? {} : { document: section.document, section: section.title });
    });
    return outlineOf(reportOf({ requirements }), registry);
  };

  test('has documents in the order of the registry, and sections in that of the text', () => {
    const outline = of(
      'http.dec.pct',
      'core.size.over',
      'http.mode.both',
      'core.type.str',
      'core.id.opaque',
      'http.dec.once',
    );
    expect(
      outline.map(({ id, sections }) => [
        id,
        ...sections.map(({ title, requirements }) => `${title} ${requirements.length}`),
      ]),
    ).toEqual([
      ['core', 'Type System 1', 'id 1', 'Size Limits 1'],
      ['http', '1.3. Content Modes 1', '3.1.3.2. HTTP Header Values 2'],
    ]);
    expect(outline.flatMap(({ sections }) => sections.map(({ id }) => id))).toEqual([
      'core/type-system',
      'core/id',
      'core/size-limits',
      'http/1.3',
      'http/3.1.3.2',
    ]);
  });

  test('links a section where the registry knows it, and a foreign one nowhere', () => {
    const [http, foreign] = [of('http.dec.pct'), of('no.such.rule')];
    expect(http[0]?.sections[0]?.href).toMatch(
      /^https:\/\/github\.com\/cloudevents\/spec\/blob\/.*#3132-http-header-values$/,
    );
    expect(foreign).toMatchObject([{ id: 'no', title: 'no', sections: [{ id: 'no/3.1' }] }]);
    expect(foreign[0]?.sections[0]).not.toHaveProperty('href');
  });
});

describe('an address', () => {
  test('is what is read in it', () => {
    expect(addressOf('http.dec.pct/euro@http-binary')).toBe('#http.dec.pct/euro@http-binary');
    expect(addressOf('a b"<')).toBe('#a%20b%22%3C');
  });

  test('an anchor is no place for any text', () => {
    expect(anchor('http.dec.pct')?.html).toBe(' id="http.dec.pct"');
    expect(anchor('a b')).toBeUndefined();
    expect(anchor('"><script>')).toBeUndefined();
  });
});
