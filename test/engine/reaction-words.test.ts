import { describe, expect, it } from 'vitest';
import { reactionWords } from '../../src/engine/reaction-words.js';

describe('reactionWords', () => {
  it.each([
    [{ kind: 'accepted', status: 202 }, 'accepted with 202'],
    [{ kind: 'refused', status: 400, text: 'no' }, 'refused with 400'],
    [{ kind: 'undecided', status: 404, reason: 'nothing there' }, 'undecided with 404'],
    [{ kind: 'accepted' }, 'accepted'],
    [{ kind: 'refused', text: 'no' }, 'refused'],
  ] as const)('%j: %s', (reaction, words) => {
    expect(reactionWords(reaction)).toBe(words);
  });
});
