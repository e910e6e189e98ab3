import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../../src/report/interop/markdown/render-markdown.js';
import { RUN, subject } from '../helpers/inputs.js';
import { hostileResult, noLosses, someLosses } from '../helpers/results.js';

const page = renderMarkdown(someLosses());

describe('the page', () => {
  test('has a matrix of encoders by decoders', () => {
    expect(page).toContain(
      [
        '### Binary mode',
        '',
        '| Encoder | reference | good | drops | picky |',
        '| --- | --- | --- | --- | --- |',
        '| reference | ✔ 2/2 | ✔ 2/2 | ✔ 2/2 | ✖ 1/2 |',
        '| good | ✔ 2/2 | ✔ 2/2 | ✔ 2/2 | ✖ 1/2 |',
        '| drops | ✖ 1/2 | ✖ 1/2 | ✖ 1/2 | ✖ 1/2 |',
        '| picky | ✔ 2/2 | ✔ 2/2 | ✔ 2/2 | ✖ 1/2 |',
      ].join('\n'),
    );
  });

  test('tells of each pair which events were lost, what was told, and what came out', () => {
    expect(page).toContain(
      [
        '<summary>drops to good: 1 event lost</summary>',
        '',
        '- **emoji in subject**: subject lost: told `"s"`; drops writes it so that the reference does not read what was told',
      ].join('\n'),
    );
    expect(page).toContain(
      '- **emoji in subject**: refused by picky: because `no <subject>, please`; picky does not read it from the reference either',
    );
    expect(page).not.toContain('reference to good');
  });

  test('ends with who loses what', () => {
    const causes = page.slice(page.indexOf('## Who loses what'));
    expect(causes).toContain(
      '| drops, as encoder | subject lost | binary | 1: emoji in subject | reference, good, drops, picky | subject lost: told `"s"`; ',
    );
    expect(causes).toContain(
      '| picky, as decoder | a message with a valid event refused | binary | 1: emoji in subject | reference, good, picky | ',
    );
  });

  test('names who did not run, and what to do about it', () => {
    const text = renderMarkdown(
      someLosses({
        notRun: [
          { id: 'rust', sdk: 'crates.io x', reason: 'it is not there', build: 'cargo build', install: 'get Rust' },
        ],
      }),
    );
    expect(text).toContain(
      '- **Not run:** `rust` (`crates.io x`): `it is not there`. Build it: `cargo build`. What it needs: `get Rust`',
    );
    expect(page).not.toContain('Not run');
  });

  test('says where a run was stopped, and who gave up', () => {
    const { subjects } = someLosses();
    const text = renderMarkdown(
      someLosses({
        run: { ...RUN, stopped: 'interrupted' },
        subjects: [...subjects.slice(1), subject('last', [], { gaveUp: 'it ended 61 times' })],
      }),
    );
    expect(text).toContain('**Stopped early:** `interrupted`. What was not asked is not counted.');
    expect(text).toContain('not asked everything: `it ended 61 times`');
    expect(text).toContain('| nothing | nothing |');
  });

  test('where nothing is lost has no list of it', () => {
    const text = renderMarkdown(noLosses());
    expect(text).toContain('## Who loses what\n\nNobody loses anything.');
    expect(text).not.toContain('## What each pair loses');
  });

  test('of many losses is of a length to read', () => {
    const one = someLosses();
    const [table] = one.modes;
    const losses = Array.from(
      { length: 30 },
      (_, at) => ({ kind: 'attribute', name: `e${at}`, change: 'lost', side: 'open' }) as const,
    );
    const lost = Array.from({ length: 500 }, (_, at) => ({ event: `event ${at}`, losses }));
    const cells = [{ decoder: 'good', outcome: 'lost', kept: 0, of: 500, lost } as const];
    const text = renderMarkdown({
      ...one,
      modes: table === undefined ? [] : [{ ...table, rows: [{ encoder: 'good', cells }] }],
    });
    expect(text).toContain('- and 485 more events');
    expect(text).toContain('  - and 27 more');
    expect(text.split('\n').length).toBeLessThan(400);
  });
});

describe('a hostile adapter', () => {
  const hostile = renderMarkdown(hostileResult());

  test('adds no markup: all its text stands in code spans', () => {
    expect(hostile).toContain('octocat');
    // Code spans are matched by the length of their fence, as GitHub does.
    const outside = hostile.replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(outside).not.toMatch(/octocat|evil\.example|<img|<script|alert/);
    expect(outside.match(/<(?!\/?(?:details|summary)>)/g)).toBeNull();
  });

  test('ends no line and no cell, and moves no cursor', () => {
    expect(hostile).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(hostile).not.toMatch(/^# heading|^- item/m);
    const tables = hostile.split('\n').filter((line) => line.startsWith('| ') && line.includes('octocat'));
    expect(tables.length).toBeGreaterThan(3);
    for (const line of tables) expect(line.slice(1, -1).split('|').length, line).toBeLessThanOrEqual(7);
  });
});
