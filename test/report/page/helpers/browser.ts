// A real browser, where there is one. In CI a missing one fails.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';

/** Why there is no browser; undefined where there is one, or where its absence has to fail. */
export const missingBrowser: string | undefined =
  existsSync(CHROMIUM) || process.env['CI'] !== undefined
    ? undefined
    : `not run: ${CHROMIUM} is missing (apt-get install -y chromium)`;

/** The end of a title: where the tests run, or why they do not. */
export const inBrowser: string = missingBrowser === undefined ? 'in Chromium' : `in Chromium: ${missingBrowser}`;

const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

/** Opens a page that writes down whatever it says, throws or asks for outside of `home`. */
async function watched(
  browser: Browser | undefined,
  options: Parameters<Browser['newPage']>[0],
  home: string,
  complaints: string[],
): Promise<Page> {
  if (browser === undefined) throw new Error('there is no browser');
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && request.url() !== 'data:,') complaints.push(`request: ${request.url()}`);
  });
  return page;
}

/**
 * Opens pages of a folder in a browser for the tests of one describe block. Each must end without an error on its console, and
 * without any request that leaves the folder. `folder` is asked for when the tests start.
 */
export function useFolder(
  folder: () => string,
): (path: string, options?: Parameters<Browser['newPage']>[0]) => Promise<Page> {
  let browser: Browser | undefined;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    expect(complaints).toEqual([]);
  });

  return async (path, options = {}) => {
    const home = pathToFileURL(`${folder()}/`).href;
    const page = await watched(browser, options, home, complaints);
    await page.goto(`${home}${path}`);
    return page;
  };
}

export interface Opened {
  readonly page: Page;
  /** Loads the file again, with another fragment. */
  readonly go: (fragment: string) => Promise<void>;
}

export interface OpenOptions extends NonNullable<Parameters<Browser['newPage']>[0]> {
  /** Which of several files; the first, if nothing is said. */
  readonly file?: string;
}

/**
 * Opens the file, or one of several by their names, in a browser for the tests of one describe block. Each opened page
 * must end without an error on its console, and without any request but the one for the file.
 */
export function useBrowser(
  content: () => string | Readonly<Record<string, string>>,
): (fragment?: string, options?: OpenOptions) => Promise<Opened> {
  let browser: Browser | undefined;
  let folder = '';
  let names: readonly string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ce-conform-page-'));
    const given = content();
    const files = typeof given === 'string' ? { page: given } : given;
    names = Object.keys(files);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.html`), text);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(complaints).toEqual([]);
  });

  return async (fragment = '', { file = names[0] ?? '', ...options } = {}) => {
    const address = pathToFileURL(join(folder, `${file}.html`)).href;
    const page = await watched(browser, options, address, complaints);
    const go = async (next: string): Promise<void> => {
      // Another page first: a mere change of the fragment would not load the file again.
      await page.goto('about:blank');
      await page.goto(`${address}${next}`);
    };
    await page.goto(`${address}${fragment}`);
    return { page, go };
  };
}
