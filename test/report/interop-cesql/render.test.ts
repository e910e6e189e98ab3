import { describe, expect, it } from 'vitest';
import { renderCesqlHtml } from '../../../src/report/interop-cesql/html/render-cesql-html.js';
import { renderCesqlMarkdown } from '../../../src/report/interop-cesql/markdown/render-cesql-markdown.js';
import { expectHarmlessHtml, expectHarmlessMarkdown } from '../interop/helpers/harmless.js';
import { hostileResult, noDifferences, someDifferences } from './helpers/results.js';

describe('Markdown', () => {
  const page = renderCesqlMarkdown(someDifferences());
  const part = (title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

  it('names the engines, with their modes', () => {
    expect(part('Engines')).toContain(
      '| one | npm one | 1.2.3 | javascript | operator, agrees most | 10 | 1 | 2 differences not looked into |',
    );
    expect(part('Engines')).toContain('complete, declared');
  });

  it('tells what is settled and what is open apart', () => {
    const settled = part('What the text settles');
    expect(settled).toContain('| / of an Integer and an Integer | no math error | one 1, two 1 | `5 / 0` |');
    expect(settled).toContain(
      'reference `(complete)`: `0, math error`'.replace('reference `(complete)`', '`reference (complete)`'),
    );
    expect(settled).toMatch(
      /\[cesql\.op\.div-zero\]\(https:\/\/github\.com\/cloudevents\/spec\/blob\/\S+#34-operators\): /,
    );
    expect(settled).toContain("`TRIM('\\u{a0} a')`");
    expect(settled).not.toContain('A65');
    const open = part('What the text leaves open');
    expect(open).toContain('| `number * 2147483647` about `number = 7` |');
    expect(open).toContain('**A65**: ');
  });

  it('says where nobody differs, and where a run was stopped', () => {
    expect(renderCesqlMarkdown(noDifferences()).match(/No engine differs\./g)).toHaveLength(2);
    const { run } = someDifferences();
    expect(renderCesqlMarkdown(someDifferences({ run: { ...run, stopped: 'interrupted' } }))).toContain(
      '**Stopped early:** `interrupted`.',
    );
  });

  it('reads nothing into hostile text', () => {
    expectHarmlessMarkdown(renderCesqlMarkdown(hostileResult()), [8, 10]);
  });
});

describe('HTML', () => {
  const page = renderCesqlHtml(someDifferences());

  it('has the same tables', () => {
    expect(page).toContain(
      '<th scope="row">/ of an Integer and an Integer</th><td>no math error</td><td>one 1, two 1</td>',
    );
    expect(page).toContain('<code>5 / 0</code>');
    expect(page).toContain('<strong>A65</strong>');
    expect(page).toMatch(
      /<a href="https:\/\/github\.com\/cloudevents\/spec\/blob\/[^"]+#34-operators">cesql\.op\.div-zero<\/a>/,
    );
    expect(renderCesqlHtml(noDifferences()).match(/No engine differs\./g)).toHaveLength(2);
  });

  it('reads nothing into hostile text', () => {
    expectHarmlessHtml(renderCesqlHtml(hostileResult()));
  });
});
