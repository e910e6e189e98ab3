import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/report/page/html.js';

describe('a template', () => {
  test('escapes what is put into it', () => {
    expect(html`<p title="${'"&\''}">${'<b>&amp;</b>'}</p>`.html).toBe(
      '<p title="&quot;&amp;&#39;">&lt;b&gt;&amp;amp;&lt;/b&gt;</p>',
    );
  });

  test('takes other templates, lists and numbers as they are', () => {
    const items = ['a<', 'b'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${3}${undefined}${['x', ['&']]}`.html).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>3x&amp;',
    );
  });

  test('shows code points that could hide or move text', () => {
    expect(html`${'\u0000\u202e\u001b'}`.html).toBe('\\u{0}\\u{202e}\\u{1b}');
  });

  test('holds no noncharacter, which no document may', () => {
    expect(html`${'a\ufdd0\uffff\u{1fffe}<'}`.html).toBe('a\\u{fdd0}\\u{ffff}\\u{1fffe}&lt;');
  });

  test('no string can open or close anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '`', '=', '/', 'a', ' ') }), (text) => {
        const inside = html`${text}`.html;
        expect(inside).not.toMatch(/[<>"']/);
        expect(inside.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});
