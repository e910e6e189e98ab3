import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toldEvents } from '../../../src/cli/interop/told-events.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { TELLING_EVENTS } from '../../../src/generate/telling/telling-events.js';

const show = (events: unknown): string =>
  JSON.stringify(events, (_, value) => (value instanceof Map ? [...value] : value));

describe('told events', () => {
  test('are the telling ones alone, where none is generated', async () => {
    expect(await toldEvents('s', 0)).toEqual(TELLING_EVENTS.map((one) => ({ ...one, origin: 'telling' })));
  });

  test('are as many as asked for, some of them batches', async () => {
    const generated = (await toldEvents('s', 50)).filter(({ origin }) => origin === 'generated');
    expect(generated).toHaveLength(50);
    expect(generated.filter(({ events }) => events.length > 1)).toHaveLength(5);
    expect(new Set(generated.map(({ name }) => name)).size).toBe(50);
  });

  test('are the same for a seed, and others for another', async () => {
    expect(show(await toldEvents('s', 30))).toBe(show(await toldEvents('s', 30)));
    expect(show(await toldEvents('s', 30))).not.toBe(show(await toldEvents('t', 30)));
  });
});

test('fast-check is loaded by who generates, and by nobody else', () => {
  const root = packageRoot();
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const loads = (pattern: RegExp) =>
    files.filter((path) => pattern.test(readFileSync(join(root, 'src', path), 'utf8')));
  const generators = loads(/^import .*from 'fast-check'/m);
  expect(generators.length).toBeGreaterThan(4);
  expect(generators.filter((path) => !/^(generate|fuzz)\//.test(path))).toEqual([]);
  // Outside of their folders, generators come in only by import(): the fuzzer and its commands, and the library entry, are loaded so.
  const isLoaded = (path: string): boolean =>
    /^(fuzz|cli\/fuzz)\/|^cli\/commands\/(fuzz|replay)\.ts$|^arbitraries\.ts$/.test(path);
  const names = generators.map((path) => path.replace(/^generate\/|\.ts$/g, '')).join('|');
  const users = loads(new RegExp(`^import [^;]*generate/(?:${names}|event|sample)\\.js'`, 'm'));
  expect(users.filter((path) => !isLoaded(path))).toEqual([]);
  expect(loads(/^import (?!type)[^;]*(?:\.\.\/)+fuzz\//m).filter((path) => !isLoaded(path))).toEqual([]);
});
