import { expect, it } from 'vitest';
import { aborted, codeOf, connectError, failed, failureOf, timedOut } from '../../src/target/transport-failure.js';

function errorWith(code: string): Error {
  return Object.assign(new Error('\x1b[31mtext chosen by the peer'), { code });
}

it.each([
  ['ECONNREFUSED', 'tcp', 'unreachable'],
  ['ENOTFOUND', 'tcp', 'unreachable'],
  ['EAI_AGAIN', 'tcp', 'unreachable'],
  ['EHOSTUNREACH', 'tcp', 'unreachable'],
  ['ETIMEDOUT', 'tcp', 'unreachable'],
  ['ECONNRESET', 'tcp', 'unreachable'],
  ['ECONNRESET', 'tls', 'tls'],
  ['EPROTO', 'tls', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'tls'],
  ['', 'tls', 'tls'],
] as const)('an error %j while connecting (%s) means %s', (code, phase, expected) => {
  const failure = failureOf(connectError(errorWith(code), phase));
  expect(failure?.code).toBe(expected);
  expect(failure?.message).toMatch(/^[\w ()]+$/);
});

it.each([
  ['ECONNRESET', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['EPIPE', 'closed'],
  ['ETIMEDOUT', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['EPROTO', 'tls'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls'],
])('an error %s on a connection means %s', (code, expected) => {
  expect(failureOf(errorWith(code))?.code).toBe(expected);
});

it('no failure of the target comes from what the harness ran out of, or from a bug', () => {
  const error = errorWith('EMFILE');
  expect(connectError(error, 'tcp')).toBe(error);
  expect(failureOf(error)).toBeUndefined();
  expect(failureOf(new TypeError('x is not a function'))).toBeUndefined();
  expect(failureOf('text')).toBeUndefined();
});

it('keeps the cause of a connection error', () => {
  const error = errorWith('ECONNREFUSED');
  expect(connectError(error, 'tcp').cause).toBe(error);
});

it('reads codes of errors, and of nothing else', () => {
  expect(codeOf(errorWith('EPIPE'))).toBe('EPIPE');
  expect(codeOf(new Error('EPIPE'))).toBe('');
  expect(codeOf({ code: 'EPIPE' })).toBe('');
  expect(codeOf(Object.assign(new Error('x'), { code: 5 }))).toBe('');
});

it('makes replies', () => {
  expect(failed('reset', 'gone')).toEqual({ kind: 'failure', failure: { code: 'reset', message: 'gone' } });
  expect(timedOut(250)).toMatchObject({ failure: { code: 'timeout', message: 'no complete response within 250 ms' } });
  expect(aborted()).toMatchObject({ failure: { code: 'aborted' } });
});
