// All steps in order, up to the first that does not hold.
import { CLAIM_WORDS } from '../../target/adapter/claim-words.js';
import { claimSteps } from './claim-steps.js';
import { explainFailure } from './explain-failure.js';
import { GREETING_STEPS, helloOf } from './greeting-steps.js';
import { loadSteps } from './load-steps.js';
import { isMessageWord } from './requests.js';
import { startTalk, type Talk, type TalkOptions } from './talk.js';
import type { Broken, CheckResult, Step, StepResult } from './types.js';

/** Walks through the program of this command line. It is gone when the promise resolves. */
export async function checkAdapter(argv: readonly string[], options: TalkOptions): Promise<CheckResult> {
  const talk = startTalk(argv, options);
  const results: StepResult[] = [];
  const runAll = async (steps: readonly Step[]): Promise<boolean> => {
    for (const { id, title, run } of steps) {
      const broken = (await run(talk)) ?? leftOver(talk);
      results.push({ id, title, ...(broken !== undefined && { broken }) });
      if (broken !== undefined) return false;
    }
    return true;
  };
  try {
    if (await runAll(GREETING_STEPS)) await runAll(await furtherSteps(talk));
  } finally {
    await talk.finish();
  }
  const hello = await helloOf(talk);
  return { steps: results, ...(hello !== undefined && { hello }), aborted: options.signal.aborted };
}

async function furtherSteps(talk: Talk): Promise<readonly Step[]> {
  const supports = (await helloOf(talk))?.supports ?? [];
  const words = CLAIM_WORDS.filter((word) => supports.includes(word));
  return [...words.flatMap(claimSteps), ...loadSteps(words.filter(isMessageWord)), END];
}

// It came behind a reply that was fine: the next question would have hidden it.
function leftOver(talk: Talk): Broken | undefined {
  return talk.leftover && explainFailure(talk.leftover);
}

const END: Step = {
  id: 'end',
  title: 'it ends when its stdin ends',
  run: async (talk) => {
    const ending = await talk.finish();
    if (ending.kind === 'ended' && ending.how === 'exit code 0') return undefined;
    return {
      problem: `stdin was closed, and the program ${ending.kind === 'ended' ? `ended with ${ending.how}` : 'did not end within 5 seconds'}`,
      next: 'Leave the loop when stdin ends, close what keeps the program alive (servers, timers, pools), and end with exit code 0.',
    };
  },
};
