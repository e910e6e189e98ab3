import { errors } from 'undici';
import { expect, it } from 'vitest';
import { type ResponseProgress, undiciFailure } from '../../src/target/undici-failure.js';

function parserError(reason: string): Error {
  return new errors.HTTPParserError(`Response does not match the HTTP/1.1 protocol (${reason})`);
}

it.each<readonly [error: Error, progress: ResponseProgress, code: string | undefined]>([
  [new errors.SocketError('other side closed', undefined), 'nothing', 'closed'],
  [new errors.SocketError('other side closed', undefined), 'body', 'closed'],
  [new errors.SocketError('bad upgrade', undefined), 'head', 'not-http'],
  [new errors.SocketError('bad response', undefined), 'head', 'not-http'],
  [new errors.HeadersOverflowError(), 'head', 'too-large'],
  [new errors.ResponseContentLengthMismatchError(), 'head', 'not-http'],
  [new errors.ResponseContentLengthMismatchError(), 'body', 'closed'],
  [parserError('Invalid EOF state'), 'body', 'closed'],
  [parserError('Invalid header token'), 'head', 'not-http'],
  [new errors.HTTPParserError(''), 'head', 'not-http'],
  [new errors.ClientDestroyedError(), 'nothing', 'aborted'],
  [new errors.ClientClosedError(), 'nothing', 'aborted'],
  [new errors.RequestAbortedError(), 'nothing', 'aborted'],
  [new errors.InformationalError('reset'), 'nothing', 'aborted'],
  [new errors.ConnectTimeoutError(), 'nothing', 'timeout'],
  [new errors.HeadersTimeoutError(), 'nothing', 'timeout'],
  [new errors.BodyTimeoutError(), 'body', 'timeout'],
  [Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'nothing', 'reset'],
  [new errors.InvalidArgumentError('invalid header key'), 'nothing', undefined],
  [new errors.NotSupportedError('expect header not supported'), 'nothing', undefined],
  [new errors.RequestContentLengthMismatchError(), 'nothing', undefined],
  [new TypeError('x is not a function'), 'head', undefined],
])('%s at %s means %s', (error, progress, code) => {
  expect(undiciFailure(error, progress)?.code).toBe(code);
});

it('passes on what the parser says, and nothing of what it read', () => {
  expect(undiciFailure(parserError('Invalid header token'), 'head')?.message).toBe(
    'what came is no HTTP response: Invalid header token',
  );
});
