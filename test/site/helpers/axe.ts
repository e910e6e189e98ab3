// What axe-core finds on a page. Its script is put into the page from outside, past the policy that would keep it out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

let source: string | undefined;

/**
 * Each violation as a line: its rule, and the first place. `rules` are all, if nothing is said. Of groups of rows, which are made alike,
 * the first is looked at: the others are taken away.
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate<boolean>('typeof axe === "object"'))) await page.evaluate(source);
  await page.evaluate("for (const group of document.querySelectorAll('[data-group] ~ [data-group]')) group.remove()");
  return page.evaluate<readonly string[]>(
    `axe.run(document, { resultTypes: ['violations'], preload: false${rules === undefined ? '' : `, runOnly: ${JSON.stringify(rules)}`} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' (' + nodes.length + ')'))`,
  );
}
