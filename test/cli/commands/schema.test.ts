import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { SCHEMAS, schema } from '../../../src/cli/commands/schema.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { diagnosticOf } from '../helpers/diagnostic.js';
import { memoryIo } from '../helpers/memory-io.js';

const folder = join(packageRoot(), 'schemas');

test('every schema of the package has a name here, and every name its schema', () => {
  expect(readdirSync(folder).toSorted()).toEqual(
    Object.keys(SCHEMAS)
      .map((name) => `${name}.schema.json`)
      .toSorted(),
  );
});

describe.each(Object.keys(SCHEMAS))('%s', (name) => {
  test('is printed as it stands', async () => {
    const io = memoryIo();
    expect(await schema(name, io)).toBe(0);
    expect(io.stdout()).toBe(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
  });

  test('is a JSON Schema that compiles strictly, with an id, a title and a description', async () => {
    const io = memoryIo();
    await schema(name, io);
    const value = JSON.parse(io.stdout());
    expect(value).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/./),
      title: expect.stringMatching(/./),
      description: expect.stringMatching(/./),
    });
    // `strictTypes` would ask for a `type` beside every `enum`.
    expect(() => new Ajv2020({ strict: true, strictTypes: false }).compile(value)).not.toThrow();
  });
});

test('without a name they are listed', async () => {
  const io = memoryIo();
  expect(await schema(undefined, io)).toBe(0);
  const names = io
    .stdout()
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(names).toEqual([
    'report',
    'badge',
    'vectors',
    'expressions',
    'registry',
    'config',
    'baseline',
    'diff',
    'matrix',
    'interop',
    'interop-cesql',
    'interop-carriers',
    'fuzz',
    'finding',
    'load',
    'subjects',
    'adapter-request',
    'adapter-reply',
  ]);
});

test.each([
  ['repotr', 'did you mean report?'],
  [
    '../package',
    'use any of report, badge, vectors, expressions, registry, config, baseline, diff, matrix, interop, interop-cesql, interop-carriers, fuzz, finding, load, subjects, adapter-request, adapter-reply',
  ],
  [
    'constructor',
    'use any of report, badge, vectors, expressions, registry, config, baseline, diff, matrix, interop, interop-cesql, interop-carriers, fuzz, finding, load, subjects, adapter-request, adapter-reply',
  ],
])('%s is a usage error', async (name, hint) => {
  const io = memoryIo();
  expect(await diagnosticOf(() => schema(name, io))).toEqual({
    code: 'schema.unknown',
    message: `failed to print a schema: there is none named "${name}"`,
    hint,
    exit: 2,
  });
  expect(io.stdout()).toBe('');
});
