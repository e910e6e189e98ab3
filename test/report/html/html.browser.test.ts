// The page of a real report in a real browser: filters, addresses, keys, paper, and that it stays by itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/package-root.js';
import type { Report } from '../../../src/report/types.js';
import { inBrowser, missingBrowser, useBrowser } from '../page/helpers/browser.js';
import { hostilePageReport, pageOf, rerun, smallReport } from './helpers/pages.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const REAL = join(packageRoot(), 'reports', 'javascript', '10.0.0.json');
const EURO = 'http.dec.pct/euro@http-binary';

const fragment = (page: Page): string => new URL(page.url()).hash;
const shown = (page: Page): Promise<readonly string[]> =>
  page.locator('details.req:visible').evaluateAll((all) => all.map((row) => row.id));
const counted = (page: Page): Promise<string | null> => page.locator('.filters .count').textContent();
const dialog = (page: Page) => page.getByRole('dialog');
const isNarrow = 'document.documentElement.scrollWidth <= innerWidth';

describe.skipIf(missingBrowser !== undefined)(`the page of a report ${inBrowser}`, () => {
  const open = useBrowser(() => ({
    small: pageOf(smallReport()),
    real: pageOf(JSON.parse(readFileSync(REAL, 'utf8')) as Report),
    hostile: pageOf(hostilePageReport()),
  }));

  test('has the verdict, profiles, findings and the whole outline of a real report', async () => {
    const { page } = await open('', { file: 'real' });
    expect(await page.locator('.hero').innerText()).toContain('nonconformant');
    expect(await page.locator('.profile').count()).toBe(9);
    expect(await page.locator('.profile').nth(1).innerText()).toContain(
      '35 of 54 MUST requirements verified, 5 failed',
    );
    expect(await page.locator('#findings ~ .finding').count()).toBe(23);
    expect(await counted(page)).toBe('430 requirements, 8,049 cases');
    await page.locator('noscript.later').first().waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('details.req').count()).toBe(430);
    expect(await page.locator('.document h3').allInnerTexts()).toHaveLength(6);
    await page.close();
  });

  test('filters a real report, and keeps that in the address', async () => {
    const { page, go } = await open('', { file: 'real' });
    const [status, level] = ['Status', 'Level'].map((name) => page.getByRole('combobox', { name }));
    await status?.selectOption('fail');
    await expect.poll(() => counted(page)).toBe('23 of 430 requirements, 112 cases');
    expect(fragment(page)).toBe('#status=fail');
    await page.getByRole('combobox', { name: 'Document' }).selectOption('http');
    await page.getByLabel('Text').fill('euro nowhere');
    await expect.poll(() => counted(page)).toBe('0 of 430 requirements, 0 cases');
    await page.getByLabel('Text').fill('euro');
    await expect.poll(() => counted(page)).toBe('2 of 430 requirements, 2 cases');
    expect(await shown(page)).toEqual(['http.enc.ascii', 'http.dec.pct']);
    expect(fragment(page)).toBe('#q=euro&status=fail&document=http');
    await page.locator('#http\\.dec\\.pct summary').click();
    await expect.poll(() => page.locator('.case-list').innerText()).toContain('1 of 16 cases match');
    await go('#q=euro&status=fail&document=http');
    await expect.poll(() => shown(page)).toEqual(['http.enc.ascii', 'http.dec.pct']);
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => counted(page)).toBe('430 requirements, 8,049 cases');
    expect(fragment(page)).toBe('');
    await level?.selectOption('may');
    await expect.poll(() => fragment(page)).toBe('#level=may');
    expect(await page.locator('details.req:visible .level:not(.may)').count()).toBe(0);
    await page.close();
  });

  test('a case of a real report has an address, and shows rule, difference, bytes and command', async () => {
    const { page } = await open(`#${EURO}`, { file: 'real' });
    const text = await dialog(page).innerText();
    for (const part of [
      EURO,
      'fail',
      "subject came out as the header's bytes, not decoded",
      'Percent sequences are decoded as UTF-8',
      'Follow the text (must)',
      rerun(EURO),
    ]) {
      expect(text).toContain(part);
    }
    expect(await dialog(page).locator('del').innerText()).toMatch(/"subject": "Euro € 😀"/);
    expect(await dialog(page).locator('ins mark').innerText()).toBe('%20%E2%82%AC%20%F0%9F%98%80');
    expect(await dialog(page).getByRole('link', { name: '3.1.3.2. HTTP Header Values' }).getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/cloudevents\/spec\/blob\/ce%40v1\.0\.2\/.*#3132-http-header-values$/,
    );
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => fragment(page)).toBe('#http.dec.pct/blank@http-binary');
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.poll(() => dialog(page).locator('h2').innerText()).toBe(EURO);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    await page.close();
  });

  test('bytes are shown as text with what cannot be seen, and as hexadecimal digits', async () => {
    const { page } = await open(`#${EURO}`);
    const body = dialog(page).getByRole('group', { name: 'Body' }).first();
    expect(await body.innerText()).toBe('{"a":\\t1}\\r\\n\n');
    await page.getByRole('button', { name: 'Show as hex' }).click();
    expect(await body.innerText()).toBe('000000  7b 22 61 22 3a 09 31 7d 0d 0a                    {"a":.1}..');
    expect(await dialog(page).locator('.headers').first().innerText()).toContain('45 75 72 6f 25 32 30');
    await expect.poll(() => fragment(page)).toBe(`#case=${EURO}&bytes=hex`);
    await page.reload();
    expect(await body.innerText()).toMatch(/^000000 {2}7b/);
    await page.close();
  });

  test('an address leads to its place: of a requirement, a finding, a section, a position', async () => {
    const { page, go } = await open();
    for (const [address, place, text] of [
      ['#core.id.opaque', '#core\\.id\\.opaque .about', 'Link to this requirement'],
      ['#raw-1', '#raw-1 .about', 'Percent sequences are decoded as UTF-8'],
      ['#http/3.1.3.2', '[id="http/3.1.3.2"]', 'http.dec.once'],
      ['#A31', '#A31', 'Follow the text (must)'],
      ['#status=fail&at=http.dec.pct', '#http\\.dec\\.pct .about', '2 of 3 cases match'],
      // What the filter hides is shown without it.
      ['#status=fail&at=core.id.opaque', '#core\\.id\\.opaque .about', '1 case'],
    ] as const) {
      await go(address);
      await expect.poll(() => page.locator(place).innerText(), { message: address }).toContain(text);
      expect(await page.locator(place).evaluate((one) => one.getBoundingClientRect().top < 800), address).toBe(true);
    }
    await page.close();
  });

  test('an address of nothing is the whole page, and of no case says so', async () => {
    const { page, go } = await open('#status=nothing&level=x&at=%E0%A4%A&q=');
    expect(await counted(page)).toBe('6 requirements, 8 cases');
    await go('#no.such/case@here');
    expect(await dialog(page).innerText()).toContain('This report has no such case.');
    await go('#%E0%A4%A');
    expect(await dialog(page).count()).toBe(0);
    await page.close();
  });

  test('the back button undoes filters, cases and twins, one after the other', async () => {
    const { page } = await open();
    await page.getByRole('link', { name: '2 fail' }).click();
    await expect.poll(() => shown(page)).toEqual(['http.dec.pct']);
    await page.locator('#http\\.dec\\.pct summary').click();
    await page.getByRole('link', { name: 'euro@http-binary' }).click();
    await dialog(page).getByRole('link', { name: 'core.id.opaque/plain@http-binary' }).click();
    await expect.poll(() => fragment(page)).toBe('#status=fail&case=core.id.opaque/plain@http-binary');
    await page.goBack();
    await expect.poll(() => dialog(page).locator('h2').innerText()).toBe(EURO);
    await page.goBack();
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(await shown(page)).toEqual(['http.dec.pct']);
    await page.goBack();
    await expect.poll(() => counted(page)).toBe('6 requirements, 8 cases');
    await page.goForward();
    await expect.poll(() => shown(page)).toEqual(['http.dec.pct']);
    // All that is typed at one time is one step.
    await page.getByLabel('Text').pressSequentially('blank');
    await expect.poll(() => counted(page)).toBe('1 of 6 requirements, 1 case');
    await page.goBack();
    await expect.poll(() => counted(page)).toBe('1 of 6 requirements, 2 cases');
    await page.close();
  });

  test('keys alone are enough: search, open, copy, close, and the focus is back', async () => {
    const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('percent');
    await expect.poll(() => shown(page)).toEqual(['http.dec.pct']);
    const tabTo = async (is: string): Promise<void> => {
      for (let stops = 0; stops < 20; stops++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(`document.activeElement.matches('${is}')`)) return;
      }
      throw new Error(`no tab stop is ${is}`);
    };
    await tabTo('.req summary');
    await page.keyboard.press('Enter');
    await page.locator('.case-list').waitFor();
    await tabTo('.case-list li a');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('case-title');
    await tabTo('.case-body .copy');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.case-body .copy').innerText()).toBe('Copied');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(rerun(EURO));
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('euro@http-binary');
    await page.close();
  });

  test('on paper are summary, findings and the whole outline, and neither controls nor cases', async () => {
    const { page } = await open('#http.dec.pct');
    await page.locator('.case-list').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('details.req:visible').count()).toBe(6);
    expect(await page.locator('.finding .about:visible').count()).toBe(2);
    expect(await page.locator('.filters:visible, .case-list:visible, .copy:visible, dialog:visible').count()).toBe(0);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('details.sec[open]').count()).toBe(1);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  test('axe finds nothing in light and dark, with a case open and without', async () => {
    const { page } = await open('#http.dec.pct', { bypassCSP: true });
    await page.addScriptTag({ path: AXE });
    await page.locator('.case-list').waitFor();
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    const violations = async (colorScheme: 'light' | 'dark'): Promise<unknown> => {
      await page.emulateMedia({ colorScheme });
      return page.evaluate(
        '(async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target).slice(0, 3)]))()',
      );
    };
    expect(await violations('light')).toEqual([]);
    expect(await violations('dark')).toEqual([]);
    await page.evaluate(`location.hash = '#case=${EURO}&bytes=hex'`);
    await dialog(page).waitFor();
    expect(await violations('dark')).toEqual([]);
    expect(await violations('light')).toEqual([]);
    await page.close();
  });

  test('on a phone and on a desktop nothing but bytes scrolls sideways', async () => {
    const { page } = await open('#http.dec.pct', { file: 'real', viewport: { width: 390, height: 844 } });
    await page.locator('.case-list').waitFor();
    await page.getByRole('button', { name: 'Open all' }).click();
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(isNarrow), `${width}`).toBe(true);
      await page.evaluate(`location.hash = '#case=${EURO}&bytes=hex'`);
      await dialog(page).waitFor();
      expect(await dialog(page).evaluate((one) => one.scrollWidth <= one.clientWidth), `${width}`).toBe(true);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
    }
    await page.close();
  });

  test('without a script, summary, findings and outline are there, and no control that does nothing', async () => {
    const { page } = await open('', { javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.hero').innerText()).toContain('1 finding breaks 1 MUST requirement');
    await page.locator('#raw-1 > summary').click();
    expect(await page.locator('#raw-1 .broken').innerText()).toContain('Percent sequences are decoded as UTF-8');
    await page.locator('[id="http/3.1.3.2"] > summary').click();
    expect(await page.locator('#http\\.dec\\.pct summary').innerText()).toContain('2 of 3 cases failed');
    await page.close();
  });

  test('a hostile report runs nothing, and is shown as text; what is long is folded', async () => {
    const { page } = await open('#status=fail', { file: 'hostile' });
    await page.locator('details.req:visible summary').click();
    await page.locator('.case-list li a').first().click();
    await dialog(page).waitFor();
    expect(await page.locator('img, main script, main b b').count()).toBe(0);
    expect(await dialog(page).innerText()).toContain('<script>alert(1)</script>');
    expect(await dialog(page).innerText()).toContain('\\u{202e}\\u{202e}');
    expect(await page.content()).not.toMatch(/[\u001b\u202e]/);
    const length = (): Promise<unknown> => page.evaluate('document.querySelector("dialog").textContent.length');
    expect(await length()).toBeLessThan(20_000);
    await page.getByRole('button', { name: 'Show the first 200,000 characters of 10,000,000' }).click();
    expect(await length()).toBeGreaterThan(200_000);
    expect(await page.evaluate(isNarrow)).toBe(true);
    await page.close();
  });
});
