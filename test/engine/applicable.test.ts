import { describe, expect, it } from 'vitest';
import { whyNotApplicable } from '../../src/engine/applicable.js';
import type { Case } from '../../src/engine/case.js';
import { claimsOf } from '../../src/engine/claims.js';
import { named, tinyCases, vector } from './tiny-suite.js';

const item: Case = named(tinyCases([vector('core.a', { carriers: ['http-binary'] })]), 'core.a/only@http-binary');
const why = (
  more: Partial<Case>,
  supports: readonly string[],
  observation: 'adapter' | 'reply' | 'sink' = 'adapter',
  outcomes: readonly (readonly [string, string])[] = [],
) => whyNotApplicable({ ...item, ...more }, { claims: claimsOf(supports), observation, outcomes: new Map(outcomes) });
const EVENT = { attributes: new Map() };

describe('a case applies', () => {
  it('where its message form is claimed', () => {
    expect(why({}, ['decode:http-binary'])).toBeUndefined();
    expect(why({ task: 'encode' }, ['encode:http-binary'])).toBeUndefined();
    expect(why({ task: 'forward' }, ['decode:http-binary', 'encode:http-structured'])).toBeUndefined();
    expect(why({}, ['http-binary'], 'reply')).toBeUndefined();
  });

  it('where it asks about an event, whatever message forms are claimed', () => {
    expect(why({ validation: true, validity: () => [EVENT, EVENT] }, ['validate'])).toBeUndefined();
  });

  it('over a connection, also where it is about bytes on one', () => {
    expect(why({ transport: true }, ['http-binary'], 'reply')).toBeUndefined();
    expect(why({ transport: true, task: 'forward' }, ['http-binary'], 'sink')).toBeUndefined();
  });
});

describe('a case does not apply', () => {
  it('to who does not claim its message form, and its probe is told', () => {
    expect(why({}, ['encode:http-binary'], 'adapter', [['decode:http-binary', 'accepted']])).toBe(
      'decode:http-binary is not claimed; a probe was accepted',
    );
    expect(why({ task: 'encode' }, ['decode:http-binary'])).toBe(
      'encode:http-binary is not claimed; a probe was not answered',
    );
    expect(why({}, ['http-batch'], 'reply', [['http-binary', 'refused with 415']])).toBe(
      'http-binary is not claimed; a probe was refused with 415',
    );
  });

  it('to who reads events and writes none that could be passed on', () => {
    expect(why({ task: 'forward' }, ['decode:http-binary'])).toContain('could pass one event on');
    expect(why({ task: 'forward' }, ['decode:http-binary', 'encode:http-batch'])).toContain('could pass one event on');
  });

  it('to an adapter, where there is no invalid event to be asked about', () => {
    expect(why({ validation: true }, ['decode:http-binary', 'validate'])).toContain('makes no invalid event');
    expect(why({ validation: true }, ['http-binary', 'validation'], 'reply')).toBeUndefined();
  });

  it('to an adapter, where it is about bytes on a connection', () => {
    expect(why({ transport: true }, ['decode:http-binary'])).toContain('bytes on a connection');
  });
});
