// The target that dies and comes back is what the fuzzer is tried on: it has to do both.
import { expect, it } from 'vitest';
import { startCrashingTarget } from './helpers/start-crashing-target.js';

const post = (url: URL): Promise<number | 'nothing'> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json', connection: 'close' },
    body: JSON.stringify({ specversion: '1.0', id: 'a', source: '/s', type: 't' }),
  }).then(
    ({ status }) => status,
    () => 'nothing',
  );

it('a target that crashes answers nothing, and answers again at the same address', async () => {
  const target = await startCrashingTarget(0.5, 's');
  const answers: (number | 'nothing')[] = [];
  await expect
    .poll(
      async () => {
        answers.push(await post(target.url));
        return answers.at(-1) === 200 && answers.includes('nothing') && target.crashes > 0;
      },
      { timeout: 30_000, interval: 5 },
    )
    .toBe(true);
  expect(new Set(answers)).toEqual(new Set([200, 'nothing']));
});

it('a target that never crashes answers each time', async () => {
  const target = await startCrashingTarget(0, 's');
  expect([await post(target.url), await post(target.url), target.crashes]).toEqual([200, 200, 0]);
});
