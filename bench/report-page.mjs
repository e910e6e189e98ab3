// How long the HTML report of a real SDK takes to open, until its first filter is ready, against an empty page of as many bytes.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { median, spread } from './statistics.mjs';

const CHROMIUM = '/usr/bin/chromium';
/** Of more than 8,000 cases. */
const REPORT = fileURLToPath(new URL('../reports/javascript/10.0.0.json', import.meta.url));
const BAR = 1.5;
const name = 'HTML report against an empty page';

export async function reportPage({ quick = false } = {}) {
  if (!existsSync(CHROMIUM)) return [{ name, notRun: `${CHROMIUM} is missing (apt-get install -y chromium)` }];
  const folder = mkdtempSync(join(tmpdir(), 'ce-conform-bench-'));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await reportHtml();
    const pages = { empty: emptyPage(Buffer.byteLength(page)), report: page };
    for (const [key, text] of Object.entries(pages)) writeFileSync(join(folder, `${key}.html`), text);
    const times = { empty: [], report: [], paint: [], filter: [] };
    for (let round = -1; round < (quick ? 5 : 25); round++) {
      for (const key of Object.keys(pages)) {
        const { opened, painted, filtered } = await open(
          browser,
          pathToFileURL(join(folder, `${key}.html`)).href,
          key === 'report',
        );
        // The first round only fills the file cache.
        if (round < 0) continue;
        times[key].push(opened);
        if (key === 'empty') continue;
        times.paint.push(painted);
        times.filter.push(filtered);
      }
    }
    const ratio = median(times.report) / median(times.empty);
    const size = `${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB`;
    const detail = `${spread(times.report)} against ${spread(times.empty)}, ${size} each; first paint after ${spread(times.paint)}; the first filter takes ${spread(times.filter)}`;
    return [{ name, ratio, bar: BAR, detail }];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function reportHtml() {
  const { renderHtmlReport } = await import('../dist/src/report/html/render-html.js');
  const { loadRegistry } = await import('../dist/suites/registry.js');
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  return renderHtmlReport(report, { registry: loadRegistry(), rerun: { target: '', flags: [], tail: [] } });
}

/** Nothing to see, and as many bytes: in a comment, which costs a browser least. */
function emptyPage(bytes) {
  const frame = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>empty</title></head><body><!--',
    '--></body></html>',
  ];
  return frame.join('x'.repeat(bytes - frame.join('').length));
}

/**
 * Milliseconds from the start of the navigation to the end of the load event; of the report also until its script listens,
 * and how long its first filter takes then.
 */
async function open(browser, url, isReport) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(url);
    return await page.evaluate(`(${isReport ? reportTimes : emptyTimes})()`);
  } finally {
    await page.close();
  }
}

const emptyTimes = `() => ({ opened: performance.getEntriesByType('navigation')[0].loadEventEnd })`;

const reportTimes = `async () => {
  const { loadEventEnd } = performance.getEntriesByType('navigation')[0];
  const [{ startTime }] = performance.getEntriesByName('ready');
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  while (paint() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = performance.now();
  const status = document.querySelector('select[name=status]');
  status.value = 'fail';
  status.dispatchEvent(new Event('input', { bubbles: true }));
  if (!document.querySelector('.count').textContent.includes(' of ')) throw new Error('nothing was filtered');
  return { opened: Math.max(loadEventEnd, startTime), painted: paint(), filtered: performance.now() - before };
}`;
