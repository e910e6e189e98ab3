import { describe, expect, test } from 'vitest';
import { frontPage } from '../../../src/site/pages/front.js';
import { sdksIndex } from '../../../src/site/pages/sdks-index.js';
import { hostileReport, named } from '../../report/matrix/helpers/excerpts.js';
import { demoReport, sdkNamed, smallContext, versionNamed } from '../helpers/small-site.js';
import { textOf } from '../helpers/text-of.js';

const other = sdkNamed(
  'other',
  versionNamed(
    '1.0.0',
    named('other', { 'http.dec.pct': 'verified', 'http.dec.once': 'verified' }, { verdict: 'inconclusive' }),
  ),
);
const demo = sdkNamed('demo', versionNamed('2.0.0', demoReport()));

describe('the front page', () => {
  const context = smallContext([demo, other], {
    markdown: [
      { path: 'README.md', text: '# It\n\nIt does. [g](docs/b.md)' },
      { path: 'docs/a.md', text: '# Guide A' },
      { path: 'docs/b.md', text: '# Guide B' },
      { path: 'docs/receivers.md', text: '# Receivers' },
    ],
    pages: ['reports/interop.html', 'reports/matrix.html', 'reports/mine.html'],
  });
  const page = frontPage(context).main.html;
  const text = textOf(page);

  test('lays the SDKs side by side', () => {
    expect(text).toContain('Verdict ✖ nonconformant ○ inconclusive');
    expect(text).toContain('verified, of those that apply to what the SDK claims 1/3 1 failed 2/2');
    expect(page).toContain('<a href="sdks/demo/index.html">JavaScript</a>');
  });

  test('says on what they disagree, and that the numbers are no ranking', () => {
    expect(text).toContain('On 1 requirement one SDK does what the text asks and another does not');
    expect(page).toContain('<a href="requirements/http.dec.pct.html">');
    expect(page).not.toContain('<a href="requirements/http.dec.once.html">');
    expect(text).toContain('The numbers do not rank the SDKs');
  });

  test('leads to the guides in the order of the README, and to the finished pages', () => {
    const guides = page.slice(page.indexOf('<h2 id="guides">'));
    expect([...guides.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      'guides/overview.html',
      'guides/b.html',
      'guides/a.html',
      'guides/receivers.html',
      'decisions/index.html',
    ]);
    expect(page).toContain('<a href="guides/receivers.html">A service that takes events over HTTP</a>');
    expect(page).toContain('<a href="interop.html">Interoperability: every encoder against every decoder</a>');
    expect(page).toContain('<a href="mine.html">mine</a>');
    expect(page.match(/href="matrix\.html"/g)).toHaveLength(1);
  });

  test('without a disagreement there is no word of one', () => {
    expect(frontPage(smallContext([demo])).main.html).not.toContain('id="differ"');
  });

  test('hostile text is text', () => {
    const hostile = smallContext([sdkNamed('demo', versionNamed('1.0.0', hostileReport())), other]);
    for (const { main } of [frontPage(hostile), sdksIndex(hostile)]) {
      expect(main.html).not.toMatch(/<script|<img src=x|\u001b|\u202e/);
      expect(main.html).toContain('&lt;script&gt;');
    }
  });
});
