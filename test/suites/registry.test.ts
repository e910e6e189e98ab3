import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { inSpec } from '../../src/engine/in-spec.js';
import { packageRoot } from '../../src/engine/package-root.js';
import { DOCUMENTS, documentOf, type Requirement } from '../../src/engine/requirement.js';
import type { SpecVersion } from '../../src/event/types.js';
import { loadRegistry, resolveId } from '../../suites/registry.js';

const registry = loadRegistry();
const requirements = [...registry.requirements.values()];
const SPECS: readonly SpecVersion[] = ['1.0.2', 'main'];
const readJson = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(packageRoot(), ...path), 'utf8'));

const resting = (statement: string, spec: SpecVersion): readonly Requirement[] =>
  requirements.filter(({ statements }) => statements[spec].includes(statement));

describe('counts', () => {
  const forReceivers = requirements.filter(({ role }) => role === 'receiver' || role === 'any');

  test('451 requirements, 173 of receivers, 75 of those must on 1.0.2', () => {
    expect(requirements).toHaveLength(451);
    expect(forReceivers).toHaveLength(173);
    expect(forReceivers.filter((item) => item.level === 'must' && inSpec(item, '1.0.2'))).toHaveLength(75);
  });

  test.each([
    ['core', 84],
    ['json', 68],
    ['http', 69],
    ['kafka', 48],
    ['mqtt', 40],
    ['cesql', 142],
  ])('%s has %i', (document, count) => {
    expect(requirements.filter(({ id }) => documentOf(id) === document)).toHaveLength(count);
  });

  test('one refusal is demanded of receivers, and six of engines', () => {
    expect(requirements.filter(({ code }) => code === 'rej').map(({ id }) => id)).toEqual([
      'http.dec.bad-utf8',
      'cesql.lex.int-over',
      'cesql.id.bad',
      'cesql.parse.paren',
      'cesql.parse.bad',
      'cesql.like.pattern',
      'cesql.fn.overload-bad',
    ]);
  });

  test('CESQL is about engines, and about brokers that filter by it', () => {
    const ofCesql = requirements.filter(({ id }) => id.startsWith('cesql.'));
    const brokers = ofCesql.filter(({ role }) => role === 'broker');
    expect(brokers.map(({ id }) => id)).toEqual(['cesql.filter.bool', 'cesql.filter.error', 'cesql.filter.fast']);
    expect(brokers.every(({ needs }) => needs.join() === 'sink')).toBe(true);
    const engines = ofCesql.filter(({ role }) => role === 'engine');
    expect(engines).toHaveLength(ofCesql.length - brokers.length);
    expect(engines.every(({ needs }) => needs.join() === 'value')).toBe(true);
    expect(engines.filter(({ level }) => level === 'must')).toHaveLength(114);
  });
});

