import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../../src/report/interop/html/render-html.js';
import { RUN, subject } from '../helpers/inputs.js';
import { hostileResult, noLosses, someLosses } from '../helpers/results.js';

const page = renderHtml(someLosses());

describe('the table', () => {
  test('has a header for each column and row, with its scope', () => {
    expect(page).toContain('<th scope="col" data-key="drops">drops</th>');
    expect(page.match(/<tr data-id="/g)).toHaveLength(4);
    expect(page.match(/<tr data-id="[^>]*>\n<th scope="row">/g)).toHaveLength(4);
    expect(page).toContain('<th scope="rowgroup" colspan="5"><span>Binary mode</span></th>');
  });

  test('says every outcome by mark and words', () => {
    expect(page).toContain('class="outcome failed"><span aria-hidden="true">✖</span> 1/2 kept</button>');
    expect(page).toContain('class="outcome verified"><span aria-hidden="true">✔</span> 2/2 kept</button>');
  });

  test('tells filters what a row is about', () => {
    expect(page).toContain(
      '<tr data-id="binary/drops" data-mode="binary" data-encoder="drops" data-outcome="lost lost@reference lost@good lost@drops lost@picky">',
    );
  });

  test('holds what a cell opens', () => {
    expect(page).toContain('Binary mode, written by drops, read by good');
    expect(page).toContain(
      '<li><strong>emoji in subject</strong><div>subject lost: told <code>&quot;s&quot;</code><br><span class="small dim">drops writes it so that the reference does not read what was told</span></div></li>',
    );
  });

  test('has cells that were not asked, and modes that are not read', () => {
    const one = someLosses();
    const cells = [
      { decoder: 'a', outcome: 'none', kept: 0, of: 0, lost: [] },
      { decoder: 'b', outcome: 'open', kept: 0, of: 0, notAsked: 2, lost: [] },
      { decoder: 'c', outcome: 'kept', kept: 1, of: 1, notAsked: 1, lost: [] },
    ] as const;
    const text = renderHtml({ ...one, modes: [{ mode: 'batch', rows: [{ encoder: 'a', cells }] }] });
    expect(text).toContain('class="outcome absent"><span aria-hidden="true">–</span> not read</button>');
    expect(text).toContain('class="outcome open"><span aria-hidden="true">○</span> not asked</button>');
    expect(text.match(/1 more were not asked about/g)).toHaveLength(1);
  });
});

describe('beside the table', () => {
  test('filters offer what there is', () => {
    expect(page).toContain('<option value="lost">lost</option>');
    expect(page).not.toContain('<option value="open">');
    expect(page).toContain(
      '<select name="encoder"><option value="">All encoders</option><option value="reference">reference</option>',
    );
    expect(page).not.toContain('name="mode"');
  });

  test('causes name who, what, with whom, and an example', () => {
    expect(page).toContain(
      '<tr><th scope="row">drops, as encoder</th><td>subject lost</td><td>binary</td><td title="emoji in subject">1: emoji in subject</td><td>reference, good, drops, picky</td>',
    );
    expect(renderHtml(noLosses())).toContain('<p>Nobody loses anything.</p>');
  });

  test('who did not run is named, with what to do about it', () => {
    const text = renderHtml(
      someLosses({
        notRun: [{ id: 'rust', sdk: 'crates.io x', reason: 'gone', build: 'cargo build', install: 'get Rust' }],
      }),
    );
    expect(text).toContain(
      '<strong>Not run:</strong> rust (crates.io x): gone. Build it: <code>cargo build</code>. What it needs: <code>get Rust</code></p>',
    );
  });

  test('a column for notes is there only where somebody gave up', () => {
    expect(page).not.toContain('>Notes</th>');
    const text = renderHtml(someLosses({ subjects: [subject('reference'), subject('a', [], { gaveUp: 'it ended' })] }));
    expect(text).toContain('>Notes</th>');
    expect(text).toContain('not asked everything: it ended');
  });

  test('a run that was stopped says so', () => {
    expect(renderHtml(someLosses({ run: { ...RUN, stopped: 'interrupted' } }))).toContain(
      '<strong>Stopped early:</strong> interrupted.',
    );
    expect(page).not.toContain('Stopped early');
  });
});

test('equal results give equal bytes, from JSON too', () => {
  expect(renderHtml(JSON.parse(JSON.stringify(someLosses())))).toBe(page);
});

describe('a hostile adapter', () => {
  const hostile = renderHtml(hostileResult());

  test('adds no element and no attribute', () => {
    expect(hostile).toContain('octocat');
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile).not.toMatch(/<img|<b>`|onerror=alert\(1\)>/);
    const addresses = [...hostile.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(['data:,']);
  });

  test('holds no control, and no override of direction', () => {
    expect(hostile).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  });
});
