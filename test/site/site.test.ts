// The whole site, from the committed reports: built once, read by a parser, and opened in a browser from the folder it was written to.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import type { Report } from '../../src/report/types.js';
import { buildSite } from '../../src/site/build-site.js';
import { readSite } from '../../src/site/data/read-site.js';
import type { SiteInput } from '../../src/site/data/types.js';
import type { Site } from '../../src/site/types.js';
import { writeSite } from '../../src/site/write-site.js';
import { loadRegistry } from '../../suites/registry.js';
import { inBrowser, missingBrowser, useFolder } from '../report/page/helpers/browser.js';
import { axeViolations } from './helpers/axe.js';
import { linkProblems } from './helpers/link-problems.js';
import { textOf } from './helpers/text-of.js';

const root = packageRoot();
let folder = '';
let input: SiteInput;
let site: Site;

beforeAll(() => {
  input = readSite(root);
  site = buildSite(input);
  folder = mkdtempSync(join(tmpdir(), 'ce-conform-site-'));
  writeSite(site, root, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (path: string): string => site.files.get(path) ?? '';

describe('the site', () => {
  test('every page is well-formed, and every link inside of it leads somewhere', () => {
    const finished = new Set([...site.copies.keys(), 'matrix.html']);
    const pages = new Map([...site.files].filter(([path]) => !finished.has(path)));
    expect(linkProblems(pages, finished)).toEqual([]);
  });

  test('there is a page for every requirement, every SDK, every guide and every decision', () => {
    const under = (start: string): readonly string[] =>
      [...site.files.keys()].filter((path) => path.startsWith(start) && path.endsWith('.html'));
    expect(under('requirements/')).toHaveLength(loadRegistry().requirements.size + 2);
    for (const { entry } of input.sdks) expect(under(`sdks/${entry.id}/`)).toContain(`sdks/${entry.id}/index.html`);
    expect(under('guides/').length).toBeGreaterThan(10);
    expect(under('decisions/').length).toBeGreaterThan(10);
  });

  test('the page of an SDK says what its report says', () => {
    const sdk = input.sdks.find(({ entry }) => entry.id === 'go');
    const report = JSON.parse(readFileSync(join(root, sdk?.newest.file ?? ''), 'utf8')) as Report;
    // What is in none of its profiles does not count, here as in its badge.
    const counted = new Set(report.cases.filter(({ uncounted }) => !uncounted).map(({ requirement }) => requirement));
    const musts = report.requirements.filter(
      ({ id, level, unscored, outcome }) =>
        level === 'must' && !unscored && outcome !== 'not-applicable' && counted.has(id),
    );
    const count = (outcome: string): number => musts.filter((one) => one.outcome === outcome).length;
    const text = textOf(fileOf('sdks/go/index.html'));
    expect(text).toContain(
      `${report.verdict}: of ${musts.length} MUST requirements that apply to what it claims, ${count('verified')} verified, ${count('failed')} failed`,
    );
    for (const { id, verdict, requirements } of report.profiles) {
      expect(text).toMatch(
        new RegExp(`${id} .*${verdict} .*${requirements.verified}/${requirements.applicable} ${requirements.failed}`),
      );
    }
    expect(fileOf('sdks/go/index.html').match(/id="finding-/g)).toHaveLength(report.findings.length);
    expect(fileOf('sdks/go/badge.svg')).toContain(
      `${count('verified')}/${musts.length} MUST, ${count('failed')} failed`,
    );
  });

  test('says nothing of the machine, and is the same when it is built again', () => {
    expect(fileOf('index.html')).not.toContain(root);
    const again = buildSite(input);
    expect([...again.files].filter(([path, text]) => site.files.get(path) !== text)).toEqual([]);
    expect(again.files.size).toBe(site.files.size);
  });
});

describe.skipIf(missingBrowser !== undefined)(`the site ${inBrowser}`, () => {
  const open = useFolder(() => folder);
  const visible = (page: Page): Promise<number> => page.locator('[data-entry]:visible').count();
  const PAGES = [
    'index.html',
    'requirements/index.html',
    'requirements/http.dec.pct.html#case-euro',
    'sdks/go/index.html',
    'guides/adapters.html',
    'search.html#q=percent',
    '404.html',
  ];

  test.each(PAGES)('%s fits a phone and a desktop, and everybody can use it', async (path) => {
    const page = await open(path, { colorScheme: 'light', viewport: { width: 390, height: 844 } });
    const isTooWide = (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(await isTooWide()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await isTooWide()).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolations(page, ['color-contrast'])).toEqual([]);
    await page.close();
  });

  test('requirements can be filtered, and the address keeps that', async () => {
    const page = await open('requirements/index.html');
    const all = loadRegistry().requirements.size;
    expect(await visible(page)).toBe(all);
    expect(await page.getByRole('status').textContent()).toBe(`all ${all}`);
    await page.getByRole('combobox', { name: 'Document' }).selectOption('kafka');
    await page.getByRole('combobox', { name: 'Level' }).selectOption('must');
    const kafka = [...loadRegistry().requirements.values()].filter(
      ({ section, level }) => (section['1.0.2'] ?? section.main)?.document === 'kafka' && level === 'must',
    ).length;
    expect(await visible(page)).toBe(kafka);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(1);
    await expect.poll(() => new URL(page.url()).hash).toBe('#document=kafka&level=must');
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await visible(page)).toBe(all);
    await page.evaluate('location.hash = "#standing=differ&q=http.dec.pct"');
    await expect.poll(() => visible(page)).toBe(1);
    await page.evaluate('location.hash = "#mqtt"');
    await expect
      .poll(() => page.evaluate('Math.abs(document.getElementById("mqtt").getBoundingClientRect().top) < 200'))
      .toBe(true);
    await page.close();
  });

  test('a search from any page finds requirements, guides and findings', async () => {
    const page = await open('requirements/http.dec.pct.html');
    await page.getByRole('searchbox').fill('percent encoded');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html#q=percent\+encoded$/);
    const first = page.locator('[data-entry]:visible').first();
    expect(await first.innerText()).toContain('http.enc.utf8');
    expect(await first.locator('mark').allTextContents()).toEqual(['percent', 'encoded']);
    for (const group of ['Requirements', 'Guides', 'SDKs and findings']) {
      expect(await page.getByRole('heading', { name: group, exact: true }).isVisible()).toBe(true);
    }
    await page.getByRole('searchbox').fill('<img src=x onerror=alert(1)>');
    expect(await visible(page)).toBe(0);
    expect(await page.getByRole('status').textContent()).toMatch(/^0 of /);
    await page.getByRole('searchbox').fill('A31');
    await page.locator('[data-entry]:visible', { hasText: 'A31:' }).getByRole('link').click();
    await page.waitForURL(/requirements\/positions\.html#A31$/);
    await page.close();
  });

  test('an address opens the variant or the finding that it names', async () => {
    const page = await open('requirements/http.dec.pct.html#case-euro');
    const euro = page.locator('#case-euro');
    expect(await euro.getAttribute('open')).toBe('');
    expect(await euro.innerText()).toContain('ce-subject: Euro%20%E2%82%AC%20%F0%9F%98%80');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.getByRole('link', { name: 'Header values are not percent-decoded' }).first().click();
    await page.waitForURL(/sdks\/\w+\/index\.html#finding-/);
    expect(await page.locator('li:target details').getAttribute('open')).toBe('');
    await page.close();
  });

  test('keys alone are enough', async () => {
    const page = await open('requirements/http.dec.pct.html');
    const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent.trim()');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main');
    await page.locator('#case-id > summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#case-id').getAttribute('open')).toBe('');
    await page.close();
  });

  test('without a script the pages are whole', async () => {
    const page = await open('search.html?q=x', { javaScriptEnabled: false });
    expect(await visible(page)).toBeGreaterThan(loadRegistry().requirements.size);
    await page.close();
  });

  test('the finished pages work beside the others', async () => {
    const page = await open('index.html');
    await page.getByRole('link', { name: 'The matrix: every requirement by every SDK' }).click();
    expect(await page.locator('table.grid').isVisible()).toBe(true);
    await page.close();
  });
});
