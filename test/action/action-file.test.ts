// What action.yml may not hold, whatever its steps do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/engine/package-root.js';
import { evaluate, interpolated, isMet, type Scope } from './helpers/expression.js';
import { outputsIn, readAction } from './helpers/run-action.js';

const root = packageRoot();
const text = readFileSync(join(root, 'action.yml'), 'utf8');
const { inputs, outputs, runs } = readAction(root);

test('no script holds an expression, and every input comes by environment', () => {
  expect(runs.steps.flatMap(({ run }) => run ?? []).filter((script) => script.includes('${{'))).toEqual([]);
  const taken = [...text.matchAll(/\$\{\{[^}]*?\binputs\.([\w-]+)/g)].map(([, name]) => name);
  expect(Object.keys(inputs).filter((name) => !taken.includes(name))).toEqual([]);
});

test('an action of somebody else is pinned by the hash of a commit, with its version beside it', () => {
  const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
  expect(uses).not.toEqual([]);
  expect(uses.filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test('what is told and taken has a description, and outputs are those of a step', () => {
  const described = parse(text) as {
    readonly [part: string]: Readonly<Record<string, { readonly description?: string }>>;
  };
  for (const part of ['inputs', 'outputs'])
    for (const [name, { description }] of Object.entries(described[part] ?? {}))
      expect(description, `${part}.${name}`).toMatch(/\S/);
  for (const [name, { value }] of Object.entries(outputs)) expect(value).toBe(`\${{ steps.judge.outputs.${name} }}`);
});

test('no script of the Action takes a value for code', () => {
  const folder = join(root, 'scripts', 'action');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.sh'));
  expect(scripts.length).toBeGreaterThan(2);
  for (const name of scripts) {
    const code = readFileSync(join(folder, name), 'utf8').replaceAll(/^\s*#.*$/gm, '');
    expect(code).not.toMatch(/\beval\b|\bsh -c\b|`/);
  }
});

test('the test reads expressions as GitHub does, and refuses what it does not know', () => {
  const values: Readonly<Record<string, string>> = { 'inputs.a': 'x', 'inputs.none': '', 'steps.s.outputs.o-k': 'yes' };
  const scope: Scope = { hasFailed: true, lookup: (path) => values[path] ?? '' };
  expect(interpolated('a $' + '{{ inputs.a }}$' + '{{inputs.none}} $HOME', scope)).toBe('a x $HOME');
  expect(evaluate("inputs.a == 'X' && steps.s.outputs.o-k != ''", scope)).toBe(true);
  expect(evaluate("inputs.none || 'it''s'", scope)).toBe("it's");
  expect(isMet(undefined, scope)).toBe(false);
  expect(isMet("inputs.a == 'x'", scope)).toBe(false);
  expect(isMet('$' + "{{ always() && inputs.a == 'x' }}", scope)).toBe(true);
  expect(isMet('failure()', scope)).toBe(true);
  for (const unknown of ["contains(inputs.a, 'x')", '!inputs.a', '(inputs.a)', '', 'inputs.a inputs.a'])
    expect(() => evaluate(unknown, scope)).toThrow(/in an expression/);
});

test('the test reads outputs as a runner does', () => {
  expect(outputsIn('a=1\nb=c=d\nlist<<END\none\ntwo\nEND\nempty=\n')).toEqual([
    ['a', '1'],
    ['b', 'c=d'],
    ['list', 'one\ntwo'],
    ['empty', ''],
  ]);
  expect(() => outputsIn('stray\n')).toThrow('no output of a runner: stray');
  expect(() => outputsIn('a<<END\nb\n')).toThrow('an output without its end');
});
