import { describe, expect, test } from 'vitest';
import { guideOf } from '../../../src/site/markdown/guide.js';

const made = (text: string) =>
  guideOf({ path: 'docs/a.md', text }, 'guides/a.html', (href) => (href.startsWith('/no') ? undefined : `to:${href}`));
const bodyOf = (text: string): string => made(text).body.html.trim();

describe('a guide', () => {
  test('has a heading, a summary and sections', () => {
    const guide = made(
      '# The `title`\n\nWhat *it* is\nabout.\n\n## One\n\ntext\n\n- a\n- b `c`\n\n## One\n\n| x | y |\n| - | - |\n| 1 | [2](z) |\n',
    );
    expect(guide.title).toBe('The title');
    expect(guide.summary).toBe('What it is about.');
    expect(guide.heading.html).toBe('<h1 id="the-title">The <code>title</code></h1>\n');
    expect(guide.sections).toEqual([
      { id: 'the-title', title: 'The title', depth: 1, text: 'What it is about.' },
      { id: 'one', title: 'One', depth: 2, text: 'text a b c' },
      { id: 'one-1', title: 'One', depth: 2, text: 'x y 1 2' },
    ]);
    expect(guide.body.html).toContain(
      '<h2 id="one-1">One <a class="anchor" href="#one-1" aria-label="Link to One">#</a></h2>',
    );
  });

  test.each([
    ['raw HTML', '# t\n\na <b onclick="x()">b</b>', '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>'],
    ['a block of HTML', '# t\n\n<script>\nalert(1)\n</script>', '&lt;script&gt;\nalert(1)\n&lt;/script&gt;'],
    ['a comment', '# t\n\n<!-- x -->', '&lt;!-- x --&gt;'],
    ['a picture', '# t\n\n![alt](https://example.org/x.png)', '<p>alt</p>'],
    [
      'code',
      '# t\n\n```js\nif (a < b) "c"\n\td\n```',
      '<pre class="code" tabindex="0"><code>if (a &lt; b) &quot;c&quot;\n\td</code></pre>',
    ],
    ['a link', '# t\n\n[`x` y](b.md "title")', '<p><a href="to:b.md"><code>x</code> y</a></p>'],
    ['a link to nothing', '# t\n\n[`x`](/no)', '<p><code>x</code></p>'],
    ['a link that breaks out', '# t\n\n[x](<a"b>)', '<p><a href="to:a&quot;b">x</a></p>'],
    ['text that turns around', '# t\n\na\u202eb', '<p>a\\u{202e}b</p>'],
  ])('shows %s harmlessly', (_, text, expected) => {
    expect(bodyOf(text)).toBe(expected);
  });

  test('has no head over a corner without words', () => {
    expect(bodyOf('# t\n\n| | b |\n| --- | --- |\n| x | 1 |')).toContain('<tr><td></td><th scope="col">b</th></tr>');
  });

  test('aligns numbers, and lets wide tables scroll', () => {
    expect(bodyOf('# t\n\n| a | b |\n| --- | ---: |\n| x | 1 |')).toBe(
      '<div class="scroll" role="region" aria-label="Table 1" tabindex="0"><table class="prose"><thead><tr><th scope="col">a</th><th scope="col" class="number">b</th></tr></thead><tbody>\n<tr><td>x</td><td class="number">1</td></tr>\n</tbody></table></div>',
    );
  });
});
