import { describe, expect, test } from 'vitest';
import { judgeCaptured, judgeEmitted, judgeStream } from '../../../suites/emission/judge.js';
import { ENC_SPACE } from '../../../suites/emission/rules/http/encoded-ascii.js';
import { BATCH_UNASKED_STREAM } from '../../../suites/emission/rules/http/unasked.js';
import { batch, binary, event, structured } from './examples.js';

const right = binary({ 'ce-subject': 'a%20b' });
const wrong = binary({ 'ce-subject': 'a b' });
const plain = binary({ 'ce-subject': 'ab' });

describe('a message that was asked for', () => {
  const told = [event({ subject: 'a b' })];

  test('passes, fails with a cause, or leaves the case open with a reason', () => {
    expect(judgeEmitted(ENC_SPACE, right, told, 'a title')).toEqual({ status: 'pass' });
    expect(judgeEmitted(ENC_SPACE, wrong, told, 'a title')).toEqual({
      status: 'fail',
      expected: { 'ce-subject': 'a%20b' },
      actual: { 'ce-subject': 'a b' },
      message: 'a space stands unencoded in ce-subject',
      cause: { key: 'emitted http.enc.space raw', title: 'a space stands unencoded in ce-subject: a title' },
    });
    const open = judgeEmitted(ENC_SPACE, binary(), told, 'a title');
    expect(open).toEqual({ status: 'inconclusive', message: 'subject did not come out' });
  });
});

describe('captured messages', () => {
  const judged = (...captured: readonly (typeof right)[]): string =>
    judgeCaptured(ENC_SPACE, captured, 'binary', 'a title').status;

  test('fail with the first that breaks the rule, pass with one that keeps it', () => {
    expect(judged(plain, right, wrong)).toBe('fail');
    expect(judged(plain, right)).toBe('pass');
    expect(judged(plain)).toBe('inconclusive');
  });

  test('of other modes do not count', () => {
    expect(judgeCaptured(ENC_SPACE, [structured()], 'binary', 'a title')).toEqual({
      status: 'inconclusive',
      message: 'no captured message is in binary mode',
    });
  });

  test('are judged as a whole, by what is known to have been asked for', () => {
    const all = [right, batch('[]')];
    expect(judgeStream(BATCH_UNASKED_STREAM, all, 'a title').status).toBe('inconclusive');
    expect(judgeStream(BATCH_UNASKED_STREAM, all, 'a title', { batches: false }).status).toBe('fail');
    expect(judgeStream(BATCH_UNASKED_STREAM, [right], 'a title').status).toBe('pass');
  });
});
