import { describe, expect, test } from 'vitest';
import { buildMatrix } from '../../../../src/report/matrix/build-matrix.js';
import { excerptOf } from '../../../../src/report/matrix/excerpt.js';
import { renderHtml } from '../../../../src/report/matrix/html/render-html.js';
import { reportOf } from '../../text/helpers/reports.js';
import { excerpt, excerptNamed, hostileReport } from '../helpers/excerpts.js';

const matrix = buildMatrix([
  excerptNamed('sdk-b', { 'http.dec.pct': 'failed', 'http.dec.once': 'verified' }),
  excerptNamed('sdk-a', { 'http.dec.pct': 'verified', 'core.id.opaque': 'open' }),
]);
const page = renderHtml(matrix);

describe('the table', () => {
  test('has a header for each column and row, with its scope', () => {
    expect(page).toContain('<th scope="col" data-key="sdk-a">sdk-a</th><th scope="col" data-key="sdk-b">sdk-b</th>');
    expect(page.match(/<tr data-id="/g)).toHaveLength(3);
    expect(page.match(/<tr data-id="[^>]*>\n<th scope="row">/g)).toHaveLength(3);
    expect(page).toContain('<th scope="rowgroup" colspan="3"><span>The subjects disagree</span></th>');
  });

  test('has a cell for each subject in every row', () => {
    for (const row of page.split('<tr data-id="').slice(1)) {
      expect(row.split('</tr>')[0]?.match(/<td>/g)).toHaveLength(2);
    }
  });

  test('says every outcome by mark, word and numbers', () => {
    expect(page).toContain(
      'class="outcome failed"><span aria-hidden="true">✖</span> failed <small>1/1</small></button>',
    );
    expect(page).toContain('class="outcome absent"><span aria-hidden="true">∅</span> absent</button>');
  });

  test('links a requirement to its section', () => {
    expect(page).toMatch(
      /<a href="https:\/\/github\.com\/cloudevents\/spec\/blob\/ce%40v1\.0\.2\/[^"]*#3132-http-header-values"><code>http\.<wbr>dec\.<wbr>pct<wbr><\/code><\/a>/,
    );
  });

  test('holds the line that shows a cell again', () => {
    expect(page).toContain(
      '<pre><code>ce-conform --target http://localhost:8080/events --only http.dec.pct</code></pre>',
    );
  });

  test('tells filters what a row is about', () => {
    expect(page).toContain(
      '<tr data-id="http.dec.pct" data-document="http" data-level="must" data-outcome="verified failed verified@sdk-a failed@sdk-b">',
    );
  });
});

describe('filters', () => {
  test('offer what this matrix has, and leave out what does not divide it', () => {
    expect(page).toContain('<option value="failed">failed</option>');
    expect(page).not.toContain('<option value="warned">');
    expect(page).not.toContain('name="level"');
    expect(page).toContain('<option value="core">CloudEvents core specification</option>');
  });
});

describe('subjects', () => {
  test('a column for notes only where there are any', () => {
    expect(page).not.toContain('>Notes</th>');
    const stopped = renderHtml(buildMatrix([excerpt({ run: { stopped: 'interrupted' } })]));
    expect(stopped).toContain('>Notes</th>');
    expect(stopped).toContain('<div>stopped early: interrupted</div>');
  });

  test('a profile tells verdict and counts, and why it is not decided', () => {
    const text = renderHtml(
      buildMatrix([
        excerpt({
          profiles: [
            {
              id: 'http-acceptance',
              verdict: 'inconclusive',
              summary: reportOf().summary,
              requirements: { applicable: 5, verified: 3, failed: 0 },
              reason: '2 of 5 are open',
            },
          ],
          unseen: [{ id: 'http-receiver', reveal: 'let it answer' }],
        }),
      ]),
    );
    expect(text).toContain(
      '3/5<span class="hidden"> (inconclusive)</span><small class="text dim">2 of 5 are open</small>',
    );
    expect(text).toContain('not seen<small class="text dim">let it answer</small>');
  });

  test('mixing by force is said at the top', () => {
    const suite = (digest: string) => ({ suite: { digest, specVersion: '1.0.2' } });
    const mixed = renderHtml(buildMatrix([excerpt(suite('x')), excerpt(suite('y'))]));
    expect(mixed).toContain('<strong>Mixed by force.</strong>');
    expect(page).not.toContain('Mixed by force');
  });
});

test('equal matrices give equal bytes', () => {
  expect(renderHtml(JSON.parse(JSON.stringify(matrix)))).toBe(page);
});

describe('a hostile report', () => {
  const hostile = renderHtml(buildMatrix([excerptOf(hostileReport(), 'x', () => undefined)]));

  test('adds no element and no attribute', () => {
    expect(hostile).toContain('octocat');
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile).not.toMatch(/<img|<b>`|onerror=alert\(1\)>/);
    // Nothing of a report ever becomes an address.
    const addresses = [...hostile.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(1);
    expect(
      addresses.filter((address) => !/^(data:,|https:\/\/github\.com\/cloudevents\/spec\/)/.test(address ?? '')),
    ).toEqual([]);
  });

  test('holds no control, and no override of direction', () => {
    expect(hostile).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  });
});
