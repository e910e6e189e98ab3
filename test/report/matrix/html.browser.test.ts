// The page in a real browser: filters, addresses, keys, and that it stays by itself.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildMatrix } from '../../../src/report/matrix/build-matrix.js';
import { excerptOf } from '../../../src/report/matrix/excerpt.js';
import { renderHtml } from '../../../src/report/matrix/html/render-html.js';
import { inBrowser, missingBrowser, useBrowser } from '../page/helpers/browser.js';
import { caseOf, reportOf, requirementOf } from '../text/helpers/reports.js';
import { excerptNamed, hostileReport } from './helpers/excerpts.js';

const rows = (page: Page): Promise<readonly string[]> =>
  page.locator('tr[data-id]:visible').evaluateAll((all) => all.map((row) => row.getAttribute('data-id') ?? ''));
const fragment = (page: Page): string => new URL(page.url()).hash;
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    '(() => { const b = document.activeElement; const c = b.closest("td"); return c ? c.parentElement.dataset.id + "/" + c.cellIndex : b.tagName; })()',
  );

function matrixPage(): string {
  const failing = reportOf({
    target: { name: 'sdk b' },
    verdict: 'nonconformant',
    requirements: [
      requirementOf('http.dec.pct', { outcome: 'failed' }),
      requirementOf('http.dec.once', { outcome: 'verified' }),
      requirementOf('core.ext.many', { outcome: 'warned', level: 'may' }),
    ],
    cases: [
      caseOf('http.dec.pct/a@http-binary', { status: 'fail' }),
      caseOf('http.dec.pct/b@http-binary', { status: 'pass' }),
      caseOf('http.dec.once/a@http-binary', { status: 'pass' }),
      caseOf('core.ext.many/a@http-binary', { status: 'warn' }),
    ],
    findings: [
      { id: 'raw-1', title: 'Left as it was', requirements: ['http.dec.pct'], cases: ['http.dec.pct/a@http-binary'] },
    ],
  });
  const passing = excerptNamed('sdk a', {
    'http.dec.pct': 'verified',
    'http.dec.once': 'verified',
    'core.id.opaque': 'open',
  });
  return renderHtml(buildMatrix([excerptOf(failing, 'b.json', (id) => id), passing]));
}

