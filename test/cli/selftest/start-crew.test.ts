// A thread runs built code, so these tests take the crew of the build.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { startCrew as startCrewOfSources } from '../../../src/cli/selftest/start-crew.js';
import { packageRoot } from '../../../src/engine/package-root.js';
import { fault } from '../../../src/reference/fault.js';
import { FAULTS } from '../../../src/reference/faults/index.js';
import { NULL_TARGETS } from '../../../src/reference/nulls.js';
import { type Step, takeStep } from '../../../src/reference/steps.js';
import { loadSuite } from '../../../suites/suite.js';

const BUILT = pathToFileURL(join(packageRoot(), 'dist', 'src', 'cli', 'selftest', 'start-crew.js')).href;
const { startCrew } = (await import(BUILT)) as { readonly startCrew: typeof startCrewOfSources };

type Started = ReturnType<typeof startCrewOfSources>;
const crews: Started[] = [];
const started = (size: number, signal: AbortSignal = new AbortController().signal): Started => {
  const crew = startCrew(size, signal);
  crews.push(crew);
  return crew;
};
afterEach(async () => {
  for (const crew of crews.splice(0)) await crew.close();
});

const stepOf = (name: string): Step => {
  const subject = FAULTS.find((one) => one.name === name);
  if (subject === undefined) throw new Error(`there is no fault ${name}`);
  return { kind: 'fault', subject };
};
const closedPort = NULL_TARGETS.filter(({ name }) => name === 'closed-port').map(
  (subject): Step => ({ kind: 'null', subject }),
);

test('a thread says of a step what this one says, also at the same time as another', async () => {
  const steps = [stepOf('core.id.empty/found-valid'), ...closedPort];
  const crew = started(2);
  const setup = { suite: loadSuite(), signal: new AbortController().signal, spec: '1.0.2' } as const;
  const [theirs, ours] = await Promise.all([
    Promise.all(steps.map(crew.take)),
    Promise.all(steps.map((step) => takeStep(step, setup))),
  ]);
  expect(theirs).toEqual(ours);
});

test('a thread that is free takes the next step', async () => {
  const crew = started(1);
  const [step] = closedPort;
  if (step === undefined) throw new Error('there is no closed port');
  expect(await crew.take(step)).toEqual(await crew.take(step));
});

test('what a thread cannot do is an error here, and leaves it free', async () => {
  const crew = started(1);
  const unknown: Step = { kind: 'fault', subject: fault('core.id.empty/unheard-of', 'is not in the list', {}) };
  for (let times = 0; times < 2; times++) {
    await expect(crew.take(unknown)).rejects.toThrow('there is no step core.id.empty/unheard-of');
  }
});

test('more steps at a time than there are threads are refused', async () => {
  const crew = started(1);
  const [step] = closedPort;
  if (step === undefined) throw new Error('there is no closed port');
  const taken = crew.take(step);
  await expect(crew.take(step)).rejects.toThrow('more than 1 steps');
  await taken;
});

test('the end of the signal ends what is under way', async () => {
  const end = new AbortController();
  const crew = started(1, end.signal);
  const taken = crew.take(stepOf('core.attr.minimal/reverse-dns'));
  end.abort();
  // To the end, cases of its own requirement would have failed.
  expect(await taken).toMatchObject({ kind: 'fault', outcome: { killed: false, killers: [] } });
});
