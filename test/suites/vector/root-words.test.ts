import { describe, expect, test } from 'vitest';
import { rootWords } from '../../../suites/vector/root-words.js';

const request = (...values: readonly string[]) => ({
  headers: values.map((value, index): readonly [string, string] => [`h${index}`, value]),
  body: new Uint8Array(),
});

describe('rootWords', () => {
  test('takes out what the error repeats of the request', () => {
    const type = 'application/cloudevents+json; charset=utf-8';
    expect(rootWords(`invalid content type ${type}`, [request(type)])).toBe('invalid content type #');
  });

  test('takes out the longest part first', () => {
    expect(rootWords('saw abcdef', [request('abcd', 'abcdef')])).toBe('saw #');
  });

  test('takes out tokens and numbers, which differ from case to case', () => {
    expect(rootWords('event t0123456789ab at 17', [])).toBe('event # at #');
  });

  test('leaves short values alone: they stand in a text by chance', () => {
    expect(rootWords('type is text', [request('is')])).toBe('type is text');
  });

  test('gives two refusals with one root the same words', () => {
    const [one, other] = ['text/json', 'text/xml'];
    expect(rootWords(`no ${one}`, [request(one)])).toBe(rootWords(`no ${other}`, [request(other)]));
  });
});
