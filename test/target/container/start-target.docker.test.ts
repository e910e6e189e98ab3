// The target itself as a container: it is there when it takes connections, and if it never will, its last words are told.
import { expect, test } from 'vitest';
import { startTarget } from '../../../src/target/container/start-target.js';
import { describeWithImages, left, TAGS } from './helpers/docker.js';
import { openHost, problemOf } from './helpers/host.js';

const TARGET = { image: TAGS.target, port: 8080, env: {} } as const;

const PATIENCE = { timeoutMs: 60_000 } as const;

describeWithImages('a target in a container', ['target'], () => {
  test('answers when it is there', async () => {
    const address = await startTarget(await openHost(), TARGET, PATIENCE);
    const headers = { 'ce-id': '1', 'ce-source': '/s', 'ce-type': 't', 'ce-specversion': '1.0', 'ce-x': '%E2%82%AC' };
    const response = await fetch(`http://${address}/`, { method: 'POST', headers });
    expect(response.headers.get('content-type')).toBe('application/cloudevents+json');
    expect(await response.json()).toEqual({ id: '1', source: '/s', type: 't', specversion: '1.0', x: '€' });
  });

  test('that ends at once is told with what it last wrote, and leaves nothing', async () => {
    const host = await openHost();
    const problem = await problemOf(startTarget(host, { ...TARGET, command: ['127.0.0.1:1'] }, PATIENCE));
    expect(problem.code).toBe('container.start');
    expect(problem.message).toMatch(
      /^failed to start .*: it ended with exit code 1 and last wrote: "target: nobody is/,
    );
    await host.close();
    expect(await left()).toEqual([]);
  });

  test('that listens at another port is waited for, and not for ever', async () => {
    const problem = await problemOf(startTarget(await openHost(), { ...TARGET, port: 9 }, { timeoutMs: 1500 }));
    expect(problem).toMatchObject({ code: 'container.start', message: expect.stringContaining('within 1500 ms') });
  });

  test('is not waited for any more when the run is interrupted', async () => {
    const interrupt = new AbortController();
    const host = await openHost();
    const starting = problemOf(startTarget(host, { ...TARGET, port: 9 }, { ...PATIENCE, signal: interrupt.signal }));
    await expect.poll(() => left().then(({ length }) => length)).toBe(2);
    interrupt.abort();
    expect(await starting).toMatchObject({ code: 'container.aborted' });
  });
});
