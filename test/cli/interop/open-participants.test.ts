import { describe, expect, test } from 'vitest';
import { openParticipants } from '../../../src/cli/interop/open-participants.js';
import type { SubjectEntry } from '../../../src/cli/subjects-file.js';
import { small } from './helpers/structured-adapter.js';

async function opened(...entries: readonly SubjectEntry[]) {
  const { participants, notRun } = await openParticipants(entries, {
    timeoutMs: 20_000,
    signal: new AbortController().signal,
  });
  await Promise.all(participants.map((one) => one.close()));
  return { ids: participants.map(({ subject }) => subject.id), notRun };
}

test('programs that say hello take part, the reference first', async () => {
  expect(await opened(small('b'), small('a'))).toEqual({ ids: ['reference', 'b', 'a'], notRun: [] });
});

describe('a program that cannot take part is named', () => {
  const entry: SubjectEntry = {
    id: 'gone',
    sdk: 'npm gone',
    folder: 'adapters/go ne',
    build: [
      ['npm', 'ci'],
      ['npm', 'run', 'build it'],
    ],
    run: ['./no/such/program'],
    install: 'Node 20',
  };

  test('with what builds it, and what it needs', async () => {
    const { ids, notRun } = await opened(entry, small('a'));
    expect(ids).toEqual(['reference', 'a']);
    expect(notRun).toEqual([
      {
        id: 'gone',
        sdk: 'npm gone',
        reason: 'failed to start "./no/such/program": there is no such program, or no such working directory (ENOENT)',
        build: "cd 'adapters/go ne' && npm ci && npm run 'build it'",
        install: 'Node 20',
      },
    ]);
  });

  test.each([
    ['ends at once', 'process.exit(1)', /ended before it replied/],
    [
      'answers without reading',
      `process.stdin.once('data', () => console.log(JSON.stringify({ id: 1, protocol: 1, name: 'n', version: '1', language: 'l', supports: [] })) || setInterval(() => console.log('{"id":2}'), 10))`,
      /canary|without reading/,
    ],
  ])('when it %s', async (_, source, reason) => {
    const { ids, notRun } = await opened({ id: 'x', sdk: 'x', run: [process.execPath, '-e', source] });
    expect(ids).toEqual(['reference']);
    expect(notRun).toEqual([{ id: 'x', sdk: 'x', reason: expect.stringMatching(reason) }]);
  });
});
