import { describe, expect, it } from 'vitest';
import { exchangeCase } from '../../src/engine/exchange-case.js';
import { observe } from '../../src/engine/observe.js';
import { type Examined, examine } from '../../src/fuzz/examine.js';
import { createTokens } from '../../src/fuzz/issued-tokens.js';
import { NOTHING_DUE } from '../../src/fuzz/shots-of.js';
import type { Trial } from '../../src/fuzz/trial.js';
import { answerTruly, type Incoming, startHttp } from '../engine/helpers/http-server.js';
import { driveOf } from './helpers/fuzz-reference.js';
import { event, events, writing } from './helpers/trials.js';

interface Watched {
  readonly examine: (trial: Trial, name?: string) => Promise<Examined>;
  readonly seen: readonly Incoming[];
}

/** A real server that answers truly unless a test says otherwise; what it saw of the trials alone. */
async function watched(
  otherwise: (request: Incoming, at: number) => 'close' | 'truly' = () => 'truly',
  signal?: AbortSignal,
): Promise<Watched> {
  const seen: Incoming[] = [];
  let isProbed = false;
  const server = await startHttp((request, response) => {
    const how = isProbed ? otherwise(request, seen.push(request) - 1) : 'truly';
    if (how === 'close') response.destroy();
    else answerTruly(request, response);
  });
  const drive = await driveOf(server.url, signal && { signal });
  isProbed = true;
  const isAlive = async () => observe(await exchangeCase(drive.fence, { ...drive, observation: 'status' }));
  const examiner = { drive, obligations: NOTHING_DUE, tokens: createTokens(), isAlive };
  return { examine: (trial, name = 'try') => examine(trial, name, examiner), seen };
}

const CUT: Trial = {
  kind: 'mutation',
  event: event({}, { kind: 'text', text: 'x'.repeat(500) }),
  writing: writing('http-structured'),
  mutation: { steps: [], delivery: { cutAt: 500 } },
};

describe('examine', () => {
  it('asks one question after the other, and keeps the bytes both ways', async () => {
    const { examine: look, seen } = await watched();
    const { symptoms, evidence, answered } = await look(
      events(event({ subject: 'x' }), 'http-structured', 'http-binary'),
    );
    expect(symptoms).toEqual([]);
    expect(seen).toHaveLength(2);
    expect(evidence.map(({ requests, replies }) => [requests.length, replies.map(({ kind }) => kind)])).toEqual([
      [1, ['response']],
      [1, ['response']],
    ]);
    expect(answered.map(({ shot }) => shot.way)).toEqual(['http-structured', 'http-binary']);
  });

  it('tells what is wrong', async () => {
    const { examine: look } = await watched((_, at) => (at === 1 ? 'close' : 'truly'));
    const { symptoms } = await look(events(event(), 'http-structured', 'http-binary'));
    expect(symptoms).toMatchObject([{ class: 'dropped', way: 'http-binary' }]);
  });

  it('asks for the plainest answer behind a message that is cut off', async () => {
    const { examine: look, seen } = await watched();
    const { symptoms, answered, evidence } = await look(CUT);
    expect(symptoms).toEqual([]);
    expect(answered.map(({ shot }) => shot.survival)).toEqual(['health', 'answer']);
    expect(evidence).toHaveLength(1);
    // The body that is cut off never arrives.
    expect(seen).toHaveLength(1);
  });

  it('blames a message that is cut off where the target does not answer any more', async () => {
    const { examine: look } = await watched(() => 'close');
    expect((await look(CUT)).symptoms).toMatchObject([{ class: 'dropped', way: 'http-structured' }]);
  });

  it('says nothing of what the end of the run cut off', async () => {
    const end = new AbortController();
    // The first answer is missing, and the second is never waited for.
    const { examine: look } = await watched((_, at) => {
      if (at === 1) end.abort();
      return at === 0 ? 'close' : 'truly';
    }, end.signal);
    const { symptoms, answered } = await look(events(event(), 'http-structured', 'http-binary'));
    expect(symptoms).toEqual([]);
    expect(answered).toHaveLength(2);
  });
});
