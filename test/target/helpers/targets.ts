// Targets and requests for tests, closed when the test ends.
import { expect, onTestFinished } from 'vitest';
import { createHttpTarget } from '../../../src/target/http-target.js';
import type {
  Exchange,
  HttpRequest,
  HttpResponse,
  HttpTarget,
  HttpTargetOptions,
  TransportFailure,
} from '../../../src/target/types.js';

export type Via = HttpRequest['via'];

export function openTarget(url: URL, options: Partial<HttpTargetOptions> = {}): HttpTarget {
  const target = createHttpTarget({ url, ...options });
  onTestFinished(() => target.close());
  return target;
}

export function post(via: Via, request: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', headers: [], body: Buffer.from('hello'), ...request, via };
}

/** The response of an exchange; fails the test when there was none. */
export function responseOf(exchange: Exchange): HttpResponse {
  if (exchange.reply.kind !== 'response') expect.fail(`no response: ${JSON.stringify(exchange.reply)}`);
  return exchange.reply.response;
}

/** The failure of an exchange; fails the test when a response came. */
export function failureOf(exchange: Exchange): TransportFailure {
  if (exchange.reply.kind !== 'failure') expect.fail(`there was an answer: ${JSON.stringify(exchange.reply)}`);
  return exchange.reply.failure;
}

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
