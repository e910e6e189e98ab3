// Adapters behind which there is nothing: none is believed, whatever it claims and answers.
import { describe, expect, it } from 'vitest';
import { NULL_ADAPTERS } from '../../../src/reference/adapter/null-adapters.js';
import { nullAdapter } from '../../../src/reference/null-runs.js';
import { loadSuite } from '../../../suites/suite.js';

const suite = loadSuite();
const few = {
  ...suite,
  cases: suite.cases.filter(({ requirement: { id } }) =>
    ['core.attr.required', 'core.attr.minimal', 'core.attr.missing', 'core.int.forward', 'http.mode.binary'].includes(
      id,
    ),
  ),
};
const run = (name: string) => {
  const found = NULL_ADAPTERS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return nullAdapter(found, { suite: few, spec: '1.0.2', signal: new AbortController().signal });
};

describe('a null adapter', () => {
  it('has a name of its own', () => {
    expect(new Set(NULL_ADAPTERS.map(({ name }) => name)).size).toBe(NULL_ADAPTERS.length);
  });

  it.each(['adapter-silent', 'adapter-exits', 'adapter-ok', 'adapter-echo', 'adapter-garbage', 'adapter-knows-all'])(
    '%s is not judged at all',
    async (name) => {
      expect((await run(name)).verdict).toBe('unreachable');
    },
  );

  it('that rejects everything is accused: valid events have to be read', async () => {
    expect((await run('adapter-rejects')).verdict).toBe('nonconformant');
  });
});

describe('an adapter that is none of them', () => {
  it('would be seen to fool the harness', async () => {
    const { answerAs } = await import('../../../src/reference/adapter/answer.js');
    const outcome = await nullAdapter(
      { name: 'the reference', summary: 'does it all', answer: (request) => answerAs(request, '1', []) },
      { suite: few, spec: '1.0.2', signal: new AbortController().signal },
    );
    expect(outcome).toMatchObject({ verdict: 'conformant', fooled: true });
    // And would get a badge.
    expect(outcome.badges).toContainEqual(expect.objectContaining({ color: 'brightgreen' }));
  });
});