describe.skipIf(missingBrowser !== undefined)(`the page ${inBrowser}`, () => {
  const open = useBrowser(matrixPage);
  const ALL = ['http.dec.pct', 'core.ext.many', 'http.dec.once', 'core.id.opaque'];

  test('shows all rows, and says how many', async () => {
    const { page } = await open();
    expect(await rows(page)).toEqual(ALL);
    expect(await page.getByRole('status').textContent()).toBe('4 rows');
    await page.close();
  });

  test.each([
    ['by level', 'Level', 'MAY', ['core.ext.many'], '#level=may'],
    ['by document', 'Document', 'HTTP protocol binding', ['http.dec.pct', 'http.dec.once'], '#document=http'],
    ['by outcome', 'Outcome', 'failed', ['http.dec.pct'], '#outcome=failed'],
  ])('filters %s, and keeps that in the address', async (_, label, value, expected, hash) => {
    const { page, go } = await open();
    await page.getByRole('combobox', { name: label }).selectOption({ label: value });
    expect(await rows(page)).toEqual(expected);
    expect(await page.getByRole('status').textContent()).toBe(`${expected.length} of 4 rows`);
    await expect.poll(() => fragment(page)).toBe(hash);
    await go(hash);
    expect(await rows(page)).toEqual(expected);
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await rows(page)).toEqual(ALL);
    await expect.poll(() => fragment(page)).toBe('');
    await page.close();
  });

  test('searches ids, rules, and what only the details say', async () => {
    const { page } = await open();
    const search = page.getByLabel('Search');
    await search.fill('LEFT as');
    expect(await rows(page)).toEqual(['http.dec.pct']);
    await search.fill('opaque');
    expect(await rows(page)).toEqual(['core.id.opaque']);
    await search.fill('http.dec. "');
    expect(await rows(page)).toEqual([]);
    expect(await page.locator('tr.group:visible').count()).toBe(0);
    await search.press('Enter');
    await expect.poll(() => fragment(page)).toBe('#q=http.dec.+%22');
    await page.close();
  });

  test('a subject shows its column alone, and its outcomes count', async () => {
    const { page } = await open('#subject=sdk-a');
    expect(await page.locator('thead th:visible').last().textContent()).toBe('sdk a');
    expect(await page.locator('tr[data-id="http.dec.pct"] td:visible').count()).toBe(1);
    expect(await rows(page)).toEqual(ALL);
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('failed');
    expect(await rows(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Subject' }).selectOption('sdk b');
    expect(await rows(page)).toEqual(['http.dec.pct']);
    await page.close();
  });

  test('a cell opens what stands behind it, and has an address', async () => {
    const { page, go } = await open();
    await page.getByRole('button', { name: 'failed 1/2' }).click();
    const dialog = page.getByRole('dialog');
    const expected = [
      'http.dec.pct · sdk b',
      'Percent sequences are decoded as UTF-8',
      '2 cases: 1 pass, 1 fail',
      'Left as it was (1 case, first http.dec.pct/a@http-binary; finding raw-1)',
      'ce-conform --target http://localhost:8080/events --only http.dec.pct',
    ];
    for (const text of expected) expect(await dialog.innerText()).toContain(text);
    expect(await dialog.getByRole('link').getAttribute('href')).toMatch(/#3132-http-header-values$/);
    await expect.poll(() => fragment(page)).toBe('#cell=http.dec.pct/sdk-b');
    await go('#outcome=failed&cell=http.dec.pct/sdk-b');
    for (const text of expected) expect(await dialog.innerText()).toContain(text);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    await expect.poll(() => fragment(page)).toBe('#outcome=failed');
    await expect.poll(() => focused(page)).toBe('http.dec.pct/2');
    await page.close();
  });

  test('a change of the address is followed', async () => {
    const { page } = await open();
    await page.evaluate('location.hash = "#cell=http.dec.once/sdk-a"');
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('heading', { level: 2, name: 'http.dec.once · sdk a' }).isVisible()).toBe(true);
    await page.evaluate('location.hash = "#level=may"');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await rows(page)).toEqual(['core.ext.many']);
    await page.close();
  });

  test('an address of nothing is the whole page', async () => {
    const { page } = await open('#cell=no.such/subject&level=nothing&x=%E0%A4%A');
    expect(await rows(page)).toEqual(ALL);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.close();
  });

  test('keys alone are enough: one tab stop, arrows, Enter, Escape', async () => {
    const { page } = await open();
    expect(await page.locator('table.grid button[tabindex="0"]').count()).toBe(1);
    await page.locator('.scroll.tall').focus();
    // The links of the rows are tab stops too: the table's one cell comes behind the first of them.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('http.dec.pct/1');
    const path: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Home', 'Control+End', 'ArrowUp', 'End', 'PageUp']) {
      await page.keyboard.press(key);
      path.push(await focused(page));
    }
    expect(path).toEqual([
      'http.dec.pct/2',
      'http.dec.pct/2',
      'core.ext.many/2',
      'core.ext.many/1',
      'core.id.opaque/1',
      'http.dec.once/1',
      'http.dec.once/2',
      'http.dec.pct/2',
    ]);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('http.dec.pct/2');
    expect(await page.locator('table.grid button[tabindex="0"]').count()).toBe(1);
    await page.close();
  });

  test('on a narrow screen nothing but the tables scrolls sideways, and names stay in view', async () => {
    const { page } = await open('', { viewport: { width: 390, height: 700 } });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const left = () =>
      page.locator('tr[data-id="http.dec.pct"] th').evaluate((head) => head.getBoundingClientRect().left);
    const before = await left();
    await page.locator('.scroll.tall').evaluate((box) => box.scrollTo(60, 0));
    expect(await left()).toBe(before);
    await page.close();
  });

  test('is read as a table by those who cannot see it', async () => {
    const { page } = await open();
    const table = page.getByRole('table').last();
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Requirement', 'sdk a', 'sdk b']);
    expect(await table.getByRole('rowheader', { name: /http\.dec\.pct MUST/ }).count()).toBe(1);
    expect(await page.getByRole('search').count()).toBe(1);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('text stands out from its ground in %s', async (colorScheme) => {
    const { page } = await open('', { colorScheme });
    expect(await page.evaluate(`(${lowestContrast})()`)).toBeGreaterThanOrEqual(4.5);
    await page.close();
  });
});

describe.skipIf(missingBrowser !== undefined)(`a hostile report ${inBrowser}`, () => {
  const open = useBrowser(() => renderHtml(buildMatrix([excerptOf(hostileReport(), 'x', () => undefined)])));

  test('runs nothing, and is shown as text', async () => {
    const { page } = await open();
    page.on('dialog', (dialog) => {
      throw new Error(`a script ran: ${dialog.message()}`);
    });
    await page.locator('button.failed').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('<script>alert(1)</script>');
    expect(await page.locator('img, main script, main b b').count()).toBe(0);
    await page.close();
  });
});

/** The lowest ratio of contrast (WCAG 2) of any text on the page to its nearest opaque ground. Runs in the page. */
const lowestContrast = `() => {
  const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length > 3 ? n : [...n, 1]; };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (node) => {
    for (let one = node; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };
  let lowest = 21;
  for (const node of document.querySelectorAll('body *')) {
    const hasText = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== '');
    if (!hasText || node.checkVisibility() === false || node.closest('template, script')) continue;
    const style = getComputedStyle(node);
    const [a, b] = [light(parse(style.color)), light(ground(node))].sort((x, y) => y - x);
    lowest = Math.min(lowest, (a + 0.05) / (b + 0.05));
  }
  return lowest;
}`;
