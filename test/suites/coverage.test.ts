import { describe, expect, test } from 'vitest';
import { coverage } from '../../suites/coverage.js';
import { loadRegistry, type Registry } from '../../suites/registry.js';
import { requirement } from '../engine/tiny-suite.js';

const full = loadRegistry();

const statement = (id: string) => ({ id, fp: '0123456789', keyword: 'MUST', section: 'one', line: 1 });
const resting = (...ids: readonly string[]) => ({ statements: { '1.0.2': ids, main: [] } });

/** Three statements under requirements, one that cannot be tested, one that nobody mapped. */
const small: Registry = {
  documents: new Map([
    ['core', { document: 'core', title: 'Core', path: 'spec.md', specification: { '1.0.2': 'aa', main: 'bb' } }],
  ]),
  requirements: new Map(
    [
      requirement('core.one.cased', resting('core/one/1')),
      requirement('core.one.open', resting('core/one/1', 'core/one/2')),
      requirement('core.one.written', { ...resting('core/one/3'), withoutCase: 'nobody declares it' }),
      requirement('core.one.made', { ...resting('core/one/3', 'core/one/2'), role: 'producer' }),
      requirement('core.one.passed', { ...resting('core/one/3'), role: 'intermediary' }),
      requirement('core.one.later', { since: 'main', statements: { '1.0.2': [], main: ['core/one/1'] } }),
    ].map((item) => [item.id, item]),
  ),
  aliases: new Map([['core.one.former', 'core.one.cased']]),
  positions: new Map(),
  statements: {
    '1.0.2': [1, 2, 3, 4, 5].map((ordinal) => statement(`core/one/${ordinal}`)),
    main: [statement('core/one/1')],
  },
  notTestable: { '1.0.2': new Map([['core/one/4', 'a definition']]), main: new Map() },
};
const counted = (id: string, of: string) => ({ id, requirement: { id: of } });

describe('a small registry', () => {
  const report = coverage(
    small,
    [
      counted('a@http-binary', 'core.one.cased'),
      counted('a@http-structured', 'core.one.former'),
      counted('b', 'core.one.later'),
      counted('c', 'core.two'),
    ],
    '1.0.2',
  );
  const [document] = report.documents;
  const byId = new Map(document?.requirements.map((item) => [item.id, item]));
  const statements = new Map(document?.statements.map((item) => [item.id, item]));

  test('names the pinned commit', () => {
    expect(report.spec).toBe('1.0.2');
    expect(document).toMatchObject({ document: 'core', title: 'Core', path: 'spec.md', commit: 'aa' });
  });

  test('counts cases under present and former ids', () => {
    expect(byId.get('core.one.cased')).toEqual({ id: 'core.one.cased', cases: 2 });
    expect(report.totals.cases).toBe(2);
  });

  test('gives the role as the reason where nothing drives it, and the written reason where there is one', () => {
    expect(byId.get('core.one.made')?.reason).toBe('needs the producer role, which this version does not drive');
    expect(byId.get('core.one.passed')?.reason).toBe('needs the intermediary role, which this version does not drive');
    expect(byId.get('core.one.written')?.reason).toBe('nobody declares it');
  });

  test('leaves a gap a gap', () => {
    expect(byId.get('core.one.open')).toEqual({ id: 'core.one.open', cases: 0 });
    expect(statements.get('core/one/2')).not.toHaveProperty('reason');
    expect(statements.get('core/one/5')).toEqual({ ...statement('core/one/5'), requirements: [], cases: 0 });
  });

  test('shows each statement with its requirements and cases', () => {
    expect(statements.get('core/one/1')).toEqual({
      ...statement('core/one/1'),
      requirements: [
        { id: 'core.one.cased', cases: 2 },
        { id: 'core.one.open', cases: 0 },
      ],
      cases: 2,
    });
  });

  test('excuses a statement only by the reasons of all its requirements, or as not testable', () => {
    expect(statements.get('core/one/3')?.reason).toBe(
      'nobody declares it; needs the producer role, which this version does not drive; needs the intermediary role, which this version does not drive',
    );
    expect(statements.get('core/one/4')?.reason).toBe('a definition');
  });

  test('adds up', () => {
    const totals = {
      statements: { total: 5, mapped: 3, notTestable: 1, unmapped: 1, withCases: 1 },
      requirements: { total: 5, withCases: 1, withReason: 3, open: 1 },
      cases: 2,
    };
    expect(document?.totals).toEqual(totals);
    expect(report.totals).toEqual(totals);
  });

  test('names cases of requirements that this version does not have', () => {
    expect(report.strays).toEqual(['b', 'c']);
    expect(coverage(small, [counted('b', 'core.one.later')], 'main').strays).toEqual([]);
  });

  test('a reason is dropped once there is a case', () => {
    const produced = coverage(small, [counted('d', 'core.one.made')], '1.0.2');
    expect(produced.documents[0]?.requirements.find(({ id }) => id === 'core.one.made')).toEqual({
      id: 'core.one.made',
      cases: 1,
    });
  });
});

describe('the registry', () => {
  test.each(['1.0.2', 'main'] as const)('has no unmapped statement of %s', (spec) => {
    const { totals, documents } = coverage(full, [], spec);
    expect(totals.statements.unmapped).toBe(0);
    expect(totals.statements.total).toBe(full.statements[spec].length);
    expect(documents.map(({ document }) => document)).toEqual(['core', 'json', 'http', 'kafka', 'mqtt', 'cesql']);
  });

  test('main maps 60 core, 30 json, 27 http, 19 kafka, 14 mqtt and 49 cesql statements', () => {
    expect(coverage(full, [], 'main').documents.map(({ totals }) => totals.statements.mapped)).toEqual([
      60, 30, 27, 19, 14, 49,
    ]);
  });

  test('without cases every requirement that is not of producers or intermediaries is open, but for those with a reason', () => {
    const { totals } = coverage(full, [], '1.0.2');
    const open = [...full.requirements.values()].filter(
      ({ role, since, withoutCase }) =>
        role !== 'producer' && role !== 'intermediary' && since !== 'main' && withoutCase === undefined,
    );
    expect(totals.requirements).toEqual({
      total: 432,
      withCases: 0,
      withReason: 432 - open.length,
      open: open.length,
    });
  });

  test('a case closes its requirement and its statements', () => {
    const { totals, documents } = coverage(
      full,
      [counted('http.dec.once/double@http-binary', 'http.dec.once')],
      '1.0.2',
    );
    const touched = documents.flatMap(({ statements }) => statements).filter(({ cases }) => cases > 0);
    expect(totals.requirements.withCases).toBe(1);
    expect(touched.map(({ id }) => id)).toEqual(['http/3132-http-header-values/5']);
  });
});
