// The layout explains itself only while imports go one way. docs/ARCHITECTURE.md lists the folders in this order.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../src/engine/package-root.js';

/** A folder imports from itself and from those before it. */
const ORDER = [
  'src/event',
  'src/format',
  'src/binding',
  'src/cesql',
  'src/generate',
  'src/arbitraries.ts',
  'src/target',
  'src/engine',
  'suites',
  'src/report',
  'src/reference',
  'src/fuzz',
  'src/cli',
  'src/site',
  'src/index.ts',
  'src/vitest',
  'src/vitest.ts',
];

/** Rooms that a later room must not know, whatever the order. */
const STRANGERS: readonly (readonly [from: string, to: string])[] = [['src/reference', 'suites']];

/** Libraries that a run over HTTP never loads, and the folder that may use them. */
const DRIVERS: readonly (readonly [library: string, folder: string])[] = [
  ['kafkajs', 'src/target/kafka'],
  ['mqtt', 'src/target/mqtt'],
  ['testcontainers', 'src/target/container'],
];

const root = packageRoot();
const files = ['src', 'suites'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`),
);
const roomOf = (path: string): string => ORDER.find((room) => path === room || path.startsWith(`${room}/`)) ?? path;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const importsOf = (path: string): readonly string[] =>
  [...read(path).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    normalize(join(dirname(path), target)).replace(/\.js$/, '.ts'),
  );

describe('the layout', () => {
  test('every file is in a room of the list', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => !ORDER.includes(roomOf(path)))).toEqual([]);
  });

  test('imports go one way', () => {
    const against = files.flatMap((path) =>
      importsOf(path)
        .filter((target) => ORDER.indexOf(roomOf(target)) > ORDER.indexOf(roomOf(path)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(against).toEqual([]);
  });

  test('the reference knows no suite', () => {
    const known = STRANGERS.flatMap(([from, to]) =>
      files
        .filter((path) => roomOf(path) === from)
        .filter((path) => importsOf(path).some((target) => roomOf(target) === to)),
    );
    expect(known).toEqual([]);
  });

  test('a driver is known to its own folder alone, and loaded when it is needed', () => {
    for (const [library, folder] of DRIVERS) {
      const uses = new RegExp(`(?:from|import\\()\\s*'${library}(?:/[^']*)?'`);
      const loads = new RegExp(`import\\s(?!type\\b)[^;]*from\\s*'${library}(?:/[^']*)?'`);
      const users = files.filter((path) => uses.test(read(path)));
      expect(users.filter((path) => !path.startsWith(`${folder}/`))).toEqual([]);
      expect(users.filter((path) => loads.test(read(path)))).toEqual([]);
      expect(users.filter((path) => read(path).includes(`await import('${library}')`))).not.toEqual([]);
    }
  });

  test('no import leads in a circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (done.has(path) || trail.includes(path) || !files.includes(path)) return;
      for (const target of importsOf(path)) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  test('only its driver knows kafkajs, and loads it when a cluster is opened', () => {
    const knowing = files.filter((path) => /'kafkajs'/.test(read(path)));
    expect(knowing.length).toBeGreaterThan(0);
    expect(knowing.filter((path) => !path.startsWith('src/target/kafka/'))).toEqual([]);
    // Types are gone in what runs.
    const eager = knowing.filter((path) =>
      /^import (?!type )[^;]*'kafkajs'|^export [^;]*from 'kafkajs'/m.test(read(path)),
    );
    expect(eager).toEqual([]);
  });

  test('only its integration knows vitest, which users of the rest need not have', () => {
    const knowing = files.filter((path) => /'vitest'/.test(read(path)));
    expect(knowing.length).toBeGreaterThan(0);
    expect(knowing.filter((path) => !path.startsWith('src/vitest/'))).toEqual([]);
  });

  test('only the command line knows the console and the process', () => {
    const loud = files.filter(
      (path) => roomOf(path) !== 'src/cli' && /\bconsole\.|process\.(?:exit|stdout|stderr)\b/.test(read(path)),
    );
    expect(loud).toEqual([]);
  });
});

describe('the tests', () => {
  test('have no helper with a hook that is registered where it is loaded: that happens once for all files of a process', () => {
    const helpers = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => `test/${path}`);
    expect(helpers.length).toBeGreaterThan(20);
    expect(helpers.filter((path) => /^(?:before|after)(?:Each|All)\(/m.test(read(path)))).toEqual([]);
  });
});
