import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/report/page/html.js';
import { renderPage } from '../../../src/report/page/render-page.js';

const page = renderPage({ title: 'a <title>', body: html`<main>body</main>` });
const between = (start: string, end: string): string => page.split(start)[1]?.split(end)[0] ?? '';
const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a page', () => {
  test('has a title and a body', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(between('<title>', '</title>')).toBe('a &lt;title&gt;');
    expect(page).toContain('<main>body</main>');
  });

  test('lets in the style and the script that stand in it, and nothing else', () => {
    const policy = between('content="', '"').replaceAll('&#39;', "'");
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${digest(between('<style>', '</style>'))}`,
      `script-src ${digest(between('<script>', '</script>'))}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('has no part that ends early: neither style nor script holds an end tag', () => {
    expect(page.match(/<\/?script/gi)).toEqual(['<script', '</script']);
    expect(page.match(/<\/?style/gi)).toEqual(['<style', '</style']);
  });

  test('has the assets that are named, and waits for the element that is named', () => {
    const other = renderPage({
      title: 'x',
      body: html`<p id="end"></p>`,
      assets: { styles: ['base.css'], scripts: ['report-dom.js', 'report-data.js'] },
      drawnFrom: 'end',
    });
    expect(other).toContain('<link rel="expect" href="#end" blocking="render">');
    expect(page).not.toContain('rel="expect"');
    expect(other).not.toContain('.grid');
    expect(other.indexOf('function need(')).toBeLessThan(other.indexOf('function loadIndex('));
  });

  test('refers to nothing outside', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!data:)|url\(|@import|https?:\/\//);
  });
});
