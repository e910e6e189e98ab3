import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { LossKind } from '../../../src/report/interop/types.js';
import { renderCarriersHtml } from '../../../src/report/interop-carriers/html/render-carriers-html.js';
import { renderCarriersMarkdown } from '../../../src/report/interop-carriers/markdown/render-carriers-markdown.js';
import { CARRIERS_SCHEMA, type CarriersInterop } from '../../../src/report/interop-carriers/types.js';
import { expectHarmlessHtml, expectHarmlessMarkdown } from '../interop/helpers/harmless.js';
import { RUN } from '../interop/helpers/inputs.js';
import { HOSTILE } from '../interop/helpers/results.js';

const KINDS = (text: string): readonly LossKind[] => [
  { kind: 'attribute', name: text, change: 'changed', told: text, seen: text },
  { kind: 'attribute', name: text, change: 'lost', told: text },
  { kind: 'data', change: 'changed', told: text, seen: text },
  { kind: 'count', told: 1, seen: 2 },
  { kind: 'refused', by: 'decoder', reason: text },
  { kind: 'failed', by: 'decoder', code: 'closed', message: text },
];

/** Every kind of disagreement, with this text wherever it can come from outside. */
const resultOf = (text: string): CarriersInterop => ({
  schema: CARRIERS_SCHEMA,
  tool: { name: 'ce-conform', version: text },
  run: { ...RUN, seed: text, stopped: text },
  events: 7,
  subjects: [
    {
      id: 'bad',
      sdk: text,
      name: text,
      version: text,
      language: text,
      gaveUp: text,
      carriers: [
        { carrier: 'http-binary', asked: 7, differing: 2, refused: 1, uncarried: 0 },
        { carrier: 'kafka-binary', asked: 6, differing: 0, refused: 0, uncarried: 1 },
      ],
    },
  ],
  notRun: [{ id: 'gone', sdk: text, reason: text, build: text, install: text }],
  disagreements: KINDS(text).map((seen) => ({
    subject: 'bad',
    what: 'something otherwise',
    where: ['http-binary'],
    elsewhere: ['kafka-binary'],
    events: [text],
    example: {
      event: text,
      told: { attributes: { id: text }, data: { text } },
      here: 'http-binary',
      seen,
      there: 'kafka-binary',
      seenThere: seen,
    },
  })),
});

describe('Markdown', () => {
  const page = renderCarriersMarkdown(resultOf('plain'));

  test('has a row for every carrier, and a column for every subject', () => {
    expect(page).toContain('| Carrier | bad |');
    expect(page).toContain('| http-binary | 2 otherwise and 1 not read, of 7 |');
    expect(page).toContain('| kafka-binary | 6 alike; 1 more not written |');
    expect(page).toContain('| mqtt3-structured | not claimed |');
  });

  test('shows both sides of a disagreement, and calls nobody wrong', () => {
    expect(page).toContain('| http-binary: changed: `plain = plain` | kafka-binary: changed: `plain = plain` |');
    expect(page).toContain('| http-binary: refused: `plain` |');
    expect(page).not.toMatch(/wrong|fault|fail/i);
  });

  test('reads nothing into hostile text', () => {
    // The tables of subjects, of carriers and of disagreements.
    expectHarmlessMarkdown(renderCarriersMarkdown(resultOf(HOSTILE)), [4, 6, 10]);
  });
});

describe('HTML', () => {
  test('has the same tables', () => {
    const page = renderCarriersHtml(resultOf('plain'));
    expect(page).toContain('<th scope="row">http-binary</th><td>2 otherwise and 1 not read, of 7</td>');
    expect(page).toContain('<th scope="row">mqtt3-structured</th><td>not claimed</td>');
    expect(page).toContain('kafka-binary: changed: <code>plain = plain</code>');
  });

  test('reads nothing into hostile text', () => {
    expectHarmlessHtml(renderCarriersHtml(resultOf(HOSTILE)));
  });
});

test('the schema describes every kind, and every count is asked for', () => {
  const schema = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'interop-carriers.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const result = JSON.parse(JSON.stringify(resultOf('plain')));
  expect(validate(result)).toBe(true);
  for (const name of Object.keys(result.subjects[0].carriers[0])) {
    const copy = structuredClone(result);
    delete copy.subjects[0].carriers[0][name];
    expect(validate(copy), name).toBe(false);
  }
});
