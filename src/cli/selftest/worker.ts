// A thread of the selftest: it has a suite of its own, and takes the steps that it is told by name.
import { parentPort } from 'node:worker_threads';
import { loadSuite } from '../../../suites/suite.js';
import { ConformError } from '../../engine/error.js';
import { FAULTS } from '../../reference/faults/index.js';
import { ALL_NULLS, ALL_STAGES, type Step, takeStep } from '../../reference/steps.js';
import type { FromWorker, ToWorker } from './messages.js';

const end = new AbortController();
const setup = { suite: loadSuite(), signal: end.signal, spec: '1.0.2' } as const;

const STEPS: readonly Step[] = [
  ...ALL_STAGES.map((subject) => ({ kind: 'stage', subject }) as const),
  ...FAULTS.map((subject) => ({ kind: 'fault', subject }) as const),
  ...ALL_NULLS.map((subject) => ({ kind: 'null', subject }) as const),
];

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'end') end.abort();
  else take(message.step, message.name).then((reply) => parentPort?.postMessage(reply));
});

async function take(kind: Step['kind'], name: string): Promise<FromWorker> {
  try {
    const step = STEPS.find((one) => one.kind === kind && one.subject.name === name);
    if (step === undefined) throw new Error(`there is no step ${name}`);
    return { kind: 'outcome', outcome: await takeStep(step, setup) };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    // A message keeps what every Error has, and no more.
    return { kind: 'error', error, ...(error instanceof ConformError ? { diagnostic: error.diagnostic } : {}) };
  }
}