describe('ids', () => {
  test('are unique across the files', () => {
    const ids = DOCUMENTS.flatMap((document) => {
      const file = readJson('suites', document, 'requirements.json') as {
        readonly requirements: readonly Requirement[];
      };
      return file.requirements.map(({ id }) => id);
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(requirements.map(({ id }) => id));
  });

  test('begin with their document and hold no version', () => {
    for (const { id } of requirements) {
      expect(id).toMatch(/^(core|json|http|kafka|mqtt[35]?|cesql)(\.[a-z0-9-]+)+$/);
      expect(id).not.toMatch(/(^|\.)v?\d/);
    }
  });

  test('are those of the committed list: a rename needs an alias, a removal a decision', async () => {
    await expect(`${requirements.map(({ id }) => id).join('\n')}\n`).toMatchFileSnapshot('__snapshots__/ids.txt');
  });

  test('resolve: present ids to themselves, former ids through the table, others to nothing', () => {
    expect(resolveId('http.dec.once')).toBe('http.dec.once');
    expect(resolveId('http.dec.twice')).toBeUndefined();
    const renamed = {
      ...registry,
      aliases: new Map([
        ['http.dec.single', 'http.dec.once'],
        ['http.dec.lost', 'http.dec.gone'],
      ]),
    };
    expect(resolveId('http.dec.single', renamed)).toBe('http.dec.once');
    expect(resolveId('http.dec.lost', renamed)).toBeUndefined();
  });

  test('aliases lead to present ids and shadow none', () => {
    for (const [former, present] of registry.aliases) {
      expect(registry.requirements.has(present)).toBe(true);
      expect(registry.requirements.has(former)).toBe(false);
    }
  });
});

describe('schema', () => {
  const schema = readJson('schemas', 'registry.schema.json') as { readonly $id: string };
  // `strictTypes` would ask for a `type` beside every `enum`.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  ajv.addSchema(schema);
  const errors = (fragment: string, value: unknown): unknown => {
    const validate = ajv.getSchema(`${schema.$id}${fragment}`);
    if (validate === undefined) throw new Error(`no schema ${fragment}`);
    return validate(value) === true ? [] : validate.errors;
  };

  test.each(DOCUMENTS)('%s/requirements.json', (document) => {
    expect(errors('', readJson('suites', document, 'requirements.json'))).toEqual([]);
  });

  test('positions, aliases and every statement', () => {
    expect(errors('#/$defs/positions', readJson('suites', 'positions.json'))).toEqual([]);
    expect(errors('#/$defs/aliases', readJson('suites', 'aliases.json'))).toEqual([]);
    for (const spec of SPECS) {
      for (const statement of registry.statements[spec]) expect(errors('#/$defs/statement', statement)).toEqual([]);
    }
  });

  test('refuses an unknown level, a missing rule and a member it does not know', () => {
    const [requirement] = requirements;
    const { rule: _, ...ruleless } = { ...requirement, rule: '' };
    expect(errors('#/$defs/requirement', requirement)).toEqual([]);
    expect(errors('#/$defs/requirement', { ...requirement, level: 'must*' })).not.toEqual([]);
    expect(errors('#/$defs/requirement', ruleless)).not.toEqual([]);
    expect(errors('#/$defs/requirement', { ...requirement, note: 'x' })).not.toEqual([]);
  });
});

describe('positions', () => {
  test('are A01 to A21, A30 to A4A and A60 to A78', () => {
    const numbers = [
      ...Array.from({ length: 21 }, (_, index) => index + 1),
      ...Array.from({ length: 20 }, (_, index) => index + 30),
      '4A',
      ...Array.from({ length: 19 }, (_, index) => index + 60),
    ];
    expect([...registry.positions.keys()]).toEqual(numbers.map((number) => `A${String(number).padStart(2, '0')}`));
  });

  test('exist wherever a requirement names them, for its document', () => {
    for (const { id, positions } of requirements) {
      for (const position of positions) {
        expect(registry.positions.get(position)?.documents, `${position} of ${id}`).toContain(documentOf(id));
      }
    }
  });

  test('influence at least one requirement of each document they name', () => {
    for (const { id, documents } of registry.positions.values()) {
      const named = requirements.filter(({ positions }) => positions.includes(id)).map((item) => documentOf(item.id));
      expect([...new Set(named)].sort(), id).toEqual([...documents].sort());
    }
  });

  test('A01 stands at every soft requirement and at no other', () => {
    for (const { id, code, positions } of requirements) expect(positions.includes('A01'), id).toBe(code === 'soft');
  });

  test.each([
    ['core.type.uri-fragment', 'A04'],
    ['core.ext.empty-string', 'A16'],
    ['http.bin.empty-value', 'A16'],
    ['core.attr.duplicate', 'A18'],
    ['http.enc.percent', 'A31'],
    ['http.dec.once', 'A31'],
    ['http.dec.bad-utf8', 'A33'],
    ['cesql.cast.int-bool', 'A60'],
    ['cesql.prec.left-logic', 'A63'],
  ])('%s names %s', (id, position) => {
    expect(registry.requirements.get(id)?.positions).toContain(position);
  });
});

describe('statements', () => {
  test('215 of 1.0.2, 225 of main, each id once', () => {
    for (const [spec, count] of [
      ['1.0.2', 215],
      ['main', 225],
    ] as const) {
      const ids = registry.statements[spec].map(({ id }) => id);
      expect(ids).toHaveLength(count);
      expect(new Set(ids).size).toBe(count);
    }
  });

  test.each(SPECS)('each of %s rests under a requirement, or has a written reason, and not both', (spec) => {
    for (const { id } of registry.statements[spec]) {
      expect(resting(id, spec).length > 0, id).toBe(!registry.notTestable[spec].has(id));
    }
  });

  test.each(SPECS)('each that %s is said to have is in its index', (spec) => {
    const known = new Set(registry.statements[spec].map(({ id }) => id));
    const cited = [...requirements.flatMap(({ statements }) => statements[spec]), ...registry.notTestable[spec].keys()];
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  test('an unchanged sentence carries the same requirements in both versions', () => {
    const once = (spec: SpecVersion) => {
      const all = registry.statements[spec].map((item) => ({ ...item, key: `${item.id.split('/')[0]} ${item.fp}` }));
      return new Map(
        all.filter(({ key }) => all.filter((item) => item.key === key).length === 1).map((item) => [item.key, item.id]),
      );
    };
    const main = once('main');
    const inBoth = (items: readonly Requirement[]) => items.filter(({ since }) => since === 'same').map(({ id }) => id);
    const pairs = [...once('1.0.2')].flatMap(([key, id]) =>
      main.has(key) ? [[id, main.get(key) ?? ''] as const] : [],
    );
    expect(pairs.length).toBeGreaterThan(90);
    for (const [before, after] of pairs) {
      expect(inBoth(resting(before, '1.0.2')), before).toEqual(inBoth(resting(after, 'main')));
    }
  });
});

describe('versions', () => {
  test('a version that lacks a requirement gives it neither section nor statements', () => {
    for (const requirement of requirements) {
      for (const spec of SPECS) {
        const has = inSpec(requirement, spec);
        expect(requirement.section[spec] !== undefined, `${requirement.id} on ${spec}`).toBe(has);
        if (!has) expect(requirement.statements[spec]).toEqual([]);
      }
    }
  });

  test('a keyword behind a requirement on one version is behind it on the other, unless reworded', () => {
    for (const { id, since, statements } of requirements) {
      if (since === 'same') expect(statements['1.0.2'].length > 0, id).toBe(statements.main.length > 0);
    }
  });

  test('a must without inference rests on a statement with that keyword', () => {
    const keywords = new Map(
      SPECS.flatMap((spec) => registry.statements[spec].map(({ id, keyword }) => [`${spec} ${id}`, keyword])),
    );
    for (const requirement of requirements) {
      if (requirement.level !== 'must' || requirement.inferred) continue;
      const behind = SPECS.flatMap((spec) =>
        requirement.statements[spec].map((id) => keywords.get(`${spec} ${id}`) ?? ''),
      );
      expect(
        behind.some((keyword) => /^(MUST|REQUIRED)/.test(keyword)),
        requirement.id,
      ).toBe(true);
    }
  });

  test('json.batch.indicated is the one requirement that main dropped', () => {
    expect(requirements.filter(({ since }) => since === '1.0.2').map(({ id }) => id)).toEqual(['json.batch.indicated']);
    expect(requirements.filter(({ since }) => since === 'main')).toHaveLength(19);
  });
});
