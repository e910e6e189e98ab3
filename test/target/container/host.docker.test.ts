// Containers on a real engine: reached from this machine alone, and gone when the stay is over, however they ended.
import { expect, test } from 'vitest';
import { describeWithImages, docker, left, TAGS } from './helpers/docker.js';
import { openHost, problemOf } from './helpers/host.js';

/** What makes a container wait: an address that takes connections. */
const MQTT = { image: TAGS.mosquitto, alias: 'mqtt', port: 1883 } as const;

const TARGET = { image: TAGS.target, alias: 'target', port: 8080 } as const;

describeWithImages('a stay on a Docker engine', ['target', 'mosquitto'], () => {
  test('a container is reached at its address, and by others at its name', async () => {
    const host = await openHost();
    const mqtt = await host.start(MQTT);
    const target = await host.start({ ...TARGET, command: ['mqtt:1883'] });
    expect(await mqtt.state()).toEqual({ kind: 'runs' });
    await expect.poll(() => fetch(`http://${target.address}/`).then(({ status }) => status)).toBe(400);
  });

  test('nobody but this machine reaches a container', async () => {
    const host = await openHost();
    const { address } = await host.start(TARGET);
    expect(host.name).toBe('127.0.0.1');
    expect(address).toMatch(/^127\.0\.0\.1:\d+$/);
    const [ports = ''] = await docker(
      'ps',
      '--filter',
      `label=ce-conform.pid=${process.pid}`,
      '--format',
      '{{.Ports}}',
    );
    expect(ports).toBe(`${address}->8080/tcp`);
  });

  test('its environment and its command line are those that were given', async () => {
    const host = await openHost();
    await host.start({ ...MQTT, env: { ONE: '1', EMPTY: '' }, command: ['mosquitto', '-p', '1883'] });
    const [id = ''] = await docker('ps', '--quiet', '--filter', `label=ce-conform.pid=${process.pid}`);
    const [seen = ''] = await docker('inspect', '--format', '{{json .Config.Env}} {{json .Config.Cmd}}', id);
    expect(seen).toContain('"ONE=1","EMPTY="');
    expect(seen).toContain('["mosquitto","-p","1883"]');
  });

  test('the end of a stay leaves nothing, and comes once', async () => {
    const host = await openHost();
    await host.start(MQTT);
    await host.start(TARGET);
    expect(await left()).toHaveLength(3);
    await Promise.all([host.close(), host.close()]);
    expect(await left()).toEqual([]);
  });

  test('a program that is not in the image is told', async () => {
    const host = await openHost();
    const problem = await problemOf(host.start({ ...MQTT, command: ['no-such-program'] }));
    expect(problem).toMatchObject({ code: 'container.start', message: expect.stringContaining('no-such-program') });
    expect(problem.message).toMatch(/^failed to start a container of "ce-conform-test\/mosquitto:2": /);
  });

  test('an image that is nowhere is told', async () => {
    const host = await openHost();
    const problem = await problemOf(host.start({ ...MQTT, image: 'localhost:1/no-such/image:1' }));
    expect(problem).toMatchObject({ code: 'container.image', hint: expect.stringContaining('docker images') });
    expect(problem.message).toMatch(/^failed to bring the image "localhost:1\/no-such\/image:1": /);
  });

  test.each(['', 'UPPER CASE', '::', '../..'])('%j is no name of an image', async (image) => {
    const host = await openHost();
    expect(await problemOf(host.start({ ...MQTT, image }))).toMatchObject({ code: 'container.image' });
  });

  test('an interrupted run waits for no container and leaves none', async () => {
    const interrupt = new AbortController();
    const host = await openHost(interrupt.signal);
    await host.start(MQTT);
    const starting = problemOf(host.start(TARGET));
    interrupt.abort();
    expect(await starting).toMatchObject({ code: 'container.aborted' });
    await expect.poll(() => left()).toEqual([]);
  });

  test('a run that was interrupted before begins with nothing', async () => {
    const host = await openHost(AbortSignal.abort());
    expect(await problemOf(host.start(MQTT))).toMatchObject({ code: 'container.aborted' });
    await host.close();
    await expect.poll(() => left()).toEqual([]);
  });
});
