import { describe, expect, test } from 'vitest';
import { linkProblems } from './helpers/link-problems.js';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
const problemsOf = (body: string): readonly string[] =>
  linkProblems(
    new Map([
      ['a/b.html', page(body)],
      ['c.html', page('<p id="x">')],
    ]),
    new Set(['d.json']),
  );

describe('the checker of links', () => {
  test.each([
    ['<a href="../c.html#x">', []],
    ['<a href="../c.html#q=1">', []],
    ['<a href="../d.json">', []],
    ['<a href="https://example.org/#nothing">', []],
    ['<p id="y"><a href="#y">', []],
    ['<a href="c.html">', ['a/b.html: c.html leads nowhere']],
    ['<a href="../c.html#y">', ['a/b.html: ../c.html#y names nothing']],
    ['<a href="#y">', ['a/b.html: #y names nothing']],
    ['<a href="../../c.html">', ['a/b.html: ../../c.html leaves the site']],
    ['<a href="/c.html">', ['a/b.html: /c.html leaves the site']],
    ['<img src="e.png">', ['a/b.html: e.png leads nowhere']],
    ['<p id="y"><p id="y">', ['a/b.html: two ids y']],
    ['<p style="color:red">', ['a/b.html: style would be blocked by the policy']],
    ['<p a="1" a="2">', ['a/b.html: duplicate-attribute in line 1']],
    ['<template><a href="no.html"></a></template>', ['a/b.html: no.html leads nowhere']],
  ])('%s', (body, expected) => {
    expect(problemsOf(body)).toEqual(expected);
  });
});
