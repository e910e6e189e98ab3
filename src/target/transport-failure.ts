// Puts the errors of sockets and TLS into the harness's own words. Messages are built from error codes alone: the texts
// of OpenSSL and of resolvers can hold what the peer chose, such as the names in its certificate.
import type { Reply, TransportFailure } from './types.js';

/** An error that carries what it means for the exchange. */
export type TransportError = Error & { readonly failure: TransportFailure };

/** How far a connection had come when the error struck. */
export type ConnectPhase = 'tcp' | 'tls';

/** Errors that say the harness's own machine ran out of something: never a fault of the target. */
const OURS: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/** The reply that says no response came. */
export function failed(code: TransportFailure['code'], message: string): Reply {
  return { kind: 'failure', failure: { code, message } };
}

/** The reply of an exchange that its deadline ended. */
export function timedOut(timeoutMs: number): Reply {
  return failed('timeout', `no complete response within ${timeoutMs} ms`);
}

/** The reply of an exchange that the caller's signal, or the end of the target, cut short. */
export function aborted(): Reply {
  return failed('aborted', 'the run ended before a response came');
}

/** Node's code of an error, such as `ECONNRESET`, or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the error of an attempt to connect means. Gives the error itself back when the fault is the harness's own. */
export function connectError(error: Error, phase: ConnectPhase): Error | TransportError {
  const code = codeOf(error);
  if (OURS.has(code)) return error;
  const failure: TransportFailure =
    phase === 'tcp'
      ? { code: 'unreachable', message: `no connection to the target (${code || 'no code'})` }
      : { code: 'tls', message: `the TLS handshake failed (${code || 'no code'})` };
  return Object.assign(new Error(failure.message, { cause: error }), { failure });
}

/** What the error of an established connection means, or undefined when it is not about the peer. */
export function failureOf(error: unknown): TransportFailure | undefined {
  if (isTransportError(error)) return error.failure;
  const code = codeOf(error);
  switch (code) {
    case 'ECONNRESET':
    case 'ECONNABORTED':
      return { code: 'reset', message: `the target reset the connection (${code})` };
    case 'EPIPE':
      return { code: 'closed', message: 'the target closed the connection while the request was being sent (EPIPE)' };
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
      return { code: 'unreachable', message: `the connection to the target was lost (${code})` };
    default:
      return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO'
        ? { code: 'tls', message: `TLS failed (${code})` }
        : undefined;
  }
}

function isTransportError(error: unknown): error is TransportError {
  return error instanceof Error && 'failure' in error;
}
