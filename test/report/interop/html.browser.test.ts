// The page in a real browser: its cells open what was lost, and its filters know modes, encoders and decoders.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/report/interop/html/render-html.js';
import { inBrowser, missingBrowser, useBrowser } from '../page/helpers/browser.js';
import { hostileResult, someLosses } from './helpers/results.js';

const rows = (page: Page): Promise<readonly string[]> =>
  page.locator('tr[data-id]:visible').evaluateAll((all) => all.map((row) => row.getAttribute('data-id') ?? ''));

describe.skipIf(missingBrowser !== undefined)(`the page ${inBrowser}`, () => {
  const open = useBrowser(() => renderHtml(someLosses()));

  test('a cell opens what was lost, and has an address', async () => {
    const { page, go } = await open();
    await page.locator('tr[data-id="binary/drops"] td').nth(1).getByRole('button').click();
    const dialog = page.getByRole('dialog');
    const expected = ['binary/drops · good', 'emoji in subject', 'subject lost: told "s"', 'drops writes it so that'];
    for (const text of expected) expect(await dialog.innerText()).toContain(text);
    await expect.poll(() => new URL(page.url()).hash).toBe('#cell=binary/drops/good');
    await page.keyboard.press('Escape');
    await go('#cell=binary/good/picky');
    expect(await dialog.innerText()).toContain('no <subject>, please');
    await page.close();
  });

  test.each([
    ['by encoder', 'Encoder', 'drops', ['binary/drops']],
    ['by outcome', 'Outcome', 'kept', ['binary/reference', 'binary/good', 'binary/picky']],
  ])('filters %s', async (_, label, value, expected) => {
    const { page } = await open();
    await page.getByRole('combobox', { name: label }).selectOption(value);
    expect(await rows(page)).toEqual(expected);
    await page.close();
  });

  test('a decoder shows its column alone, and its outcomes count', async () => {
    const { page } = await open();
    await page.getByRole('combobox', { name: 'Decoder' }).selectOption('picky');
    expect(await page.locator('tr[data-id="binary/good"] td:visible').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('kept');
    expect(await rows(page)).toEqual([]);
    await page.close();
  });

  test('the search finds what only a cell tells', async () => {
    const { page } = await open();
    await page.getByLabel('Search').fill('drops WRITES');
    expect(await rows(page)).toEqual(['binary/drops']);
    await page.close();
  });

  test('on a narrow screen nothing but the tables scrolls sideways', async () => {
    const { page } = await open('', { viewport: { width: 390, height: 700 } });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  });
});

describe.skipIf(missingBrowser !== undefined)(`a hostile page ${inBrowser}`, () => {
  const open = useBrowser(() => renderHtml(hostileResult()));

  test('runs nothing, loads nothing, and shows the text', async () => {
    const { page } = await open();
    await page.locator('td button').first().click();
    expect(await page.getByRole('dialog').innerText()).toContain('<script>alert(1)</script>');
    expect(await page.locator('img').count()).toBe(0);
    await page.close();
  });
});
