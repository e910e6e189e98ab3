// --with and --image on a real engine, as a user gives them. Whatever becomes of a run, nothing of it is left on the engine.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/package-root.js';
import { describeWithImages, dockerEnv, left, TAGS } from '../target/container/helpers/docker.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

const BIN = join(packageRoot(), 'dist', 'src', 'cli', 'bin.js');

const IMAGES = ['--kafka-image', TAGS.kafka, '--mqtt-image', TAGS.mosquitto];

const REFERENCE = [process.execPath, BIN, 'reference'];

interface Started {
  readonly child: ChildProcess;
  readonly screen: () => string;
  /** Resolves with the exit code, when nothing is left on the engine. */
  ended(): Promise<number | null>;
}

function start(args: readonly string[], folder: string): Started {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: dockerEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let screen = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      screen += text;
    });
  const closed = once(child, 'close');
  return {
    child,
    screen: () => screen,
    async ended() {
      await closed;
      expect(await left(child.pid)).toEqual([]);
      return child.exitCode;
    },
  };
}

describeWithImages('containers around a run', ['target', 'mosquitto', 'kafka'], () => {
  test('a target in a container finds brokers in others, and is judged', async () => {
    const folder = temporaryFolder();
    const brokers = ['--with', 'kafka,mqtt', ...IMAGES];
    const run = start(
      [...brokers, '--image', TAGS.target, '--report', 'json=r.json', '--', '{kafka}', '{mqtt}'],
      folder,
    );
    expect({ exit: await run.ended(), screen: run.screen() }).toEqual({
      exit: 0,
      screen: expect.stringMatching(/http-receiver +conformant, \d+\/\d+ MUST requirements verified/),
    });
    const report = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'));
    expect(report.verdict).toBe('conformant');
    expect(report.target.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test.each(['kafka', 'mqtt'])('a program that reads from %s is started with its address', async (name) => {
    const url = `${name}://{${name}}`;
    const reader = [...REFERENCE, '--consume', `${url}/{in}?reply={reply}`];
    const target = ['--target', `${url}/conform-in?reply=conform-out`, '--only', 'core.attr.*'];
    const run = start(['--with', name, ...IMAGES, ...target, '--', ...reader], temporaryFolder());
    expect({ exit: await run.ended(), screen: run.screen() }).toEqual({
      exit: 0,
      screen: expect.stringContaining(`${name} runs at 127.0.0.1:`),
    });
    expect(run.screen()).toMatch(new RegExp(`${name === 'kafka' ? 'kafka' : 'mqtt5'}-consumer +conformant`));
  });

  test('a target that ends at once is no verdict', async () => {
    const folder = temporaryFolder();
    const run = start(['--image', TAGS.target, '--report', 'json=r.json', '--', 'localhost:1'], folder);
    expect(await run.ended()).toBe(3);
    expect(run.screen()).toMatch(/^error: failed to start .*ce-conform-test\/target:1.*: it ended with exit code 1/);
    expect(existsSync(join(folder, 'r.json'))).toBe(false);
  });

  test('an interrupted run ends with a report', async () => {
    const folder = temporaryFolder();
    const run = start(['--image', TAGS.target, '--report', 'json=r.json', '--concurrency', '1'], folder);
    await expect.poll(run.screen, { timeout: 60_000 }).toMatch(/\d+ of \d+ cases/);
    run.child.kill('SIGINT');
    expect(await run.ended()).not.toBeNull();
    expect(run.screen()).toContain('interrupted: a run ends with a report of what ran');
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')).run.stopped).toBeDefined();
  });

  test('a run that is interrupted before its target is there ends soon', async () => {
    const run = start(['--image', TAGS.target, '--image-port', '9'], temporaryFolder());
    await expect.poll(() => left(run.child.pid).then(({ length }) => length), { timeout: 60_000 }).toBe(2);
    const began = performance.now();
    run.child.kill('SIGINT');
    expect(await run.ended()).toBe(3);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
