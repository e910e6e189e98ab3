import { describe, expect, test } from 'vitest';
import { html } from '../../../src/report/page/html.js';
import { renderSitePage } from '../../../src/site/parts/site-page.js';

const page = { path: 'a/b.html', title: 'B <b>', main: html`<h1>B</h1>` };

describe('the frame of a page', () => {
  test('lets in what lies beside it, and nothing else', () => {
    expect(renderSitePage(page)).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;self&#39;; script-src &#39;self&#39;; img-src &#39;self&#39; data:; form-action &#39;self&#39;; base-uri &#39;none&#39;"`,
    );
    expect(renderSitePage(page)).not.toContain('<base');
  });

  test('links relatively, and says where one is', () => {
    const text = renderSitePage({ ...page, part: 'guides' });
    expect(text).toContain('<link rel="stylesheet" href="../assets/site.css">');
    expect(text).toContain('<a href="../guides/index.html" aria-current="true">Guides</a>');
    expect(renderSitePage({ ...page, path: 'guides/index.html', part: 'guides' })).toContain(
      '<a href="index.html" aria-current="page">Guides</a>',
    );
    expect(text).toContain('<title>B &lt;b&gt; · ce-conform</title>');
  });

  test('has a search, but not on the page of the search', () => {
    expect(renderSitePage(page)).toContain('<form class="find" role="search" action="../search.html">');
    expect(renderSitePage({ ...page, part: 'search' })).not.toContain('class="find"');
  });

  test('with a base works at any address', () => {
    const text = renderSitePage({ ...page, path: '404.html' }, '/x/');
    expect(text).toContain('<base href="/x/">');
    expect(text).toContain('base-uri &#39;self&#39;');
    // It would lead to the front page.
    expect(text).not.toContain('href="#main"');
  });
});
